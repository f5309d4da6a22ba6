"""What the engine reads in a few sentences, for tests."""

from __future__ import annotations

from articles.quotations import find


def told(text: str) -> list[tuple[str, str]]:
    """The words and who is printed as saying them, "" for nobody."""
    return [
        (one.text_in(text), one.attribution.text if one.attribution else "") for one in find(text)
    ]


def speakers(text: str) -> list[str | None]:
    return [one.speaker for one in find(text)]
