"""Words, numbers and marks of a stretch of text, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .lexicon import ABBREVIATIONS, CONJUNCTIONS, PREPOSITIONS, ROLE_HEADS, given_names

if TYPE_CHECKING:
    from .marks import Quoted

WORD, NUMBER, MARK, QUOTE = "word", "number", "mark", "quote"

_TOKEN = re.compile(
    r"([a-z]+)(?=[ ,])"  # most words, which the alternatives below would find too, later
    r"|"
    r"[A-Z][a-z]?\.(?<!Mr\.|Ms\.|Dr\.|St\.|Lt\.|No\.)"  # L.Batmandakh, Kh.Batmandakh
    r"[A-Z][^\W\d_]{2,}(?:[-'’][^\W\d_]+)*"
    r"|"
    r"(?:[^\W\d_]+-)?(?:[^\W\d_]\.){2,}"  # U.S., p.m., D-N.J.
    r"|[^\W\d_]{1,3}\d+(?:[.,]\d+)+[^\W_]*"  # Rs1.2bn
    r"|(?:[A-Z]{2,5}|\d{4,6})\.[A-Z]{1,2}(?![\w.’'])"  # META.O, 3333.HK
    r"|[^\W\d_][^\W_]*(?:[-‐‑'’&][^\W_]+)*"  # word, well-known, don't, AT&T
    r"|\d+(?:[.,:]\d+)*(?:[-‑]?[^\W\d_]+)*%?"  # 120,000, 10:30, 21st
    r"|\.{2,}|--+|[^\s\w]|_"
)
_MONTHS = frozenset(["Jan", "Jun", "June", "April", "May", "August", "Mar"])
_AFTER_TITLES = frozenset(["Sunday", "Monday", "Friday", "To"])
_OPENING_NAMES = _MONTHS | {"He", "She", "Per"}
_BEFORE = frozenset(["from", "in", "at", "of"])  # Can Tho University
_PLACING = frozenset(["on", "to", "via", "through", "platform", "network"])
_CAPITALS = {"HE": "h.e.", "WHO": "w.h.o.", "Fed": "fed.", "CAN": "can.", "IS": "is.", "IT": "it."}
_VERBS = frozenset(["Be", "Were", "Can", "Am"])
_SMALL_NAMES = _OPENING_NAMES | _VERBS | _AFTER_TITLES | {"You", "An", "So", "Do", "In", "On"}
LONGEST_SURNAME = 5  # letters of one before the given name "He": Zhang He
_WORDLIKE = re.compile(r"\w+")
_ACCENT = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])")
_MEETING = re.compile(r"[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]")
_LOOKALIKES = str.maketrans("асеорхуіјѕһԁАВСЕНІКМОРТХУЅЈοΟΑΒΕ", "aceopxyijshdABCEHIKMOPTXYSJoOABE")


@dataclass(slots=True, eq=False)
class Token:
    """`low` is the word in lower case; that of a name which looks like a small word, `Jan`, `He`,
    keeps its capital. A whole quoted passage is one token.

    Nobody changes a token; it is not frozen since making it would take four times as long.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    quote: Quoted | None = None
    capital: bool = False


def word(start: int, end: int, text: str) -> Token:
    """A word's token; `HE`, as agencies of the Gulf print His Excellency, is no pronoun, nor is
    `WHO`, and the `Fed` is no verb.
    """
    low = _CAPITALS.get(text) or text.lower()
    return Token(start, end, text, low, WORD, None, text[0].isupper() or _has_capital_within(text))


def _has_capital_within(text: str) -> bool:
    """Is a word that begins small a name all the same: `d'Alene`, `al-Habsi`, `duPlessis`?"""
    if len(text) < 4:
        return False
    if text[1] in "'’":
        return text[2].isupper()  # d'Alene
    if "-" not in text:
        return text[2].isupper() and text[3:].islower()  # duPlessis
    prefix, _, rest = text.partition("-")  # al-Habsi, then-Sen.
    return len(prefix) < 5 and rest[:1].isupper()


def low_at(tokens: Sequence[Token], index: int, end: int | None = None) -> str:
    """The word at `index` in lower case; nothing before the first token and from `end` on."""
    return tokens[index].low if 0 <= index < (len(tokens) if end is None else end) else ""


def fold(text: str) -> str:
    """The text with stray Cyrillic and Greek letters in Latin words replaced, and with `’` for the
    accent in "country`s"; the length stays.
    """
    text = _ACCENT.sub("’", text) if "`" in text else text
    if text.isascii() or not _MEETING.search(text):
        return text
    return _WORDLIKE.sub(lambda word: _folded(word[0]), text)


