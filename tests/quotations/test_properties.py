"""What holds for any text whatever."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.quotations import Mention, Quotation, find

from .gold import DATA, load

PIECES = [
    '"', "“", "”", "'", "’", "‘", "«", "»", "„", "''", ",", ".", "?", ":", ";", "—", "\n\n", "\n",
    " ", "said", "says", "that", "told", "reporters", "according to", "adding", "He", "she", "and",
    "Ada Brook", "Foreign Minister", "the minister", "the statement", "in Oslo", "on Tuesday",
    "who", "was", "We will go", "the deal is dead", "OSLO, May 3 (AP) -", "Q:", "MS. BROOK:",
    "expresed hope", "его", "مرحبا", "\0", "\u200f", "😀", "1,000", "(", ")", "U.S.", "’s",
    "described", "as", "Smith", "İ", "In his words", "Noting that", "while", "called for",
    "on", "“Meet the Week”", "R-Wis.", "Will", "who", "which is", "there was", "shot back",
    "was described by", "ruled out", "the fact that", "a poll", "found", "used to say", "agency",
]  # fmt: skip
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_segments_lie_in_the_text_ascend_and_do_not_overlap(text: str) -> None:
    found = find(text)
    for quotation in found:
        assert list(quotation.segments) == sorted(quotation.segments)
    reached = 0
    for start, end in sorted(span for quotation in found for span in quotation.segments):
        assert reached <= start < end <= len(text)
        reached = end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_what_is_printed_stands_in_the_text(text: str) -> None:
    for quotation in find(text):
        for mention in (quotation.attribution, quotation.cue):
            if mention:
                assert text[mention.start : mention.end] == mention.text
        assert quotation.speaker is None or quotation.speaker.strip()
        assert quotation.speaker not in quotation.candidates


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert find(text) == find(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from("\u00ad\u200b\u200e\u2060\ufeff"), st.integers(1, 9))
def test_invisible_characters_change_nothing(text: str, unseen: str, every: int) -> None:
    strewn = "".join(c + unseen * (at % every == 0) for at, c in enumerate(text))
    plain, found = find(text), find(strewn)

    def said(quotations: list[Quotation], where: str) -> list[tuple[object, ...]]:
        return [(q.kind, q.text_in(where).translate(UNSEEN), q.speaker, q.rule) for q in quotations]

    assert said(found, strewn) == said(plain, text)


def test_copied_text_with_spaces_of_no_width_is_read() -> None:
    text = "The \u2060Kremlin \u200bsaid on Monday \u200bthat talks in \u200cOslo were on pause."
    [quotation] = find(text)
    assert quotation.speaker == "Kremlin"
    assert quotation.text_in(text) == "talks in \u200cOslo were on pause"
    assert quotation.cue == Mention("said", 14, 18)


def test_no_sentence_breaks_a_rule_wherever_it_is_cut() -> None:
    for article in load(DATA / "dev")[::3]:
        longest = max(article.text.split("\n"), key=len).split(" ")
        for at in range(1, len(longest)):
            for part in (longest[:at], longest[at:]):
                assert isinstance(find(" ".join(part)), list)


@pytest.mark.parametrize("text", ["(AU) said it", "They called for an end as", "Ada said, one of"])
def test_a_fragment_is_no_error(text: str) -> None:
    assert isinstance(find(text), list)


PATHOLOGICAL = {
    "straight marks": '"',
    "opening marks": "“a ",
    "single marks": "'a ",
    "low marks": "„a b ",
    "guillemets": "«",
    "cues": "said ",
    "one long word": "a",
    "names": "Ada Brook ",
    "offices": "President Zed said he left. The president said she stayed.\n\n",
    "commas": "Ada, the X, ",
    "turns": "Q: a\n\n",
    "abbreviations": "A.",
    "hyphens": "a-",
    "mixed alphabets": "aа",
    "empty lines": "\n a",
    "no letters": "1 . , ! — 3 % ",
    "one sentence": "and the ministers of the states in the south said that they would ",
    "quotations in it": "he said “we go” and ",
    "asides": ", who said he was, while she noted it, ",
    "titles without names": "the president of the bank of the ",
    "surnames": "Brook said it. Vik said so. ",
    "programmes": "told “Meet the Week” that ",
    "colons": 'he said: "we go" : ',
    "party tags": "Ada Brook, R-Wis., ",
}


@pytest.mark.parametrize("piece", PATHOLOGICAL.values(), ids=PATHOLOGICAL.keys())
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    """Ten times the text in at most forty times the time: a square would take a hundred."""
    small, large = (piece * (size // len(piece)) for size in (20_000, 200_000))
    find(small)
    assert _seconds(large) < 40 * _seconds(small) + 0.5


def _seconds(text: str) -> float:
    start = time.process_time()
    find(text)
    return time.process_time() - start


def test_a_megabyte_of_quotation_marks_is_no_error() -> None:
    assert find('"' * 1_000_000) == []


def test_ten_thousand_quotations_are_no_error() -> None:
    text = "“We go,” Ada Brook said. " * 10_000
    assert {quotation.speaker for quotation in find(text)} == {"Ada Brook"}


def test_a_sentence_of_a_megabyte_is_no_error() -> None:
    text = "Ada Brook said that " + "the talks were going on and " * 40_000
    assert find(text)[0].speaker == "Ada Brook"
    assert find("Ada Brook " * 100_000) == []


def test_nothing_is_found_where_no_letters_are() -> None:
    assert find("1 + 1 = 2; 3 — 4 (5) … ! ? \n\n 6 : 7 «8» " * 2_000) == []


def test_a_phrase_that_begins_with_of_is_no_error() -> None:
    assert isinstance(find("not of chuckled of prays conceded 44 is of"), list)
