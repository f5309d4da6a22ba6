"""A whole result as a file, in every format, read back by those who read such files."""

import csv
import io
import json

import bibtexparser
import openpyxl
import pytest
import rispy
from django.core.signals import request_finished
from django.utils import timezone

from articles import publishing
from articles.exports import result as results
from articles.exports import tables
from articles.exports.formats import BY_EXTENSION, FORMATS
from articles.search import index, searching, walking
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

NASTY = '=1+1 "said", 50 % & A_B {so}; Ünï العربية 日本 <img src=x>'
EXTENSIONS = [one.extension for one in FORMATS]


@pytest.fixture
def get(client):
    """Status and text of an export."""

    def get(path, **parameters):
        index.update()
        response = client.get(path, parameters)
        return response.status_code, b"".join(response).decode()

    return get


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(tables.BOM), newline="")))


def texts(extension: str, content: bytes) -> list[str]:
    """The words of each record in a file, as a reader of that format gives them."""
    text = "" if extension == "xlsx" else content.decode()
    match extension:
        case "csv":
            return [row["text"] for row in rows(text)]
        case "xlsx":
            sheet = openpyxl.load_workbook(io.BytesIO(content)).active
            return [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)]
        case "jsonl":
            articles = [json.loads(line) for line in text.splitlines()]
            return [
                " ".join(one["body"][start:end] for start, end in said["segments"])
                for one in articles
                for said in one["statements"]
            ]
        case "ris":
            return [one["abstract"] for one in rispy.loads(text)]
        case "bib":
            entries = bibtexparser.parse_string(text).entries
            return [entry["abstract"] for entry in entries]
        case "json":
            return [one["abstract"] for one in json.loads(text)]
    raise AssertionError(extension)


def download(client, path: str) -> bytes:
    index.update()
    response = client.get(path)
    assert response.status_code == 200
    return b"".join(response)


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_file_holds_the_whole_result_in_its_order(client, monkeypatch, extension):
    monkeypatch.setattr(walking, "AT_ONCE", 3)
    monkeypatch.setattr(results, "BATCH", 2)
    topic = factories.topic(name="Iran")
    for number in range(8):
        factories.statement(f"Peace {number}.", said=f"2019-01-0{number + 1}", topics=[topic])
    factories.statement("War.", topics=[topic])
    content = download(client, f"/statements/export.{extension}?q=peace&topic=iran&sort=date")
    assert texts(extension, content) == [f"Peace {number}." for number in range(8)]


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_nothing_found_is_a_file_without_records(client, extension):
    content = download(client, f"/statements/export.{extension}?q=nothing")
    assert texts(extension, content) == []


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_what_is_not_public_is_in_no_file(client, kind, extension):
    topic = factories.topic()
    for status in ("draft", "withdrawn"):
        article = factories.article(body="Secret.", title="Secret", status=status)
        factories.statement("Secret.", article=article, topics=[topic])
    open_article = factories.article(body="Open. Secret.", title="Open", url="https://e.org/1")
    factories.statement("Open.", article=open_article, speaker=factories.speaker())
    for status in ("proposed", "rejected"):
        factories.statement("Secret.", article=open_article, status=status, attribution="Secret")
    content = download(client, f"/{kind}/export.{extension}")
    if extension == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        assert sheet.max_row == 2
        text = str(list(sheet.values))
    else:
        text = content.decode()
    # The body of a published article is public; nothing of the others is, nor of the proposals.
    assert "Secret" not in text.replace("Open. Secret.", "")
    assert "Open" in text


def test_what_is_withdrawn_while_a_file_is_written_is_left_out(client, monkeypatch):
    monkeypatch.setattr(results, "BATCH", 1)
    first = factories.statement("Peace one.", said="2019-01-02")
    second = factories.statement("Peace two.", said="2019-01-01")
    index.update()
    stream = iter(client.get("/statements/export.ris"))
    assert first.text in next(stream).decode()
    publishing.withdraw(second.article, "By mistake.")
    assert "Peace two" not in b"".join(stream).decode()


