import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories

TEXT = "“We go,” Foreign Minister Ada Brook said. “We go now.”"


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("quotations", *arguments, stdout=out)
    return out.getvalue()


def test_prints_who_said_what(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    out = run(str(file))
    assert "direct: We go, … We go now." in out
    assert "Ada Brook (“Foreign Minister Ada Brook” said)" in out


def test_answers_each_line_of_json(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    lines = [
        {"doc_id": "a", "text": TEXT, "published_on": "2019-05-14"},
        {"doc_id": "b", "text": ""},
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = map(json.loads, run("--jsonl", str(file)).splitlines())
    assert second == {"doc_id": "b", "quotes": []}
    (quote,) = first["quotes"]
    assert [TEXT[start:end] for start, end in quote["segments"]] == ["We go,", "We go now."]
    assert TEXT[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]
    assert (quote["start"], quote["end"]) == (1, len(TEXT) - 1)
    assert (quote["kind"], quote["cue"], quote["speaker"]) == ("direct", "said", "Ada Brook")
    assert quote["candidates"] == []


def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
    assert "Ada Brook" in run("-")


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"doc_id": 1}', '{"text": 5}', '{"text": "", "published_on": "2019-02-31"}',
     "[" * 100_000],
)  # fmt: skip
def test_a_bad_line_is_reported_and_the_others_answered(tmp_path: Path, line: str) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(f'{line}\n{{"doc_id": 2, "text": ""}}\n', encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="1 line"):
        call_command("quotations", "--jsonl", str(file), stdout=out, stderr=err)
    assert json.loads(out.getvalue()) == {"doc_id": 2, "quotes": []}
    assert err.getvalue().startswith("Line 1: ")


def test_a_file_that_is_missing_or_no_text_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        run(str(tmp_path / "none.txt"))
    file = tmp_path / "bytes.txt"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="no UTF-8 text"):
        run(str(file))


@pytest.mark.django_db
def test_with_people_an_office_is_who_held_it_on_the_day(tmp_path: Path) -> None:
    office = factories.office(
        title="Minister of Foreign Affairs", polity=factories.polity(name="Norway")
    )
    brook = factories.speaker(name="Ada Brook")
    factories.tenure(speaker=brook, office=office, starts="2018-01-01", ends="2019-12-31")
    file = tmp_path / "report.txt"
    file.write_text("“We go,” the Norwegian foreign minister said.", encoding="utf-8")
    assert "Ada Brook" in run(str(file), "--people", "--on", "2019-05-14")
    assert "speaker not known" in run(str(file), "--people", "--on", "2021-05-14")
    assert "speaker not known" in run(str(file), "--on", "2019-05-14")


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--on: “14 May 2019” is no date"):
        run(str(tmp_path), "--on", "14 May 2019")
