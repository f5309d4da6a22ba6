"""Who speaks through a document: `a study by the Port Institute`, `the statement`, `the report`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from .lexicon import BODY_NAMES, BODY_WORDS, DETERMINERS, DOCUMENTS, FINDINGS, words
from .memory import Answer, Memory
from .people import Entity
from .tokens import WORD, Token

SPOKEN = words("spoken")  # documents in which whoever spoke last speaks
THINGS = BODY_WORDS | DOCUMENTS
_MADE = words("made")
_PEOPLE = words("finders")
_FIGURES = frozenset(["data", "figures", "statistics", "records", "filings", "poll", "polls"])
_FIGURES |= {"survey", "surveys"}
_COUNTS = frozenset(["figures", "estimate", "estimates", "tally", "toll", "count", "research"])
_COUNTS |= {"affidavit", "complaint", "dossier", "audit", "briefing", "assessment", "analysis"}
_SENT = frozenset(["sent", "signed", "wrote", "issued", "released", "published", "posted"])
_SEEN = frozenset(["read", "received", "obtained", "saw", "handed", "delivered", "got"])
LONGEST = 6  # words of "out a message" and "them all a joint letter"
_OF_BODIES = (DOCUMENTS - _FIGURES) | _COUNTS


def head(tokens: Sequence[Token]) -> str:
    """The document's noun: `report` of `a report published by the club`."""
    for token in tokens:
        low = token.low
        single = low.removesuffix("s") if low not in FINDINGS else low
        if (low in FINDINGS or single in DOCUMENTS) and low not in _PEOPLE:
            return single
        if low in ("by", "of", "on"):
            break
    return ""


def is_thing(tokens: Sequence[Token]) -> bool:
    """`the ministry`, `an indictment unsealed last year`"""
    return tokens[-1].low in THINGS or bool(head(tokens))


def whose(head: str, authors: Mapping[str, Entity | None], memories: Sequence[Memory]) -> Answer:
    """`the statement said`: whoever spoke last, unless that is long ago; `the report`: whose it
    is, if the text told it, or the body that spoke right before.
    """
    if head in authors:
        author = authors[head]
        return Answer(author, how="document") if author else Answer()
    spoken = head in SPOKEN
    spoke = [memory.speaker for memory in memories[-4 if spoken else -2 :] if memory.speaker]
    if not spoke or not (spoken or spoke[-1].is_body):
        return Answer()
    return Answer(spoke[-1], how="document")


def joint(tokens: Sequence[Token]) -> list[str]:
    """The documents of several in a sentence: `statement` of `a joint statement`."""
    pairs = pairwise(tokens)
    return [after.low for token, after in pairs if token.low == "joint" and after.low in DOCUMENTS]


def new_in(tokens: Sequence[Token]) -> list[str]:
    """`report` of `In a new report, …`: the document in which whoever speaks here speaks."""
    found = []
    for at, token in enumerate(tokens[:-2]):
        if token.low == "in" and tokens[at + 1].low in ("a", "an", "its"):
            near = (t.low for t in tokens[at + 2 : at + 5] if t.kind == WORD)
            found += [low for low in near if low in DOCUMENTS and low not in SPOKEN]
    return found


def written(tokens: Sequence[Token], subject: Entity | None) -> dict[str, Entity | None]:
    """The documents of the sentence whose author it tells: the subject of `issued a statement`,
    and nobody known where somebody `read out a message`, `received a letter`.
    """
    found: dict[str, Entity | None] = {}
    for at, token in enumerate(tokens):
        if token.low not in _SENT and token.low not in _SEEN:
            continue
        near = [word.low for word in tokens[at + 1 : at + 1 + LONGEST]]
        noun = next((low for low in near if low in SPOKEN), "")
        if noun and ("a" in near or "an" in near):
            own = token.low in _SENT and "joint" not in near
            found[noun] = subject if own else None
    return found


def is_made_by(tokens: Sequence[Token]) -> bool:
    """`a poll released by the club`, `a letter seen by the paper`"""
    by = next((at for at, token in enumerate(tokens) if token.low == "by" and at), None)
    return by is not None and bool(head(tokens[:by]))


def author(tokens: Sequence[Token]) -> str | None:
    """The name of the body that made a document, without its article; None where none is told.

    Whoever has obtained or seen a document has not made it; figures and polls are nobody's words.
    """
    if before_noun := _named_before(tokens):
        return before_noun
    by = next((at for at, token in enumerate(tokens) if token.low in ("by", "from") and at), None)
    made = head(tokens[:by]) if by else ""
    if by is None or not made or made in _FIGURES or by + 1 >= len(tokens):
        return None
    before = next((t.low for t in reversed(tokens[:by]) if t.low.endswith(("ed", "n", "t"))), "")
    if before.endswith("ed") and before not in _MADE:
        return None
    article = tokens[by + 1].low in ("the", "a", "an")
    name = tokens[by + 1 + article :]
    if name and name[0].low.endswith("-based"):
        name = name[1:]
    size = next((at for at, token in enumerate(name) if not _is_of_name(name, at)), len(name))
    named = name[:size]
    body = article or any(token.low in BODY_WORDS for token in named)
    if not named or not body or tokens[by + 1].low in ("a", "an"):
        return None
    return " ".join(token.text for token in named)


def _named_before(tokens: Sequence[Token]) -> str | None:
    """`National Audit Office` of `a National Audit Office report`, `AFP` of `an AFP toll`."""
    last = tokens[-1]
    if last.capital or last.low not in _OF_BODIES:
        return None
    first = len(tokens) - 1
    while first and _is_of_name(tokens, first - 1):
        first -= 1
    name = tokens[first + (tokens[first].low in DETERMINERS) : -1]
    body = any(t.low in BODY_WORDS or t.low in BODY_NAMES or t.text.isupper() for t in name)
    return " ".join(token.text for token in name) if body else None


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """`Observatory`, `for` before `Rights`"""
    joins = at and tokens[at].low in ("for", "of", "on") and at + 1 < len(tokens)
    return tokens[at].capital or bool(joins and tokens[at + 1].capital)
