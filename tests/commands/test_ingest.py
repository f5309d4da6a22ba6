"""manage.py ingest: what it says, what it leaves behind, and how it ends."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from articles import publishing
from articles.management.commands.ingest import Reading
from articles.models import Article, Original, Source, Speaker, Statement
from articles.search import check

DATA = Path(os.environ.get("ON_THE_RECORD_DATA", settings.BASE_DIR.parent / "shared" / "data"))
BODY = "“We are ready,” said the envoy."


def encoded(number: int, **fields) -> bytes:
    stated = {"segments": [[1, 13]], "speaker": f"Ada Brook {number % 2}", "country": "GBR"}
    value = {
        "source": "Agency",
        "id": str(number),
        "title": "Talks",
        "body": BODY,
        "statements": [stated],
    }
    return json.dumps(value | fields).encode() + b"\n"


@pytest.fixture
def file(tmp_path) -> Path:
    """Two articles."""
    path = tmp_path / "articles.jsonl"
    path.write_bytes(encoded(1) + encoded(2))
    return path


@pytest.fixture
def ingest(db, empty_index):
    """Run the command: what it printed, what it complained of, and its exit status."""

    def ingest(*arguments: str | Path) -> tuple[str, str, int]:
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("ingest", *map(str, arguments), stdout=out, stderr=err)
        except CommandError as error:
            return out.getvalue(), f"{err.getvalue()}{error}\n", error.returncode
        return out.getvalue(), err.getvalue(), 0

    return ingest


def counts(out: str) -> dict[str, int]:
    """The figures at the end, without those that are nought."""
    figures = (line.split()[:2] for line in out.splitlines())
    return {name: int(number) for name, number in figures if number.isdigit() and number != "0"}


def test_counts_at_the_end(ingest, file):
    out, err, status = ingest(file)
    assert [line.split() for line in out.splitlines()] == [
        ["created", "2"],
        ["updated", "0"],
        ["unchanged", "0"],
        ["failed", "0"],
    ]
    assert (err, status) == ("", 0)
    assert Article.objects.filter(status="draft").count() == 2


def test_again_all_is_unchanged(ingest, file):
    ingest(file, "--publish")
    assert counts(ingest(file, "--publish")[0]) == {"unchanged": 2}


def test_publish_makes_it_searchable_at_once(ingest, file):
    ingest(file, "--publish")
    assert Statement.objects.public().count() == 2
    assert list(check.differences()) == []


def test_each_failure_stands_on_a_line_of_its_own_and_the_rest_is_loaded(ingest, file):
    with file.open("ab") as more:
        more.write(b"{oops\n" + encoded(4, published_on="2019-02-30") + encoded(5))
    out, err, status = ingest(file)
    assert counts(out) == {"created": 3, "failed": 2}
    first, second, last = err.splitlines()
    assert first.startswith(f"{file}, line 3: is not JSON: ")
    assert second == f"{file}, line 4: published_on: There is no such date as 2019-02-30."
    assert last == "2 failed; see above."
    assert status == 1


def test_what_is_kept_for_an_editor_is_told(ingest, file):
    ingest(file, "--publish")
    publishing.withdraw(Article.objects.get(external_id="2"), "A hoax.")
    out, err, status = ingest(file, "--publish")
    assert counts(out) == {"unchanged": 2, "kept": 1}
    assert err == f"{file}, line 2 (2): kept as the editor has it: withdrawn, and stays so\n"
    assert status == 0


def test_fields_that_mean_nothing_are_told(ingest, file):
    file.write_bytes(encoded(1, publishd_on="2019") + encoded(2, publishd_on="2019"))
    _, err, status = ingest(file)
    assert err == "Ignored in 2 articles: publishd_on\n"
    assert status == 0


def test_a_dry_run_changes_nothing_and_says_so(ingest, file):
    out, _, status = ingest(file, "--publish", "--dry-run")
    assert counts(out) == {"created": 2}
    assert "Nothing was changed: this was a dry run." in out
    assert status == 0
    assert not any(model.objects.exists() for model in (Article, Source, Speaker, Original))


def test_a_source_for_lines_that_have_none(ingest, file):
    file.write_bytes(encoded(1, source=None) + encoded(2))
    assert ingest(file)[2] == 1
    assert counts(ingest(file, "--source", " A  ministry ")[0]) == {"created": 1, "unchanged": 1}
    assert Article.objects.get(external_id="1").source.name == "A ministry"


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\0b"])
def test_a_source_needs_a_name(ingest, file, name):
    _, err, status = ingest(file, "--source", name)
    assert "a source has a name of 1 to 200 characters" in err
    assert status != 0


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input(ingest, monkeypatch, pack):
    data = io.BytesIO(pack(encoded(1)))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    out, _, _ = ingest("-")
    assert counts(out) == {"created": 1}


def test_a_failure_on_standard_input_is_named(ingest, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{oops")))
    assert ingest("-")[1].startswith("standard input, line 1: is not JSON")


def test_several_files_and_one_that_is_missing(ingest, file, tmp_path):
    packed = tmp_path / "more.gz"
    packed.write_bytes(gzip.compress(encoded(3)))
    missing = tmp_path / "missing.jsonl"
    out, err, status = ingest(file, missing, packed)
    assert counts(out) == {"created": 3, "failed": 1}
    assert err.splitlines()[0] == f"{missing}: there is no such file."
    assert status == 1


def test_a_folder_is_no_file(ingest, tmp_path):
    _, err, status = ingest(tmp_path)
    assert f"{tmp_path}: is a folder" in err
    assert status == 1


def test_a_name_that_can_be_none(ingest):
    _, err, status = ingest("a\0b")
    assert "cannot be read" in err
    assert status == 1


@pytest.mark.parametrize("content", [b"<TEI/>", b"%PDF-1.7 \xff\xfe", b"\0" * 10_000, b"[1]\n[2]"])
def test_what_is_no_jsonl_is_recognised(ingest, tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    _, err, status = ingest(path)
    assert "is no format that the archive reads" in err
    assert status == 1


def test_a_truncated_gzip_gives_what_was_readable(ingest, tmp_path):
    path = tmp_path / "cut.jsonl.gz"
    whole = gzip.compress(b"".join(encoded(n, summary=str(n * 7919)) for n in range(2000)))
    path.write_bytes(whole[: len(whole) // 2])
    out, err, status = ingest(path)
    found = counts(out)
    assert found["created"] == Article.objects.count() > 500
    assert found["failed"] == 1
    assert f"{path}, line {found['created'] + 1}: The gzip file ends here" in err
    assert status == 1


def test_nothing_loads_nothing(ingest, tmp_path):
    path = tmp_path / "empty.jsonl"
    path.touch()
    assert counts(ingest(path)[0]) == {}


def test_interrupted_it_says_what_stays(ingest, file, monkeypatch):
    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.ingestion.loading.create", interrupt)
    out, _, status = ingest(file)
    assert "Interrupted." in out
    assert status == 130
    assert not Article.objects.exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_only(db, empty_index, file, monkeypatch):
    monkeypatch.setattr("time.monotonic", iter(range(1_000_000)).__next__)
    terminal, pipe = Terminal(), io.StringIO()
    call_command("ingest", file, stdout=io.StringIO(), stderr=terminal, no_color=True)
    call_command("ingest", file, stdout=io.StringIO(), stderr=pipe)
    assert re.search(r"\r1 articles, \d a second, about \d s left", terminal.getvalue())
    assert pipe.getvalue() == ""


def test_the_time_left_is_told_over_all_files(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"x" * 300)
    second.write_bytes(b"x" * 700)
    reading = Reading([str(first), str(second)])
    with first.open("rb") as stream:
        reading.begin(stream)
        assert reading.time_left(1) == ""
        stream.read()
    with second.open("rb") as stream:
        reading.begin(stream)
        assert reading.time_left(60) == ", about 2 min left"
    assert Reading(["-"]).time_left(60) == ""


def test_an_index_that_cannot_be_written_does_not_hide_that_the_articles_are_in(
    ingest, file, monkeypatch
):
    def full(**options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("articles.search.index.update", full)
    _, err, status = ingest(file)
    assert "The articles are saved, but the search index" in err
    assert status == 1
    assert Article.objects.count() == 2


# --- processes -----------------------------------------------------------------------------------


def start(*arguments: str, folder: Path) -> subprocess.Popen:
    database = connection.settings_dict["NAME"]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SEARCH_INDEX_DIR": str(folder),
    }
    command = [sys.executable, "-m", "tests.commands.process", database, *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


@pytest.mark.django_db(transaction=True)
def test_killed_it_leaves_whole_batches_and_the_next_load_does_the_rest(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"".join(encoded(number) for number in range(6)))
    killed = start(str(path), "2", folder=tmp_path / "index")
    assert killed.wait(timeout=120) == -signal.SIGKILL
    assert set(Article.objects.values_list("external_id", flat=True)) == {"0", "1"}
    assert Statement.objects.count() == Original.objects.count() == 2
    again = start(str(path), folder=tmp_path / "index")
    assert again.wait(timeout=120) == 0
    assert Statement.objects.public().count() == 6
    assert Speaker.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_loads_beside_each_other_make_nothing_twice(tmp_path):
    paths = [tmp_path / f"{name}.jsonl" for name in "ab"]
    for shift, path in enumerate(paths):
        path.write_bytes(b"".join(encoded(10 * shift + number) for number in range(10)))
    path_of_both = tmp_path / "both.jsonl"
    path_of_both.write_bytes(b"".join(path.read_bytes() for path in paths))
    running = [start(str(path), folder=tmp_path / "index") for path in [*paths, path_of_both]]
    assert [process.wait(timeout=240) for process in running] == [0, 0, 0]
    assert Article.objects.count() == Statement.objects.count() == 20
    assert (Source.objects.count(), Speaker.objects.count()) == (1, 2)


# --- real files ----------------------------------------------------------------------------------


@pytest.mark.skipif(not (DATA / "sample.jsonl").exists(), reason="sample.jsonl is not at hand")
def test_the_sample_loads_whole_and_again_changes_nothing(ingest):
    path = DATA / "sample.jsonl"
    assert counts(ingest(path, "--publish")[0]) == {"created": 120}
    assert Statement.objects.public().count() == 2331
    assert list(check.differences()) == []
    assert counts(ingest(path, "--publish")[0]) == {"unchanged": 120}