def test_csv_says_everything_with_iso_dates_and_stable_ids(get):
    russia = factories.polity(name="Russia", code="RUS")
    tenure = factories.tenure(
        speaker=factories.speaker(name="Anna Berg", wikidata_id="Q1"),
        office=factories.office(title="Minister", polity=russia),
    )
    article = factories.article(
        body="“Yes,” he said. “No.”",
        title="Talks",
        published="2019-05",
        url="https://e.org/1",
        external_id="x-1",
    )
    statement = factories.statement(
        ["Yes,", "No."],
        article=article,
        speaker=tenure.speaker,
        tenure=tenure,
        said="2019",
        topics=[factories.topic(name="Iran"), factories.topic(name="G20")],
        occasion=factories.occasion(name="Summit"),
    )
    status, text = get("/statements/export.csv")
    assert status == 200 and text.startswith(tables.BOM)
    (row,) = rows(text)
    assert row["id"] == statement.public_id
    assert row["url"] == f"http://testserver{statement.get_absolute_url()}"
    assert (row["said_on"], row["article_published_on"]) == ("2019", "2019-05")
    assert (row["speaker"], row["speaker_id"], row["speaker_wikidata"]) == (
        "Anna Berg",
        "anna-berg",
        "Q1",
    )
    assert (row["office"], row["spoken_for_code"]) == ("Minister", "RUS")
    assert (row["topics"], row["occasion"], row["segments"]) == ("G20; Iran", "Summit", "1-5 17-20")
    assert (row["article_id"], row["source_identifier"]) == (article.public_id, "x-1")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", " =", "\r=", "＝", "＠"])
def test_no_cell_is_a_formula(client, get, begins):
    words = f"{begins}HYPERLINK(1)"
    article = factories.article(
        body=f"x{words}y", title=words, source=factories.source(name=words), url=words
    )
    factories.statement(words, article=article, attribution=words, place=words)
    for row in rows(get("/statements/export.csv")[1]):
        for value in row.values():
            assert not value.lstrip().startswith(("=", "+", "-", "@", "＝", "＠")), value
    sheet = openpyxl.load_workbook(io.BytesIO(download(client, "/statements/export.xlsx"))).active
    assert all(cell.data_type != "f" for row in sheet for cell in row)


@pytest.mark.parametrize("extension", [one for one in EXTENSIONS if one != "bib"])
def test_nasty_text_comes_back_as_it_was(client, extension):
    article = factories.article(body=f"x {NASTY}", title=NASTY)
    factories.statement(NASTY, article=article, attribution=NASTY)
    (text,) = texts(extension, download(client, f"/statements/export.{extension}"))
    assert text.removeprefix("'") == NASTY


def test_a_text_too_long_for_a_cell_says_that_it_is_cut(client):
    body = "🕊" * tables.LONGEST_CELL
    factories.statement(body, article=factories.article(body=body))
    (cut,) = texts("xlsx", download(client, "/statements/export.xlsx"))
    assert len(cut.encode("utf-16-le")) // 2 <= tables.LONGEST_CELL
    assert cut.endswith(tables.CUT) and cut.startswith("🕊" * 16_000)
    (whole,) = texts("csv", download(client, "/statements/export.csv"))
    assert whole == body


def test_the_note_says_query_moment_number_and_licence(get, settings):
    settings.LICENCE = "CC BY 4.0"
    factories.statement("Peace.", topics=[factories.topic(name="Iran")])
    status, text = get("/statements/export.txt", q="peace", topic="iran")
    lines = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    assert status == 200
    assert lines["Query"] == "peace" and lines["topic"] == "iran"
    assert lines["Found"] == "1 statements"
    assert lines["Licence"] == "CC BY 4.0"
    assert lines["Search"] == "http://testserver/statements/?q=peace&topic=iran"
    assert lines["CSV"] == "http://testserver/statements/export.csv?q=peace&topic=iran"
    assert lines["Moment"].endswith("Z") and lines["Index"] == "complete"