def _folded(word: str) -> str:
    return word.translate(_LOOKALIKES) if _MEETING.search(word) else word


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]; possessive endings and the dots of abbreviations apart."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        printed, (at, past) = match[0], match.span()
        first = printed[0]
        if match.lastindex or (printed.islower() and printed.isalpha()):
            tokens.append(Token(at, past, printed, printed, WORD))
        elif first.isalpha():
            if (
                printed[-2:] in ("'s", "’s")
                and past - at > 2
                and printed.lower() not in _CONTRACTED
            ):
                tokens.append(word(at, past - 2, printed[:-2]))
                tokens.append(Token(past - 2, past, printed[-2:], "'s", WORD))
            else:
                tokens.append(word(at, past, printed))
        elif first in "'’" and _owns(text, tokens, at, end):
            tokens.append(Token(at, past, printed, "'s", WORD))
        elif first in "'’" and _ends_given_name(text, tokens, at, end):
            tokens[-1] = word(tokens[-1].start, past, tokens[-1].text + printed)
        elif first.isdigit():
            tokens.append(Token(at, past, printed, printed.lower(), NUMBER))
        elif printed == "-" and text[at - 1 : at] == text[past : past + 1] == " ":
            tokens.append(Token(at, past, "–", "–", MARK))
        elif printed == "." and tokens and _abbreviates(tokens, at):
            last = tokens.pop()
            low = "no." if last.low == "no" else last.low  # Union No. 1: nothing is denied
            tokens.append(replace(last, end=past, text=last.text + ".", low=low))
        else:
            tokens.append(Token(at, past, printed, printed, MARK))
    for at, token in enumerate(tokens):
        if token.text in _SMALL_NAMES and _is_name(tokens, at):
            tokens[at] = replace(token, low=token.text)
    return tokens


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Is `Jan`, `May`, `He` somebody's name: `Minister Jan Nowak`, `Premier He Lian`, `Ito Jun`?"""
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    named = after is not None and after.capital and after.kind == WORD
    if tokens[at].text in _VERBS:  # Tran Thi Be Nam, Cynthia Adhiambo Were
        closed = after is not None and after.text == "," and at > 1 and tokens[at - 2].capital
        return (
            before is not None and (before.capital or before.low in _BEFORE) and (named or closed)
        )
    if before is None or before.kind == MARK:
        return named and tokens[at].text in _OPENING_NAMES
    if tokens[at].text in _AFTER_TITLES:  # Prof. Sunday Ekpenyong, President To Lam
        return named and before.low.rstrip(".") in ROLE_HEADS
    if tokens[at].text == "He" and before.capital and len(before.text) <= LONGEST_SURNAME:
        return named or before.low not in PREPOSITIONS | CONJUNCTIONS  # Liu He said
    if tokens[at].text not in _MONTHS:
        return named
    dated = (after is not None and after.kind == NUMBER) or before.low.endswith("day")
    titled = before.capital or before.low in ROLE_HEADS  # spokesman Jan Vik
    return titled and before.low not in PREPOSITIONS and not dated


def _owns(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is the apostrophe at `at` that of `the employers' association`?"""
    after = text[at + 1 : min(at + 3, end)]
    owner = bool(tokens) and tokens[-1].end == at and tokens[-1].low.endswith("s")
    return owner and len(after) == 2 and after[0] == " " and after[1].isalpha()


def _ends_given_name(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is the apostrophe at `at` a letter's, as in `Achieng’ Odawa`? A name's word goes on."""
    after = text[at + 1 : min(at + 3, end)]
    named = bool(tokens) and tokens[-1].end == at and tokens[-1].capital
    return named and len(after) == 2 and after[0] == " " and after[1].isupper()


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


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Is the full stop at `at` part of the last token? "Mr.", "J."; but not "no." ending a
    sentence, nor `Jack Ma.`
    """
    last = tokens[-1]
    if last.low == "ma" and len(tokens) > 1 and tokens[-2].text in given_names():
        return False
    if last.end != at or last.kind != WORD:
        return False
    if last.text == "X" and low_at(tokens, len(tokens) - 2) in _PLACING:
        return False  # wrote on X.
    if len(last.text) == 1:
        return last.text.isupper() and last.text != "I"
    short = last.text.replace("‑", "-").rpartition("-")[2]  # R-Wis., ex-Sen.; not Ada Brook-min.
    capital = last.capital and short[:1].isupper()
    return short.lower() in ABBREVIATIONS and (capital or short in ("vs", "etc"))


def odd_words(text: str) -> tuple[str, ...]:
    """The words that mix letters of two alphabets, each once, in the order of the text."""
    return tuple(dict.fromkeys(word for word in _WORDLIKE.findall(text) if _MEETING.search(word)))
