"""How much work a query is, and what is searched in place of one that is too much.

Words that most records have cost most, and most of all side by side: then their places are read.
The work is worked out beforehand from how many records have each word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import comb, factorial, prod, sqrt

import tantivy

from . import text
from .language import Either, Every, Near, Node, Phrase, Prefix, Without, Word, replaced

# In records in which one word is looked up, each about 10 ns; a page asks two to four times.
MOST_WORK = 20_000_000
LITTLE_WORK = 2_000_000
OF_A_WORD = 3  # in its forms and fields
OF_A_PHRASE = 30
OF_A_BEGINNING = 700_000  # in all: the words that begin so are looked for among all words

Leaf = Word | Phrase | Near | Prefix


def bounded(node: Node, searcher: tantivy.Searcher) -> tuple[Node, list[str]]:
    """The query, or what is left of it when it would be too much work, with sentences about it."""
    work = _Work(searcher)
    loosened: list[str] = []
    left_out: list[str] = []
    while True:
        shares: Counter[Leaf] = Counter()
        for leaf, share in work.shares(node, searcher.num_docs):
            shares[leaf] += share
        heaviest = max(shares, key=lambda leaf: shares[leaf], default=None)
        if heaviest is None or shares.total() <= MOST_WORK:
            break
        simpler = _simpler(heaviest)
        left = replaced(node, heaviest, simpler)
        if left is None:
            break
        node = left
        (loosened if simpler else left_out).append(_quoted(heaviest))
    return node, _sentences(loosened, left_out)


def neighbours(node: Node | None, searcher: tantivy.Searcher) -> list[Phrase]:
    """Words typed one after the other, as phrases, as far as to look for them is little work."""
    parts = node.parts if isinstance(node, Every | Either) else ()
    pairs = [
        Phrase(f"{one.text} {after.text}")
        for one, after in pairwise(parts)
        if isinstance(one, Word) and isinstance(after, Word) and one != after
    ]
    work, left, found = _Work(searcher), LITTLE_WORK, []
    for pair in dict.fromkeys(pairs):
        left -= sum(share for _, share in work.shares(pair, searcher.num_docs))
        if left >= 0:
            found.append(pair)
    return found


def _simpler(leaf: Leaf) -> Node | None:
    """The words of a phrase wherever they stand; nothing that is simpler than one word."""
    tokens = [] if isinstance(leaf, Prefix) else list(dict.fromkeys(text.tokens(leaf.text)))
    return Every(tuple(map(Word, tokens))) if len(tokens) > 1 else None


def _quoted(leaf: Leaf) -> str:
    return f"“{leaf.text}{'*' if isinstance(leaf, Prefix) else ''}”"


def _sentences(loosened: list[str], left_out: list[str]) -> list[str]:
    said = []
    if loosened:
        said.append(
            f"The words of {', '.join(loosened)} are too common to look where each of them stands; "
            "all of them were searched, in any place."
        )
    if left_out:
        said.append(
            f"Too common to be searched with so many others, and left out: {', '.join(left_out)}."
        )
    return said


class _Work:
    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._met: dict[str, int] = {}

    def shares(self, node: Node, among: int) -> Iterator[tuple[Leaf, int]]:
        """What each part costs among so many records; the rarest word of all leads the way."""
        match node:
            case Every(parts):
                fewest = min([among, *map(self._records, parts)])
                for part in dict.fromkeys(parts):
                    yield from self.shares(part, fewest)
            case Either(parts):
                for part in dict.fromkeys(parts):
                    yield from self.shares(part, among)
            case Without(part):
                yield from self.shares(part, among)
            case Prefix():  # is gathered whole
                yield node, OF_A_BEGINNING + OF_A_WORD * self._records(node)
            case Word() | Phrase() | Near():
                yield node, _weight(node) * min(among, self._records(node))

    def _records(self, node: Node) -> int:
        """About how many records match, as far as the words of the text are concerned."""
        every = self._searcher.num_docs
        match node:
            case Every(parts):
                return min([every, *map(self._records, parts)])
            case Either(parts):
                return min(every, sum(map(self._records, parts)))
            case Word(words) | Phrase(words) | Near(words):
                rarest, *others = sorted(map(self._met_in, text.tokens(words))) or [0]
                # By chance a word stands in so much of them; words of one subject, more often.
                return int(rarest * prod(sqrt(number / every) for number in others if every))
            case Prefix(beginning):
                last = (text.tokens(beginning) or [""])[-1]
                found = self._searcher.terms_with_prefix("text", last) if last else []
                return min(every, sum(number for _, number in found))
        return every

    def _met_in(self, token: str) -> int:
        if token not in self._met:
            self._met[token] = self._searcher.doc_freq("text", token)
        return self._met[token]


def _weight(leaf: Word | Phrase | Near) -> int:
    tokens = len(text.tokens(leaf.text))
    if tokens < 2:
        return OF_A_WORD
    if isinstance(leaf, Near):
        return OF_A_PHRASE * factorial(tokens) * comb(leaf.apart + tokens - 2, tokens - 2)
    return OF_A_PHRASE
