"""Learn where what is said ends: the weights of articles/quotations/weighing.py.

    python tests/benchmarks/ends.py            how often rules, weights and both are right
    python tests/benchmarks/ends.py --write    learn from all test articles, write data/ends.json

Learnt is from tests/data/quotations/dev alone, with each reported clause that the engine finds
and whose beginning is right: which of the places where it may end is the end. Shares are by cross
validation: each quarter of the articles is judged by weights learnt from the other three. The
rules were made on these very articles, so that their share here is better than elsewhere.

The method is logistic regression with a penalty on the sum of the weights (the lasso; Tibshirani
1996), solved one weight at a time (Friedman, Hastie and Tibshirani 2010). Most weights become 0
and are left out.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.quotations import find, frames
from articles.quotations.contents import trimmed
from articles.quotations.cues import Cue
from articles.quotations.endplaces import Saying, places
from articles.quotations.tokens import Token
from articles.quotations.weighing import FILE, likeliest, past_marks, to_weigh
from tests.quotations.gold import DATA, Article, load

PENALTY = 2.0  # of the sum of the weights, against the logarithm of the likelihood
PARTS = 4
LEAST = 3  # places at which an answer must be given to be weighed
ROUNDS = 400
CLOSE = 0.002  # change of a weight in a round below which all is settled


@dataclass(frozen=True)
class Example:
    """A reported clause: its places with their answers, where it ends, where by the rules, and
    whether they are `sure`, so that nothing is weighed.
    """

    article: str
    places: list[tuple[int, list[str]]]
    end: int
    ruled: int
    last: int
    sure: bool


def examples(article: Article) -> Iterator[Example]:
    """The reported clauses of an article as the engine meets them, ended by the rules alone."""
    met: list[tuple[Sequence[Token], Saying, Sequence[Cue], int]] = []

    def note(tokens: Sequence[Token], saying: Saying, cues: Sequence[Cue], ruled: int) -> int:
        met.append((tokens, saying, cues, ruled))
        return ruled

    with mock.patch.object(frames, "likeliest_end", note):
        find(article.text, published_on=article.published_on)
    ends = {
        one.segments[0][0]: one.segments[0][1]
        for one in article.expected
        if one.kind != "direct" and len(one.segments) == 1
    }
    for tokens, saying, cues, ruled in met:
        first, stop = trimmed(tokens, saying.begin, ruled)
        if first >= saying.end or tokens[first].start not in ends:
            continue
        past = ends[tokens[first].start]
        if past > tokens[saying.end - 1].end:
            continue
        end = first
        while end < saying.end and tokens[end].end <= past:
            end += 1
        yield Example(
            article.name,
            list(places(tokens, saying, cues)),
            past_marks(tokens, end, saying.end),
            past_marks(tokens, stop, saying.end),
            saying.end,
            to_weigh(tokens, saying, ruled) is None,
        )


def learnt(taught: Sequence[Example]) -> dict[str, float]:
    """Answer -> weight, without those of nothing; "" is what is added always."""
    rows: list[list[str]] = []
    ended: list[bool] = []
    for one in taught:
        for at, answers in one.places:
            if at < one.last:
                rows.append(answers)
                ended.append(at >= one.end)
            if at >= one.end:
                break
    given = defaultdict(list)
    for number, answers in enumerate(rows):
        for answer in answers:
            given[answer].append(number)
    given = {answer: at for answer, at in sorted(given.items()) if len(at) >= LEAST}
    return _regression({**given, "": list(range(len(rows)))}, ended)


def _regression(given: dict[str, list[int]], ended: Sequence[bool]) -> dict[str, float]:
    odds = [0.0] * len(ended)
    weights = dict.fromkeys(given, 0.0)
    active = list(given)
    for number in range(ROUNDS):
        whole = number % 10 == 0  # in between only those that count already
        most = 0.0
        for answer in given if whole else active:
            change = _step(answer, given[answer], odds, ended, weights[answer])
            if change:
                weights[answer] += change
                for at in given[answer]:
                    odds[at] += change
                most = max(most, abs(change))
        active = [answer for answer, weight in weights.items() if weight]
        if whole and most < CLOSE:
            break
    return {answer: round(weight, 2) for answer, weight in weights.items() if round(weight, 2)}


def _step(
    answer: str, at: Sequence[int], odds: Sequence[float], ended: Sequence[bool], weight: float
) -> float:
    """By how much to change a weight: Newton's step, drawn to 0 by the penalty."""
    slope = curve = 0.0
    for number in at:
        share = 1 / (1 + math.exp(-odds[number]))
        slope += share - ended[number]
        curve += share * (1 - share)
    curve = max(curve, len(at) / 100) * 1.2
    aim = weight - slope / curve
    penalty = PENALTY / curve if answer else 0.0
    aim = math.copysign(max(abs(aim) - penalty, 0.0), aim)
    return max(-1.0, min(1.0, aim - weight))


def judged(taught: Sequence[Example]) -> dict[str, int]:
    """How many ends are right by the rules, by the weights, by both."""
    names = sorted({one.article for one in taught})
    part = {name: number % PARTS for number, name in enumerate(names)}
    right = {"rules": 0, "weights": 0, "both": 0}
    for number in range(PARTS):
        weights = learnt([one for one in taught if part[one.article] != number])
        for one in taught:
            if part[one.article] == number:
                right["rules"] += one.ruled == one.end
                alone = likeliest(one.places, one.last, weights, one.ruled, counts=0.0)
                both = likeliest(one.places, one.last, weights, one.ruled)
                right["weights"] += alone == one.end
                right["both"] += (one.ruled if one.sure else both) == one.end
    return right


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    taught = [one for article in load(DATA / "dev") for one in examples(article)]
    if options.write:
        weights = dict(sorted(learnt(taught).items()))
        FILE.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"{len(weights)} weights from {len(taught)} reported clauses")
        return
    for name, right in judged(taught).items():
        print(f"{name:8} {right / len(taught):.1%}   {right}/{len(taught)}")


if __name__ == "__main__":
    main()
