"""What the engine reads in a few sentences, for tests."""

from __future__ import annotations

from typing import Any

from articles.quotations import find


def told(text: str) -> list[tuple[str, str]]:
    """The words and who is printed as saying them, "" for nobody."""
    return [
        (one.text_in(text), one.attribution.text if one.attribution else "") for one in find(text)
    ]


def speakers(text: str, **known: Any) -> list[str | None]:
    """`known`: what is known beforehand, as `find` takes it: people, the day."""
    return [one.speaker for one in find(text, **known)]
