"""Sentences of a paragraph, in which a whole quoted passage is one token.

So "Why?" before `Lavrov said` ends no sentence, and the rules see `QUOTE Lavrov said .` whatever
was quoted. A sentence is never longer than `LONGEST` tokens: what a rule does within one sentence
may then take the time it likes, and the whole stays linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .forms import form_of
from .lexicon import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, TIMES, words
from .marks import Quoted
from .naming import Named
from .phrases import is_adverb
from .quotation import Span
from .tokens import MARK, NUMBER, QUOTE, WORD, Token, low_at, tokenize, word

LONGEST = 200
SHORT_QUOTATION = 24  # characters that may stand quoted in the middle of a sentence
LONGEST_TITLE = 60  # characters of a programme's name
_STOPS = words("stops")
_TITLES = words("titles")
_WORKS = words("works")
_BEFORE_PROGRAMMES = frozenset(["on", "of", "told", "telling", "tells", "to", "'s", "for", "with"])


@dataclass(slots=True)
class Sentence:
    """`number` counts from the beginning of the text; `first` opens its paragraph."""

    tokens: list[Token]
    paragraph: int
    number: int = 0
    first: bool = False
    last: bool = False
    span: Span = field(init=False)
    names: list[Named] = field(default_factory=list)

    @property
    def left_open(self) -> bool:
        """Is a quotation in it that goes on in the next paragraph?"""
        return any(token.quote and token.quote.goes_on for token in self.tokens)

    def __post_init__(self) -> None:
        self.span = (self.tokens[0].start, self.tokens[-1].end)


def read(text: str, paragraphs: Sequence[Span], passages: Sequence[list[Quoted]]) -> list[Sentence]:
    """The sentences of all paragraphs."""
    found: list[Sentence] = []
    for index, (span, quotes) in enumerate(zip(paragraphs, passages, strict=True)):
        parts = _split(_tokens(text, span, quotes))
        for place, part in enumerate(parts):
            first, last = place == 0, place == len(parts) - 1
            found.append(Sentence(part, index, len(found), first, last))
    return found


def _tokens(text: str, span: Span, quotes: list[Quoted]) -> list[Token]:
    tokens: list[Token] = []
    at = span[0]
    for quote in quotes:
        tokens += tokenize(text, at, quote.start)
        if tokens and _is_programme(text, quote, tokens):
            tokens += _programme(text, quote)
        else:
            tokens.append(Token(quote.start, quote.end, "“”", "“”", QUOTE, quote))
        at = quote.end
    return _without_acronyms(tokens + tokenize(text, at, span[1]))


def _without_acronyms(tokens: list[Token]) -> list[Token]:
    """`the Council (PSC) of the Union`: a name goes on after its short form."""
    at = next((i for i, token in enumerate(tokens[:-3]) if token.text == "(" and i), None)
    if at is None:
        return tokens
    kept = tokens[:at]
    while at < len(tokens):
        inside = [token.text for token in tokens[at : at + 4]]
        short = len(inside) == 4 and inside[0] == "(" and inside[2] == ")"
        short = short and _is_acronym(inside[1])
        named = tokens[at - 1].capital or low_at(tokens, at + 3) == "and"
        if short and tokens[at + 3].kind == WORD and named:
            at += 3
        else:
            kept.append(tokens[at])
            at += 1
    return kept


def _is_acronym(word: str) -> bool:
    """`PSC`, `FdI`"""
    return word[0].isupper() and word[-1].isupper()


def _is_programme(text: str, quote: Quoted, tokens: Sequence[Token]) -> bool:
    """`on “State of the Nation”`, `in his book, “The Long Road,” that`: a name, nothing said."""
    before = tokens[-1]
    work = before.text == "," and len(tokens) > 1 and tokens[-2].low in _WORKS
    named = work or before.low in _BEFORE_PROGRAMMES
    if not named or quote.inner_end - quote.inner_start > LONGEST_TITLE:
        return False
    name = text[quote.inner_start : quote.inner_end].rstrip(",.").split()
    longer = [word for word in name if len(word) > 3] or name
    return len(name) > 1 and name[-1][-1].isalnum() and all(w[0].isupper() for w in longer)


def _programme(text: str, quote: Quoted) -> list[Token]:
    """The name as one word, and the comma or the full stop that stands within the marks."""
    marked = quote.ends in ",."
    name = text[quote.inner_start : quote.inner_end - marked]
    found = [word(quote.start, quote.inner_end - marked, name)]
    if marked:
        found.append(Token(quote.inner_end - 1, quote.end, quote.ends, quote.ends, MARK))
    return found


def _split(tokens: list[Token]) -> list[list[Token]]:
    """Cut after full stops, and after quotations with one that no attribution follows."""
    parts: list[list[Token]] = []
    begin = 0
    for index, token in enumerate(tokens):
        stops = token.text in _STOPS or (token.text[-1] == "." and token.kind == WORD)
        ends = stops and _may_begin(tokens, index)
        if token.quote and token.quote.ends in _STOPS:
            ends = _ends_after_quotation(tokens, index)
        if ends or index + 1 - begin >= LONGEST:
            parts.append(tokens[begin : index + 1])
            begin = index + 1
    if begin < len(tokens):
        parts.append(tokens[begin:])
    return parts


def _ends_after_quotation(tokens: list[Token], index: int) -> bool:
    """`"We go." Then he left.`; but not `"Why?" Lavrov said.`, nor `"We go." Lavrov said.`"""
    if index + 1 == len(tokens):
        return True
    following, quote = tokens[index + 1], tokens[index].quote
    if following.kind in (QUOTE, NUMBER):
        return True
    if not following.capital or quote is None:
        return False
    stopped = quote.ends in ".。"
    commas = 0
    for at in range(index + 2, min(index + 16, len(tokens))):
        token = tokens[at]
        if token.kind == QUOTE or token.text in (".", "?", "!", ";", ":"):
            return True
        commas += token.text == ","
        if commas == 1 and stopped:  # "We go." The deal, he said, is dead.
            return True
        form = form_of(token.low) if token.kind == WORD else None
        if (
            form
            and not (form.weak and stopped)
            and not form.participle
            and form.kind in ("say", "state", "tell", "ask")
        ):
            return _goes_on(tokens, at + 1, stopped, form.kind == "say")
    return True


def _goes_on(tokens: list[Token], at: int, stopped: bool, says: bool) -> bool:
    """Is there more after the verb than an attribution has?"""
    if at == len(tokens):
        return False
    token = tokens[at]
    if token.text == "," and low_at(tokens, at + 2) == ",":  # He noted, however, that
        return _goes_on(tokens, at + 3, stopped, says)
    if token.kind == MARK:
        quoted = at + 1 < len(tokens) and tokens[at + 1].kind == QUOTE
        return token.text == ":" or (token.text == "," and quoted)
    low = token.low
    small = low in PREPOSITIONS or low in CONJUNCTIONS or low in TIMES or low in ("last", "this")
    clause = says and not (small or is_adverb(token))  # "Why?" Brook said the deal was off.
    return stopped or clause or token.low == "that"


def _may_begin(tokens: list[Token], index: int) -> bool:
    """May a sentence begin after tokens[index]? After an abbreviation only where one must."""
    if index + 1 == len(tokens):
        return True
    token, following = tokens[index], tokens[index + 1]
    if token.kind == WORD and following.quote and len(token.text) > 2:  # in Manchester, N.H. "We …"
        quote = following.quote
        long = quote.inner_end - quote.inner_start > SHORT_QUOTATION
        return quote.begins.isupper() and long and token.low.rstrip(".") not in _TITLES
    if token.kind == WORD:
        begins = following.low in DETERMINERS or following.low in PRONOUNS
        return following.capital and begins and token.low.rstrip(".") not in _TITLES
    if following.kind in (QUOTE, NUMBER):
        return True
    if following.kind == WORD:
        return following.capital or following.low in TIMES
    return following.text in ("(", "[", "—", "–", "•", "*", "-")
