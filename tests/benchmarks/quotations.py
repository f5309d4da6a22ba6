"""How well and how fast the quotation engine works.

    python tests/benchmarks/quotations.py [FOLDER...]            precision, recall, F1, speed
    python tests/benchmarks/quotations.py --mistakes FOLDER      and all that went wrong
    python tests/benchmarks/quotations.py --worst 10 FOLDER      and the ten worst mistakes
    python tests/benchmarks/quotations.py --confidence           write data/confidence.json
    python tests/benchmarks/quotations.py --known                write what is wrong in dev so far

A folder has test articles in the form of tests/quotations/gold.py; by default each folder of
tests/data/quotations. dev has the 1,116 that were looked at while the rules were made, so that its
figures are better than those of new articles. held has 63, 54 in the manner of agencies and 9 in
that of American papers, that are only measured: nobody looks at what goes wrong in them while
making rules, but for the ten worst mistakes, which have been read once. They, and 978 of dev, were
written by writers who had seen neither the rules nor the earlier articles, and marked by others;
those of held twice, independently. The two agree at 0.99 (F1 as below), which is as much as rules
can reach. A quotation counts as found at an overlap of 0.8 of the characters of the longer of the
two; in the rows of one kind, the kind must agree too. Speed is that of one processor.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.quotations import Quotation, find
from articles.quotations.confidence import FILE
from tests.quotations.gold import DATA, Article, Expected, load

KINDS = ("direct", "indirect", "mixed")
LOOSE = 0.8
FOLDERS = sorted(path for path in DATA.iterdir() if path.is_dir())
KNOWN = DATA / "known.json"  # article -> mistakes, so that a change for better or worse is seen
REPEAT = 20  # times that all articles are read to measure the speed


@dataclass
class Pair:
    """A quotation found, one expected, or both where they overlap best."""

    article: Article
    found: Quotation | None
    expected: Expected | None
    overlap: float = 0.0


@dataclass
class Tally:
    found: int = 0
    expected: int = 0
    right: int = 0

    def row(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.expected if self.expected else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        counts = f"{self.right}/{self.found} found, {self.right}/{self.expected} expected"
        return f"{precision:6.1%} {recall:7.1%} {f1:6.1%}   {counts}"


@dataclass
class Score:
    exact: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    loose: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mentions: Tally = field(default_factory=Tally)
    speakers: Tally = field(default_factory=Tally)


def pairs(article: Article) -> list[Pair]:
    """Each quotation with the one that it overlaps best, each used once."""
    found = find(article.text, published_on=article.published_on)
    overlaps = sorted(
        (
            (_overlap(f, e), i, j)
            for i, f in enumerate(found)
            for j, e in enumerate(article.expected)
        ),
        reverse=True,
    )
    result, used_found, used_expected = [], set(), set()
    for overlap, i, j in overlaps:
        if overlap > 0 and i not in used_found and j not in used_expected:
            result.append(Pair(article, found[i], article.expected[j], overlap))
            used_found.add(i)
            used_expected.add(j)
    result += [Pair(article, f, None) for i, f in enumerate(found) if i not in used_found]
    result += [
        Pair(article, None, e) for j, e in enumerate(article.expected) if j not in used_expected
    ]
    return result


def _overlap(found: Quotation, expected: Expected) -> float:
    ours = {at for start, end in found.segments for at in range(start, end)}
    theirs = expected.characters
    return len(ours & theirs) / max(len(ours), len(theirs))


def score(all_pairs: list[Pair]) -> Score:
    result = Score()
    for pair in all_pairs:
        for least, tallies in ((1.0, result.exact), (LOOSE, result.loose)):
            _count(pair, least, tallies)
        if pair.found and pair.expected and pair.overlap >= LOOSE:
            _count_speaker(pair.found, pair.expected, result)
    return result


def _count(pair: Pair, least: float, tallies: dict[str, Tally]) -> None:
    right = bool(pair.found and pair.expected) and pair.overlap >= least
    same = right and pair.found.kind == pair.expected.kind  # type: ignore[union-attr]
    if pair.found:
        tallies[pair.found.kind].found += 1
        tallies["all"].found += 1
    if pair.expected:
        tallies[pair.expected.kind].expected += 1
        tallies[pair.expected.kind].right += same
        tallies["all"].expected += 1
        tallies["all"].right += right


def _count_speaker(found: Quotation, expected: Expected, result: Score) -> None:
    mention = found.attribution.text if found.attribution else None
    result.mentions.found += mention is not None
    result.mentions.expected += expected.attribution is not None
    result.mentions.right += mention is not None and mention == expected.attribution
    result.speakers.found += found.speaker is not None
    result.speakers.expected += expected.speaker is not None
    result.speakers.right += found.speaker is not None and found.speaker == expected.speaker


def mistakes(all_pairs: list[Pair]) -> list[str]:
    """One line for each quotation at which something went wrong."""
    return [line for pair in all_pairs if (line := _mistake(pair))]


def worst(all_pairs: list[Pair], most: int) -> list[str]:
    """The worst first: the wrong person; then what nobody said so; then what was missed."""
    return mistakes(sorted(all_pairs, key=_harm, reverse=True))[:most]


def _harm(pair: Pair) -> tuple[int, int]:
    """Rank, and within it the number of characters."""
    found, expected = pair.found, pair.expected
    if found and found.speaker and found.speaker != (expected.speaker if expected else None):
        rank = 3
    elif found:
        rank = 2 if pair.overlap < LOOSE else 0
    else:
        rank = 1
    one = found or expected
    return rank, sum(end - start for start, end in one.segments)  # type: ignore[union-attr]


def _mistake(pair: Pair) -> str:
    """What went wrong at one quotation; "" where nothing did."""
    text, name = pair.article.text, pair.article.name
    if pair.found is None or pair.expected is None:
        one = pair.found or pair.expected
        verb = "false" if pair.found else "missed"
        rule = f" <{pair.found.rule}>" if pair.found else ""
        return f"{name}: {verb}{rule}: {_words(text, one.segments)}"  # type: ignore[union-attr]
    wrong = []
    if pair.overlap < 1:
        wrong.append(f"words ({pair.overlap:.2f}): {_words(text, pair.found.segments)}")
    if pair.found.kind != pair.expected.kind:
        wrong.append(f"kind {pair.found.kind}, not {pair.expected.kind}")
    if pair.found.speaker != pair.expected.speaker:
        wrong.append(f"speaker {pair.found.speaker}, not {pair.expected.speaker}")
    mention = pair.found.attribution.text if pair.found.attribution else None
    if mention != pair.expected.attribution:
        wrong.append(f"attribution {mention}, not {pair.expected.attribution}")
    words = _words(text, pair.expected.segments)
    return f"{name} <{pair.found.rule}>: {words}: {'; '.join(wrong)}" if wrong else ""


def _words(text: str, segments: object) -> str:
    words = " … ".join(text[start:end] for start, end in segments)  # type: ignore[attr-defined]
    return f"“{words}”"


def measured_confidence(all_pairs: list[Pair]) -> dict[str, dict[str, list[int]]]:
    """For each rule [right words, answers], for each way of resolving [right speakers, answers]."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    speaker: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in all_pairs:
        if not pair.found:
            continue
        rule, _, how = pair.found.rule.partition("; ")
        right = pair.expected is not None and pair.overlap >= LOOSE
        words[rule]["answers"] += 1
        words[rule]["right"] += right
        if right and pair.expected:
            speaker[how]["answers"] += 1
            speaker[how]["right"] += pair.found.speaker == pair.expected.speaker
    return {
        kind: {name: [count["right"], count["answers"]] for name, count in sorted(table.items())}
        for kind, table in (("words", words), ("speaker", speaker))
    }