def test_a_file_leads_to_its_note_and_says_how_many(client):
    factories.statement("Peace.")
    index.update()
    response = client.get("/statements/export.csv?q=peace")
    note = "http://testserver/statements/export.txt?q=peace"
    assert response["Link"] == f'<{note}>; rel="describedby"; type="text/plain"'
    assert response["X-Total-Count"] == "1"
    assert response["X-Robots-Tag"] == "noindex"
    assert 'filename="on-the-record-statements-' in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"bogus": "1"}, "bogus"),
        ({"speaker": "nobody"}, "nobody"),
        ({"from": "2019-13"}, "2019-13"),
        ({"page": "2"}, "page"),
        ({"page_size": "5"}, "page_size"),
    ],
)
@pytest.mark.parametrize("extension", ["csv", "txt"])
def test_what_cannot_be_understood_is_refused_by_its_name(get, extension, parameters, named):
    status, text = get(f"/statements/export.{extension}", **parameters)
    assert status == 400 and named in text


@pytest.mark.parametrize("query", ['"unclosed', "((", "*", "-", "AND", "\0", "a" * 10_000])
def test_no_query_fails(get, query):
    factories.statement("Peace.")
    assert get("/statements/export.csv", q=query)[0] == 200


def test_there_is_no_other_format(client):
    assert client.get("/statements/export.exe").status_code == 404


def test_a_result_too_large_for_a_sheet_is_refused_with_the_reason(get, monkeypatch):
    factories.statement("Peace.")
    factories.statement("Peace.")
    object.__setattr__(BY_EXTENSION["xlsx"], "most", 1)
    try:
        status, text = get("/statements/export.xlsx")
    finally:
        object.__setattr__(BY_EXTENSION["xlsx"], "most", tables.MOST_ROWS)
    assert status == 400 and "this result has 2" in text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_asking_for_the_head_writes_nothing(client, extension, django_assert_max_num_queries):
    factories.statement("Peace.")
    index.update()
    with django_assert_max_num_queries(1):
        response = client.head(f"/statements/export.{extension}")
    assert response.status_code == 200 and b"".join(response) == b""


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_file_stopped_half_way_leaves_nothing_held(tmp_path, monkeypatch, extension):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(tables, "CHUNK", 100)
    factories.statement("Peace.")
    index.update()
    result = results.Result(searching.Search(), timezone.now(), "https://archive.example")
    content = BY_EXTENSION[extension].write(result)
    next(content)
    assert bool(list(tmp_path.glob("on-the-record-*"))) == (extension == "xlsx")
    content.close()
    assert not list(tmp_path.glob("on-the-record-*"))


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_download_that_is_broken_off_leaves_nothing_held(
    client, tmp_path, monkeypatch, extension
):
    """As a server closes an answer whose reader has gone; the test keeps its connection."""
    monkeypatch.setattr(request_finished, "send", lambda **arguments: None)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(results, "BATCH", 1)
    for word in ("one", "two"):
        factories.statement(f"Peace {word}.")
    index.update()
    response = client.get(f"/statements/export.{extension}")
    next(iter(response.streaming_content))
    response.close()
    assert not list(tmp_path.glob("on-the-record-*"))
    assert texts(extension, download(client, f"/statements/export.{extension}?q=two"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_queries_grow_with_the_batches_not_with_the_records(
    client, extension, django_assert_max_num_queries
):
    for _ in range(30):
        factories.statement(speaker=factories.speaker(), topics=[factories.topic()])
    index.update()
    with django_assert_max_num_queries(12):
        download(client, f"/statements/export.{extension}")


def test_the_search_page_leads_to_the_files_of_its_result(client):
    factories.statement("Peace.")
    index.update()
    html = client.get("/statements/?q=peace").content.decode()
    for extension in [*EXTENSIONS, "txt"]:
        assert f'href="/statements/export.{extension}?q=peace"' in html
    assert "/statements/export." not in client.get("/statements/?q=nothing").content.decode()
    assert "/articles/export.csv?q=peace" in client.get("/articles/?q=peace").content.decode()
