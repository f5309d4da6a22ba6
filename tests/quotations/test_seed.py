"""The agency report in ../shared/data, which is not ours to copy: described here by places only."""

from pathlib import Path

import pytest

from articles.quotations import Quotation, find

SEED = Path(__file__).resolve().parents[3] / "shared" / "data" / "seed-tass-2019-05-14.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not here")


@pytest.fixture(scope="module")
def found() -> list[Quotation]:
    return find(SEED.read_text("utf-8"))


def test_six_quoted_passages_are_five_statements(found: list[Quotation]) -> None:
    direct = [quotation for quotation in found if quotation.kind == "direct"]
    assert [len(quotation.segments) for quotation in direct] == [1, 2, 1, 1, 1]


def test_passages_are_what_stands_between_the_marks(found: list[Quotation]) -> None:
    text = SEED.read_text("utf-8")
    for quotation in found:
        if quotation.kind == "direct":
            for start, end in quotation.segments:
                assert text[start - 1] == text[end] == '"'
    assert text.count('"') == 12


def test_five_statements_are_in_indirect_speech(found: list[Quotation]) -> None:
    assert sum(quotation.kind == "indirect" for quotation in found) == 5


def test_all_are_of_the_one_who_spoke(found: list[Quotation]) -> None:
    assert {quotation.speaker for quotation in found} == {"Sergey Lavrov"}


def test_a_misprinted_cue_still_counts(found: list[Quotation]) -> None:
    assert "expresed hope" in {quotation.cue.text for quotation in found if quotation.cue}


def test_nothing_of_headline_and_standfirst_is_a_statement(found: list[Quotation]) -> None:
    body = SEED.read_text("utf-8").index("/TASS/")
    assert all(quotation.start > body for quotation in found)
