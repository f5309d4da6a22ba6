"""The styles, against golden files that follow what their guides prescribe."""

from pathlib import Path

import pytest

from articles.citations import styles
from tests.citations import records

pytestmark = pytest.mark.django_db

GOLDEN = Path(__file__).parents[1] / "data" / "citations"


def written(record) -> str:
    """Each style on a line of its own, italics between asterisks."""
    lines = []
    for style in styles.STYLES:
        runs = style.write(records.of(record))
        marked = "".join(f"*{run.text}*" if run.italic else run.text for run in runs)
        lines.append(f"{style.label}\n  {marked}\n")
    return "".join(lines)


@pytest.mark.parametrize("name", records.RECORDS)
def test_a_record_is_cited_as_its_golden_file_says(name):
    assert written(records.RECORDS[name]()) == (GOLDEN / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", records.RECORDS)
def test_every_citation_has_the_permanent_address_and_the_day_and_the_source(name):
    record = records.RECORDS[name]()
    one = records.of(record)
    for style in styles.STYLES:
        line = styles.text(style.write(one))
        assert one.address in line
        assert one.source_address in line and one.source in line
        assert "2026" in line


def test_only_direct_quotations_are_said_to_be_quoted():
    one = records.of(records.press_conference())
    for style in styles.STYLES:
        line = styles.text(style.write(one)).lower()
        assert "quoted in" not in line
        assert "report" in line or "indirect" in line


def test_a_name_is_not_taken_apart_by_guessing():
    tenure = records.minister("Lin Wei Min", "Lin Wei Min")
    one = records.of(records.news(speaker=tenure.speaker, tenure=tenure))
    assert styles.text(styles.apa(one)).startswith("Lin Wei Min. (2019, May 14).")
    assert styles.text(styles.mla(one)).startswith("Lin Wei Min. “We expect")


def test_other_peoples_marks_become_single_ones_within_ours():
    one = records.of(records.press_conference())
    assert "“The border would ‘stay open’”" in styles.text(styles.apa(one))
    assert "“The border would ‘stay open,’”" in styles.text(styles.chicago_note(one))
