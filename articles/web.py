"""Addresses of other sites: only those of the web, and opened at the words that are quoted."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

WORDS_AT_EITHER_END = 6


def web_address(url: str) -> str:
    """The address when a browser may follow it, else nothing: a file may say `javascript:`."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def at_the_words(url: str, passages: Iterable[str]) -> str:
    """The address with a text fragment that scrolls to the passages and marks them.

    https://wicg.github.io/scroll-to-text-fragment/: a long passage is named by its beginning and
    its end. Empty for what is no address of the web.
    """
    directives = "&".join(
        f"text={_directive(words)}" for passage in passages if (words := passage.split())
    )
    if not web_address(url) or not directives:
        return web_address(url)
    return f"{url}{':~:' if '#' in url else '#:~:'}{directives}"


def _directive(words: list[str]) -> str:
    if len(words) <= 2 * WORDS_AT_EITHER_END:
        return _encoded(words)
    return f"{_encoded(words[:WORDS_AT_EITHER_END])},{_encoded(words[-WORDS_AT_EITHER_END:])}"


def _encoded(words: list[str]) -> str:
    """A hyphen, too, has a meaning in a directive."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
