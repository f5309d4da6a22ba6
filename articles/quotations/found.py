"""What the rules find in one sentence, before quotations are joined and speakers resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .lexicon import is_contracted
from .phrases import Subject
from .quotation import Kind, Span
from .tokens import QUOTE, Token, word


@dataclass(slots=True)
class Source:
    """Who is said to say it: the words of the name, and of the office beside it."""

    name: list[Token]
    office: list[Token] = field(default_factory=list)

    @classmethod
    def of(cls, tokens: Sequence[Token], subject: Subject) -> Source:
        name = list(tokens[subject.first : subject.end])
        if is_contracted(name[0].low):  # He's
            size = len(name[0].text.replace("’", "'").partition("'")[0])
            name = [word(name[0].start, name[0].start + size, name[0].text[:size])]
        return cls(
            name,
            list(tokens[subject.office_first : subject.office_end]),
        )

    @property
    def span(self) -> Span:
        return (self.name[0].start, self.name[-1].end)


@dataclass(slots=True)
class Found:
    """One saying in one sentence. Without segments it is an attribution that found no words.

    `inherits`: the subject is that of the saying before ("…, adding that"). `alone`: a sentence
    that is nothing but quotation, whose speaker stands elsewhere.
    """

    sentence: int
    segments: list[Span]
    kind: Kind
    rule: str
    source: Source | None = None
    cue: Span | None = None
    inherits: bool = False
    alone: bool = False
    goes_on: bool = False  # its paragraph is left open
    like: Found | None = None  # the saying whose speaker this has


def inner(token: Token) -> Span:
    """The words quoted, without the marks."""
    quote = token.quote
    return (quote.inner_start, quote.inner_end) if quote else (token.start, token.end)


def is_quote(token: Token) -> bool:
    return token.kind == QUOTE


def words_in(text: str, token: Token) -> int:
    """How many words are quoted; counting stops at 50."""
    start, end = inner(token)
    return len(text[start : min(end, start + 500)].split(None, 50))


def last_quoted(token: Token) -> str:
    """The last character that is quoted: a comma, a full stop, a letter."""
    return token.quote.ends if token.quote else ""
