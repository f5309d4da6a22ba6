"""The demonstration: it loads, is true to its originals, and has what it is to show."""

import gzip
import json
import os
import re
import subprocess
import sys
import warnings
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from articles.models import Article, Occasion, Speaker, SpeakerName, Statement, Tenure, Topic

FIXTURES = settings.BASE_DIR / "fixtures"
DATA = Path(os.environ.get("ON_THE_RECORD_DATA", settings.BASE_DIR.parent / "shared" / "data"))
QUOTED = re.compile(r"“([^”]*)”")
MOST_WORDS = 25


@cache
def rows(model: str) -> list[dict]:
    everything = json.loads((FIXTURES / "demo.json").read_text("utf-8"))
    return [row["fields"] for row in everything if row["model"] == f"articles.{model}"]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration loaded once for all tests here, in a transaction of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", "demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(loaded, db):
    """Each test starts from the demonstration as it was loaded."""


def contents() -> dict[str, list]:
    """Every row of every table of the application, histories too; not the change feed."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_app_config("articles").get_models(include_auto_created=True):
            if model._meta.managed:
                table = model._meta.db_table
                cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table)} t")
                found[table] = sorted(row for (row,) in cursor)
    return found


# --- loading -------------------------------------------------------------------------------------


def test_the_fixture_is_what_its_source_makes():
    build = [sys.executable, str(FIXTURES / "build.py"), "--check"]
    made = subprocess.run(build, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr


def test_everything_is_loaded(demonstration):
    assert Article.objects.count() == len(rows("article"))
    assert Statement.objects.count() == len(rows("statement"))
    assert SpeakerName.objects.count() == len(rows("speakername"))
    assert Tenure.objects.count() == len(rows("tenure"))


def test_loading_twice_changes_nothing(demonstration):
    before = contents()
    call_command("loaddata", "demo", verbosity=0)
    assert contents() == before


def test_the_records_are_valid_for_the_admin_too(demonstration):
    for model in (Article, Statement, Speaker, Tenure, Topic, Occasion):
        for record in model.objects.all():
            record.full_clean()


def test_nothing_was_entered_in_the_future_or_confirmed_before_it_was_entered():
    for row in rows("statement"):
        assert not row["confirmed_at"] or row["created_at"] <= row["confirmed_at"]
    assert max(row["created_at"] for row in rows("article")) < "2026-11-23"


# --- what it shows -------------------------------------------------------------------------------


def test_it_is_large_enough_to_explore(demonstration):
    statements = Statement.objects.public()
    assert Article.objects.public().count() >= 50
    assert statements.count() >= 450
    assert (
        Speaker.objects.filter(statements__in=statements, tenures__office__isnull=False)
        .distinct()
        .count()
        >= 35
    )
    assert Topic.objects.filter(statements__in=statements).distinct().count() >= 15
    assert Occasion.objects.filter(statements__in=statements).distinct().count() >= 18
    years = {said.year for said in statements.values_list("said_on", flat=True)}
    assert len(years & set(range(2005, 2025))) >= 15


def test_statements_of_every_kind_and_dates_of_every_precision(demonstration):
    statements = Statement.objects.public()
    assert set(statements.values_list("kind", flat=True)) == set(Statement.Kind.values)
    precisions = {"day", "month", "year"}
    assert set(statements.values_list("said_on_precision", flat=True)) == precisions
    published = Article.objects.public().values_list("published_on_precision", flat=True)
    assert set(published) == precisions


def test_the_same_words_of_a_speaker_are_reported_twice(demonstration):
    quoted = Statement.objects.public().filter(kind="direct")
    reports = Counter(quoted.values_list("text", "speaker"))
    for (text, speaker), times in reports.items():
        if times > 1:
            twice = quoted.filter(text=text, speaker=speaker)
            assert twice.values("article").distinct().count() == times
    assert max(reports.values()) > 1


def test_public_records_of_every_shape(demonstration):
    statements, articles = Statement.objects.public(), Article.objects.public()
    assert statements.filter(segments__len__gt=1, kind="direct").exists()
    assert statements.filter(speaker=None, polity=None).exists()
    assert statements.filter(speaker=None, polity__isnull=False).exists()
    assert statements.filter(speaker__kind=Speaker.Kind.BODY).exists()
    assert statements.filter(language="fr").exists()
    assert statements.filter(addressees__isnull=False).exists()
    assert statements.exclude(office_as_printed="").exists()
    assert articles.filter(statements=None).exists()
    assert articles.filter(summary="").exists() and articles.exclude(summary="").exists()
    assert articles.filter(dateline_on__isnull=False).exists()
    assert articles.filter(source__slug="corrections-to-the-digests").exists()


def test_what_editors_alone_see_is_there_and_not_public(demonstration):
    assert Article.objects.filter(status="draft").exists()
    assert Article.objects.filter(status="withdrawn").exclude(withdrawn_reason="").exists()
    hidden = Statement.objects.exclude(status="confirmed")
    assert {"proposed", "rejected"} == set(
        hidden.filter(article__status="published").values_list("status", flat=True)
    )
    assert hidden.filter(segments=[]).exists()
    assert not Statement.objects.public().filter(pk__in=hidden).exists()
    assert not Statement.objects.public().exclude(article__status="published").exists()


def test_the_topics_that_a_first_search_narrows_by_are_there(demonstration):
    for name in ("US–Russia relations", "Iran", "G20"):
        topic = Topic.objects.get(name=name)
        assert topic.parent and topic.cue_phrases
        assert Statement.objects.public().filter(topics=topic).exists()


def test_lavrov_speaks_of_the_mueller_report_in_sochi(demonstration):
    statement = Statement.objects.public().get(text__contains="Robert Mueller")
    assert statement.speaker.slug == "sergey-lavrov"
    assert statement.occasion.name == "Talks in Sochi"
    assert str(statement.said) == "2019-05-14"


def test_statements_are_spoken_in_an_office_held_on_the_day(demonstration):
    for said in Statement.objects.exclude(tenure=None).select_related("tenure"):
        assert said.tenure.speaker_id == said.speaker_id
        assert not said.tenure.starts_on or said.tenure.starts_on <= said.said.last
        assert not said.tenure.ends_on or said.said.first <= said.tenure.ends.last


# --- faithful to its originals -------------------------------------------------------------------


def quotations() -> list[tuple[str, dict]]:
    """Each passage in quotation marks, with its article: of the text and of what stands above."""
    return [
        (words, article)
        for article in rows("article")
        for words in QUOTED.findall("\n".join(article[f] for f in ("title", "summary", "body")))
    ]


def words_quoted(statement: dict) -> str:
    if statement["kind"] == "direct":
        return statement["text"]
    return " ".join(QUOTED.findall(statement["text"]))


def test_a_quotation_is_short():
    for statement in rows("statement"):
        assert len(words_quoted(statement).split()) <= MOST_WORDS, statement["text"]
    for words, _ in quotations():
        assert len(words.split()) <= MOST_WORDS, words


def test_indirect_statements_quote_nothing_and_mixed_ones_something():
    for statement in rows("statement"):
        marked = bool(QUOTED.search(statement["text"]))
        assert marked == (statement["kind"] == "mixed"), statement["text"]


def test_what_is_quoted_from_a_speaker_is_a_statement():
    statements = {}
    for row in rows("statement"):
        covered = statements.setdefault(row["article"][0], set())
        for start, end in row["segments"]:
            covered.update(range(start, end))
    for article in rows("article"):
        for found in QUOTED.finditer(article["body"].rpartition("\n\nOriginal: ")[0]):
            inside = set(range(found.start(1), found.end(1)))
            assert inside <= statements[article["public_id"]], found.group()


def test_every_article_names_its_original_and_where_it_is():
    for article in rows("article"):
        assert "\n\nOriginal: " in article["body"]
        assert article["external_id"] and article["url"].startswith("https://")


def plain(text: str) -> str:
    """The words alone: one kind of quotation mark, one kind of space."""
    return re.sub(r"\s+", " ", re.sub(r"[“”‘’\"]", "'", text))


@pytest.fixture(scope="module")
def originals() -> dict[str, str]:
    """external id -> text of each document that an article is a digest of."""
    if not (DATA / "ungdc.jsonl.gz").exists():
        message = f"the originals are not at {DATA}: quotations were NOT compared with them"
        warnings.warn(message, stacklevel=1)
        pytest.skip(message)
    wanted = {name for article in rows("article") for name in article["external_id"].split("+")}
    seed = (DATA / "seed-tass-2019-05-14.txt").read_text("utf-8")
    found = {"tass-2019-05-14-lavrov-pompeo-sochi": seed}
    for corpus in ("ungdc", "frus"):
        with gzip.open(DATA / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                if any(name in line[:200] for name in wanted):
                    document = json.loads(line)
                    found[document["id"]] = document["body"]
    return {name: plain(found[name]) for name in wanted}


def test_every_quotation_stands_in_its_original_word_for_word(originals):
    wrong = []
    for words, article in quotations():
        texts = [originals[name] for name in article["external_id"].split("+")]
        if not any(plain(words).rstrip(".,") in text for text in texts):
            wrong.append((article["title"], words))
    assert not wrong


def test_a_quotation_is_from_the_speech_for_the_polity_of_its_speaker(originals):
    codes = {row["slug"]: row["code"] or "EU" for row in rows("polity")}
    articles = {row["public_id"]: row for row in rows("article")}
    for statement in rows("statement"):
        names = articles[statement["article"][0]]["external_id"].split("+")
        if len(names) > 1:
            (name,) = [n for n in names if n.split("-")[1] == codes[statement["polity"][0]]]
            direct = statement["kind"] == "direct"
            for words in [statement["text"]] if direct else QUOTED.findall(statement["text"]):
                assert plain(words).rstrip(".,") in originals[name], words
