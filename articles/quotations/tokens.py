"""Words, numbers and marks of a stretch of text, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import ABBREVIATIONS

if TYPE_CHECKING:
    from .marks import Quoted

WORD, NUMBER, MARK, QUOTE = "word", "number", "mark", "quote"

_TOKEN = re.compile(
    r"(?:[RDI]-)?(?:[^\W\d_]\.){2,}"  # U.S., p.m., D-N.J.
    r"|[^\W\d_][^\W_]*(?:[-‐‑'’&][^\W_]+)*"  # word, well-known, don't, AT&T
    r"|\d+(?:[.,:]\d+)*(?:[-‑]?[^\W\d_]+)*%?"  # 120,000, 10:30, 21st
    r"|\.{2,}|--+|[^\s\w]|_"
)
_WORDLIKE = re.compile(r"\w+")
_MEETING = re.compile(r"[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]")
_LOOKALIKES = str.maketrans("асеорхуіјѕһԁАВСЕНІКМОРТХУЅЈοΟΑΒΕ", "aceopxyijshdABCEHIKMOPTXYSJoOABE")


class Token(NamedTuple):
    """`low` is the word in lower case, without quotation; a whole quoted passage is one token."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    quote: Quoted | None = None

    @property
    def capital(self) -> bool:
        if self.kind != WORD:
            return False
        text = self.text
        return text[0].isupper() or (text[2:3] in "-‑" and text[3:4].isupper())  # al-Habsi


def fold(text: str) -> str:
    """The text with stray Cyrillic and Greek letters in Latin words replaced; the length stays."""
    if text.isascii() or not _MEETING.search(text):
        return text
    return _WORDLIKE.sub(lambda word: _folded(word[0]), text)


def _folded(word: str) -> str:
    return word.translate(_LOOKALIKES) if _MEETING.search(word) else word


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]; possessive endings and the dots of abbreviations apart."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word, at = match[0], match.start()
        first = word[0]
        if first.isalpha():
            if word[-2:] in ("'s", "’s") and len(word) > 2 and word.lower() not in _CONTRACTED:
                tokens.append(Token(at, at + len(word) - 2, word[:-2], word[:-2].lower(), WORD))
                tokens.append(Token(at + len(word) - 2, match.end(), word[-2:], "'s", WORD))
            else:
                tokens.append(Token(at, match.end(), word, word.lower(), WORD))
        elif word in ("'", "’") and _owns(text, tokens, at, end):
            tokens.append(Token(at, match.end(), word, "'s", WORD))
        elif first.isdigit():
            tokens.append(Token(at, match.end(), word, word.lower(), NUMBER))
        elif word == "." and tokens and _abbreviates(tokens[-1], at):
            last = tokens.pop()
            tokens.append(Token(last.start, match.end(), last.text + ".", last.low, WORD))
        else:
            tokens.append(Token(at, match.end(), word, word, MARK))
    return tokens


def _owns(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is the apostrophe at `at` that of `the employers' association`?"""
    after = text[at + 1 : min(at + 3, end)]
    owner = bool(tokens) and tokens[-1].end == at and tokens[-1].low.endswith("s")
    return owner and len(after) == 2 and after[0] == " " and after[1].isalpha()


_CONTRACTED = frozenset(
    [
        "it's",
        "it’s",
        "he's",
        "he’s",
        "she's",
        "she’s",
        "that's",
        "that’s",
        "there's",
        "there’s",
        "let's",
        "let’s",
    ]
)


def _abbreviates(last: Token, at: int) -> bool:
    """Is the full stop at `at` part of `last`? "Mr.", "J."; but not "no." ending a sentence."""
    if last.end != at or last.kind != WORD:
        return False
    if len(last.text) == 1:
        return last.text.isupper() and last.text != "I"
    low = last.low[2:] if last.low[1:2] in "-‑" else last.low  # R-Wis.
    return low in ABBREVIATIONS and (last.text[0].isupper() or low in ("vs", "etc"))


def odd_words(text: str) -> tuple[str, ...]:
    """The words that mix letters of two alphabets, each once, in the order of the text."""
    return tuple(dict.fromkeys(word for word in _WORDLIKE.findall(text) if _MEETING.search(word)))
