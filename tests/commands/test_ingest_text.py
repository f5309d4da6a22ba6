"""manage.py ingest FILE --format text: one report, as it was pasted."""

from __future__ import annotations

import datetime
import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Original, Statement
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

REPORT = """All news

Berg: the lighthouse stays

The light has burnt for a century

HAVENPORT, March 3. /NORNEWS/. The harbour keeps its light, Envoy Tove Berg said on Tuesday.

"Nobody puts it out," Berg said. "Not while I am here."
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def ingest(*arguments) -> tuple[str, str, int]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("ingest", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}\n", error.returncode
    return out.getvalue(), err.getvalue(), 0


def test_a_report_comes_in_with_its_parts_and_proposals(file):
    factories.speaker(name="Tove Berg")
    url = "https://news.example/1"
    options = ["--format", "text", "--source", "NorNews", "--url", url]
    out, err, status = ingest(file, *options, "--published-on", "2020-03-04")
    assert (err, status) == ("", 0)
    assert "created              1" in out
    article = Article.objects.get()
    assert article.source.name == "NorNews"
    assert article.url == url
    assert article.title == "Berg: the lighthouse stays"
    assert article.summary == "The light has burnt for a century"
    assert (article.place, article.dateline_on) == ("Havenport", datetime.date(2020, 3, 3))
    assert article.published_on == datetime.date(2020, 3, 4)
    assert article.body.startswith("The harbour keeps its light")
    assert article.status == "draft"
    said = article.statements.order_by("position")
    assert [len(one.segments) for one in said] == [1, 2]
    assert {one.speaker.name for one in said} == {"Tove Berg"}
    assert {one.said_on for one in said} == {datetime.date(2020, 3, 3)}
    original = Original.objects.get()
    assert bytes(original.content) == file.read_bytes()
    assert original.media_type == "text/plain"


def test_a_txt_file_is_recognised_and_published_on_demand(file):
    assert ingest(file, "--source", "NorNews", "--publish")[2] == 0
    assert Article.objects.get().is_public
    assert set(Statement.objects.values_list("status", flat=True)) == {"proposed"}


@pytest.mark.parametrize("again", [[], ["--url", "https://news.example/1"]])
def test_the_same_report_is_not_doubled(file, again):
    ingest(file, "--source", "NorNews")
    _, err, status = ingest(file, "--source", "NorNews", *again)
    assert (err, status) == ("", 0)
    assert Article.objects.count() == 1
    assert Statement.objects.count() == 2


def test_one_that_an_editor_typed_is_said_to_be_there(file):
    ingest(file, "--source", "NorNews")
    Article.objects.update(external_id="")
    _, err, status = ingest(file, "--source", "NorNews")
    assert "in the archive already, entered by hand: “Berg: the lighthouse stays”" in err
    assert status == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "has no body"),
        (b" \n\n \x00 ", "has no body"),
        (b"Only a headline about a lighthouse", "has no body"),
        (b"The light is out. Nobody knows why.\n\nIt was dark.", "has no headline"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"caf\xe9", "is not UTF-8: at byte 4"),
        (b"a " * 2**21 + b"b", "is longer than 4 MiB"),
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(tmp_path, content, complaint):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    _, err, status = ingest(path, "--source", "NorNews")
    assert complaint in err
    assert status == 1
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "--source NAME does"),
        (["--source", "NorNews", "--url", "javascript:alert(1)"], "is no address"),
        (["--source", "NorNews", "--published-on", "yesterday"], "is not a date of the form"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(file, arguments, complaint):
    _, err, status = ingest(file, *arguments)
    assert complaint in err
    assert status == 1
    assert not Article.objects.exists()


def test_one_address_is_not_that_of_two_texts(file):
    _, err, status = ingest(file, file, "--source", "NorNews", "--url", "https://news.example/1")
    assert "there are several files" in err
    assert status == 1
