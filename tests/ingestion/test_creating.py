"""New articles: created once, with all that their file states."""

from __future__ import annotations

import pytest

from articles.dates import PartialDate
from articles.ingestion import Outcome, Result, load
from articles.models import Article, Original, Speaker, Statement
from articles.readers import ArticleDraft, Failure

from .lines import BODY, READY, drafts, everything, ingest, line, results, stated

pytestmark = pytest.mark.django_db


def test_an_article_comes_in_with_all_that_its_line_says():
    (outcome,) = ingest(
        line(
            stated(
                kind="mixed", speaker="Ada Brook", office="Envoy", country="GBR", cue="said",
                said_on="2019-05", topics=["Iran", "G20"],
            ),
            url="https://agency.example/1",
            summary="In short.",
            language="en-GB",
            place="Sochi",
            topics=["Iran"],
        )
    )  # fmt: skip
    assert outcome == Outcome(Result.CREATED, 1, "1")
    article = Article.objects.get()
    assert (article.source.name, article.external_id) == ("Agency", "1")
    assert (article.title, article.summary, article.place) == ("Talks", "In short.", "Sochi")
    assert (article.url, article.language) == ("https://agency.example/1", "en-GB")
    assert (article.body, article.status) == (BODY, "draft")
    assert article.published == PartialDate.parse("2019-05-14")
    assert [topic.name for topic in article.topics.all()] == ["Iran"]
    said = article.statements.get()
    assert (said.text, said.kind, said.cue, said.status) == (READY, "mixed", "said", "proposed")
    assert (said.attribution, said.speaker.name) == ("Ada Brook", "Ada Brook")
    assert (said.office_as_printed, said.polity.code) == ("Envoy", "GBR")
    assert (said.said, said.language) == (PartialDate.parse("2019-05"), "en-GB")
    assert {topic.name for topic in said.topics.all()} == {"Iran", "G20"}


def test_the_original_is_kept_byte_for_byte():
    (draft,) = drafts(line())
    load([draft], lambda outcome: None)
    original = Original.objects.get()
    assert bytes(original.content) == draft.original
    assert original.media_type == "application/json"


def test_a_statement_is_said_on_the_day_of_its_article_unless_the_line_says_otherwise():
    ingest(line(published_on="2019"))
    assert Statement.objects.get().said == PartialDate.parse("2019")


def test_without_publish_nothing_is_public():
    ingest(line())
    assert not Statement.objects.public().exists()


def test_publish_confirms_what_the_file_states():
    ingest(line(), publish=True)
    article = Article.objects.get()
    assert article.first_public_at
    assert Statement.objects.public().get().confirmed_at


def test_a_line_that_says_nothing_of_statements_publishes_none():
    ingest(line(statements=None), publish=True)
    article = Article.objects.public().get()
    assert set(article.statements.values_list("status", flat=True)) == {"proposed"}


def test_failures_of_the_reader_are_reported_in_their_place():
    first, second = drafts(line(), line(id="2"))
    outcomes: list[Outcome] = []
    load([first, Failure(2, "is not JSON."), second], outcomes.append)
    assert [outcome.result for outcome in outcomes] == ["created", "failed", "created"]
    assert outcomes[1] == Outcome(Result.FAILED, 2, reason="is not JSON.")


def test_failures_are_reported_before_all_is_read():
    def endless():
        for number in range(1000):
            yield Failure(number, "is not JSON.")
        raise RuntimeError("read on")

    outcomes: list[Outcome] = []
    with pytest.raises(RuntimeError):
        load(endless(), outcomes.append)
    assert len(outcomes) >= 500


def test_what_the_database_refuses_costs_one_article():
    # The reader would refuse this; a reader with a flaw would not.
    first, second, third = drafts(line(), line(id="2"), line(id="3"))
    broken = ArticleDraft(
        source="Agency",
        id="2",
        title="x" * 2000,
        body=second.body,
        statements=second.statements,
        line=2,
    )
    outcomes: list[Outcome] = []
    load([first, broken, third], outcomes.append)
    assert [outcome.result for outcome in outcomes] == ["created", "failed", "created"]
    assert "the database refuses it: value too long" in outcomes[1].reason
    assert set(Article.objects.values_list("external_id", flat=True)) == {"1", "3"}
    assert Speaker.objects.count() == 1


def test_a_dry_run_reports_all_and_leaves_nothing():
    ingest(line(id="0"))
    before = everything()
    assert results(line(id="0", title="New"), line(), publish=True, dry_run=True) == [
        "updated",
        "created",
    ]
    assert everything() == before
