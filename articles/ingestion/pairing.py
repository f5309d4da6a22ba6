"""Which statements of one list are which of another: the file's earlier and later, or ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

# Words in common, as a share, from which on a statement is taken for another one corrected.
LIKENESS = 0.6


def squeezed(text: str) -> str:
    """The words without regard to the white space between them."""
    return " ".join(text.split())


def pair(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """From indexes of `old` to indexes of `new`, by their texts.

    First the same words in the same order, then between those what shares most of its words, then
    the same words wherever they stand.
    """
    before, after = [squeezed(text) for text in old], [squeezed(text) for text in new]
    pairs: dict[int, int] = {}
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs.update(zip(range(i1, i2), range(j1, j2), strict=True))
        elif kind == "replace":
            alike = _pair_alike(before[i1:i2], after[j1:j2])
            pairs.update({i1 + i: j1 + j for i, j in alike.items()})
    _pair_rest(before, after, pairs)
    return pairs


def _pair_alike(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """In order, each with the next that is like it."""
    counted = [Counter(text.split()) for text in new]
    pairs: dict[int, int] = {}
    reached = 0
    for i, text in enumerate(old):
        words = Counter(text.split())
        for j in range(reached, len(new)):
            if _likeness(words, counted[j]) >= LIKENESS:
                pairs[i], reached = j, j + 1
                break
    return pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total() or 1)


def _pair_rest(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    free: dict[str, list[int]] = {}
    for j in reversed(range(len(new))):
        if j not in taken:
            free.setdefault(new[j], []).append(j)
    for i, text in enumerate(old):
        if i not in pairs and free.get(text):
            pairs[i] = free[text].pop()
