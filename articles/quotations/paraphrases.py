"""A paragraph's opening sentence that only says in other words what is then quoted.

Agencies print: *Moscow has sent a memo and hopes for an answer. "We have sent a memo. I hope for an
answer," the minister said.* The first sentence has no word of saying, yet it reports what the
minister said. It counts when it shares most of its longer words with the quotation that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .contents import trimmed
from .found import Found, is_quote
from .lexicon import words
from .sentences import Sentence

LEAST_WORDS = 5  # longer words that must be shared
LEAST_SHARE = 0.5  # of the sentence's longer words
STEM = 5
MOST = 3000  # characters of a quotation that are compared

_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = words("empty")


def find(text: str, sentences: Sequence[Sentence], said: Sequence[Found]) -> list[Found]:
    """The paraphrases, each `like` the quotation whose speaker it shares."""
    speaking = {one.sentence: one for one in reversed(said)}
    found = []
    for sentence, following in pairwise(sentences):
        quotation = speaking.get(following.number)
        if (
            sentence.first
            and not following.first
            and quotation is not None
            and sentence.number not in speaking
            and not any(is_quote(token) for token in sentence.tokens)
            and _repeats(text, sentence, quotation)
        ):
            begin, end = trimmed(sentence.tokens, 0, len(sentence.tokens))
            span = (sentence.tokens[begin].start, sentence.tokens[end - 1].end)
            found.append(Found(sentence.number, [span], "indirect", "paraphrase", like=quotation))
    return found


def _repeats(text: str, sentence: Sentence, quotation: Found) -> bool:
    if quotation.kind != "direct" or quotation.cue is None:
        return False
    ours = _stems(text[slice(*sentence.span)])
    quoted = " ".join(text[start : min(end, start + MOST)] for start, end in quotation.segments)
    shared = len(ours & _stems(quoted))
    return shared >= LEAST_WORDS and shared >= LEAST_SHARE * len(ours)


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY}
