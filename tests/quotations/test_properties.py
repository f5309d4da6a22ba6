"""What holds for any text whatever."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.quotations import find

PIECES = [
    '"', "“", "”", "'", "’", "‘", "«", "»", "„", "''", ",", ".", "?", ":", ";", "—", "\n\n", "\n",
    " ", "said", "says", "that", "told", "reporters", "according to", "adding", "He", "she", "and",
    "Ada Brook", "Foreign Minister", "the minister", "the statement", "in Oslo", "on Tuesday",
    "who", "was", "We will go", "the deal is dead", "OSLO, May 3 (AP) -", "Q:", "MS. BROOK:",
    "expresed hope", "его", "مرحبا", "\0", "\u200f", "😀", "1,000", "(", ")", "U.S.", "’s",
    "described", "as", "Smith", "İ", "In his words", "Noting that", "while", "called for",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_segments_lie_in_the_text_ascend_and_do_not_overlap(text: str) -> None:
    reached = 0
    for quotation in find(text):
        for start, end in quotation.segments:
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
