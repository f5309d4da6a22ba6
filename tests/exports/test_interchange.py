"""What is exported as JSONL can be ingested into another archive, and comes out of it the same."""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Article, Statement
from articles.search import index
from tests import factories

ATTRIBUTES = ("segments", "kind", "speaker", "office", "country", "cue", "said_on", "topics")


def export(client, query: str = "", kind: str = "statements") -> str:
    index.update()
    return b"".join(client.get(f"/{kind}/export.jsonl{query}")).decode()


def an_archive() -> None:
    """Records of every sort: some of it cannot be told by names alone."""
    russia = factories.polity(name="Russia", code="RUS")
    league = factories.polity(name="League of Norland", kind="organisation")
    iran, g20 = factories.topic(name="Iran"), factories.topic(name="G20")
    tenure = factories.tenure(
        speaker=factories.speaker(name="Anna Berg", sort_name="Berg, Anna"),
        office=factories.office(title="Foreign Minister", polity=russia),
    )
    agency = factories.source(name="Agency", kind="agency")
    first = factories.article(
        source=agency,
        body="“Yes,” she said. “No.”\n\nHe agreed — 日本 🕊, “fully”.\n\nOthers did not.",
        title="Talks & more",
        summary="A standfirst.",
        url="https://agency.example/1?a=1&b=2",
        external_id="1",
        place="Sochi",
        topics=[iran],
    )
    details = {"speaker": tenure.speaker, "tenure": tenure, "topics": [iran, g20], "cue": "said"}
    factories.statement(["Yes,", "No."], article=first, attribution="she", **details)
    factories.statement("“fully”", article=first, attribution="He", kind="mixed", said="2019-05")
    factories.statement("Others did not.", article=first, kind="indirect", said="2019")
    second = factories.article(
        source=agency,
        body="We speak for ourselves.",
        language="ru",
        published="",
        url="https://agency.example/2",
    )
    speaker = factories.speaker(name="Carl Dahl")
    factories.statement(article=second, speaker=speaker, polity=league, office_as_printed="envoy")
    nameless = factories.article(body="No address of its own.", published="2018")
    factories.statement(article=nameless, attribution="the Secretary of State")


def empty_the_archive() -> None:
    tables = [model._meta.db_table for model in (Article, Statement)]
    rest = ["speaker", "office", "tenure", "polity", "topic", "source", "occasion"]
    names = ", ".join([*tables, *(f"articles_{name}" for name in rest)])
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names} CASCADE")


@pytest.fixture
def fresh_index(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_exported_ingested_and_exported_again_are_the_same_bytes(
    client, fresh_index, tmp_path, kind
):
    an_archive()
    before = export(client, kind=kind)
    assert len(before.splitlines()) == 3
    file = tmp_path / "export.jsonl"
    file.write_text(before, "utf-8")
    empty_the_archive()
    call_command("ingest", str(file), publish=True, verbosity=0)
    assert Statement.objects.public().count() == 5
    assert export(client, kind=kind) == before


@pytest.mark.django_db(transaction=True)
def test_the_demonstration_comes_back_the_same(client, fresh_index, tmp_path):
    call_command("loaddata", "demo", verbosity=0)
    before = export(client)
    file = tmp_path / "export.jsonl"
    file.write_text(before, "utf-8")
    count = Statement.objects.public().count()
    empty_the_archive()
    call_command("ingest", str(file), publish=True, verbosity=0)
    assert Statement.objects.public().count() == count
    assert export(client) == before


@pytest.mark.django_db
def test_a_line_holds_the_statements_that_were_found(client, empty_index):
    an_archive()
    (line,) = export(client, "?topic=iran").splitlines()
    article = json.loads(line)
    assert article["title"] == "Talks & more"
    (said,) = article["statements"]
    assert said["speaker"] == "Anna Berg"
    assert (said["office"], said["country"]) == ("Foreign Minister", "RUS")
    assert said["topics"] == ["G20", "Iran"]
    assert "said_on" not in said  # it is the article's
    assert len(json.loads(export(client, "?q=talks", kind="articles"))["statements"]) == 3


@pytest.mark.django_db
def test_an_article_without_identifier_or_address_has_its_address_here(client, empty_index):
    article = factories.article(body="Peace.")
    factories.statement(article=article)
    line = json.loads(export(client))
    assert line["url"] == f"http://testserver{article.get_absolute_url()}"
    assert "id" not in line


@pytest.mark.django_db
def test_what_the_format_refuses_is_not_in_it(client, empty_index):
    nowhere = factories.polity(name="Nowhere", code="ZZZ")
    article = factories.article(body="Peace. War.", url="javascript:alert(1)", external_id="1")
    for _ in range(2):
        factories.statement("Peace.", article=article, polity=nowhere, place="Here")
    line = json.loads(export(client))
    assert "url" not in line
    assert line["statements"] == [{"segments": [[0, 6]], "kind": "direct"}]
