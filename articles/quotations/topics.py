"""Topics suggested for a quotation from each topic's cue phrases."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from .quotation import Span

Key = TypeVar("Key", bound=Hashable)

MOST = 5
AROUND = 3000  # characters of a paragraph looked at on each side


def suggest(text: str, segments: Sequence[Span], phrases: Mapping[Key, Iterable[str]]) -> list[Key]:
    """The keys of `phrases` of which a phrase stands in the quotation, then in its paragraph.

    Phrases are matched as whole words in any case; those all in capitals (US, IRAN, G20) only so,
    since "us" is no country.
    """
    words = " … ".join(text[start:end] for start, end in segments)
    around = _paragraph(text, segments)
    patterns = {key: _pattern(tuple(some)) for key, some in phrases.items()}
    said = [key for key, pattern in patterns.items() if pattern and pattern.search(words)]
    near = [key for key, pattern in patterns.items() if pattern and pattern.search(around)]
    return list(dict.fromkeys([*said, *near]))[:MOST]


def _paragraph(text: str, segments: Sequence[Span]) -> str:
    start, end = segments[0][0], segments[-1][1]
    begin = text.rfind("\n", max(0, start - AROUND), start) + 1
    stop = text.find("\n", end, end + AROUND)
    return text[max(begin, start - AROUND) : stop if stop >= 0 else end + AROUND]


@lru_cache(maxsize=1024)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = [_form(phrase.strip()) for phrase in phrases if phrase.strip()]
    return re.compile("|".join(forms)) if forms else None


def _form(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    folded = words if phrase.isupper() else f"(?i:{words})"
    return rf"(?<!\w){folded}(?!\w)"