def speed(articles: list[Article]) -> str:
    start = time.process_time()
    for _ in range(REPEAT):
        for article in articles:
            find(article.text, published_on=article.published_on)
    seconds = time.process_time() - start
    characters = REPEAT * sum(len(article.text) for article in articles)
    rate = REPEAT * len(articles) / seconds
    length = characters / REPEAT / len(articles)
    return (
        f"{rate:.0f} articles a second of {length:.0f} characters, "
        f"or {characters / seconds / 4000:.0f} of 4000"
    )


def report(name: str, articles: list[Article], show_mistakes: bool, most: int) -> None:
    found = [pair for article in articles for pair in pairs(article)]
    result = score(found)
    print(f"{name}: {len(articles)} articles, {sum(len(a.expected) for a in articles)} quotations")
    for title, tallies in (("exactly", result.exact), (f"overlap {LOOSE}", result.loose)):
        print(f"  {title:12} precision recall     F1")
        for kind in (*KINDS, "all"):
            print(f"    {kind:12} {tallies[kind].row()}")
    print(f"  as printed     {result.mentions.row()}")
    print(f"  speaker        {result.speakers.row()}")
    print(f"  {speed(articles)}")
    shown = mistakes(found) if show_mistakes else worst(found, most)
    print("\n".join(f"  - {line}" for line in shown))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--confidence", action="store_true")
    parser.add_argument("--known", action="store_true")
    options = parser.parse_args()
    if options.known:
        wrong = {article.name: len(mistakes(pairs(article))) for article in load(DATA / "dev")}
        KNOWN.write_text(json.dumps({name: n for name, n in wrong.items() if n}, indent=1) + "\n")
        return
    loaded = {folder: load(folder) for folder in options.folders}
    if options.confidence:
        found = [pair for articles in loaded.values() for a in articles for pair in pairs(a)]
        FILE.write_text(json.dumps(measured_confidence(found), indent=1, ensure_ascii=False) + "\n")
        return
    for folder, articles in loaded.items():
        report(folder.name, articles, options.mistakes, options.worst)


if __name__ == "__main__":
    main()
