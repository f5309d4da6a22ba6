"""What the engine finds waits for an editor, with all that is known of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from articles import publishing
from articles.dates import PartialDate
from articles.ingestion import Result, load, propose, propose_more
from articles.ingestion.known_people import KnownPeople
from articles.models import Article, Statement, Topic
from articles.readers import text
from tests import factories as make

from .lines import ingest, line, results

pytestmark = pytest.mark.django_db

DATA = Path(os.environ.get("ON_THE_RECORD_DATA", settings.BASE_DIR.parent / "shared" / "data"))
SEED = DATA / "seed-tass-2019-05-14.txt"
REPORT = (
    "Norland would reopen the herring talks, Foreign Minister Ada Lindqvist said on Tuesday.\n\n"
    "“We never left the table,” Lindqvist said. “The chairs have been waiting for them.”\n\n"
    "Later the minister told reporters that the quota would be settled by summer."
)


def unstated(**fields) -> dict:
    found = line(**({"body": REPORT} | fields))
    del found["statements"]
    return found


@pytest.fixture
def lindqvist():
    norland = make.polity(name="Norland")
    office = make.office(title="Minister of Foreign Affairs", polity=norland)
    speaker = make.speaker(name="Ada Lindqvist")
    return make.tenure(speaker=speaker, office=office, starts="2017-10").speaker


def test_a_line_that_says_nothing_of_statements_gets_proposals(lindqvist):
    make.topic(name="Fisheries", cue_phrases=["herring", "quota"])
    ingest(unstated(place="Havenport"))
    said = list(Statement.objects.order_by("position"))
    assert [one.text for one in said] == [
        "Norland would reopen the herring talks",
        "We never left the table, The chairs have been waiting for them.",
        "the quota would be settled by summer",
    ]
    assert [one.kind for one in said] == ["indirect", "direct", "indirect"]
    assert {one.status for one in said} == {"proposed"}
    assert {one.speaker for one in said} == {lindqvist}
    assert {one.tenure.office.title for one in said} == {"Minister of Foreign Affairs"}
    assert [one.attribution for one in said][1] == "Lindqvist"
    assert said[1].cue == "said"
    assert said[1].rule
    assert said[1].said == PartialDate.parse("2019-05-14")
    assert said[1].place == "Havenport"
    assert [topic.name for topic in said[2].topics.all()] == ["Fisheries"]


def test_an_empty_list_of_statements_says_that_there_are_none():
    ingest(unstated() | {"statements": []})
    assert not Statement.objects.exists()


def test_proposals_stay_proposals_whatever_the_load_was_told(lindqvist):
    for _ in range(2):
        ingest(unstated(), publish=True)
    assert Article.objects.get().is_public
    assert set(Statement.objects.values_list("status", flat=True)) == {"proposed"}
    assert not Statement.objects.public().exists()


def test_somebody_unknown_is_named_and_not_made():
    ingest(unstated())
    said = Statement.objects.filter(speaker=None).order_by("position")
    assert {one.proposal.name for one in said} == {"Ada Lindqvist"}
    assert said.count() == 3


def test_loading_again_overrules_no_decision(lindqvist):
    ingest(unstated())
    first, second, third = Statement.objects.order_by("position")
    publishing.reject(first)
    publishing.confirm(second)
    third.delete()
    more = f"{REPORT}\n\n“The fog is thick,” Lindqvist said."
    assert results(unstated(body=more)) == [Result.UPDATED]
    assert list(Statement.objects.order_by("position").values_list("text", "status")) == [
        (first.text, "rejected"),
        (second.text, "confirmed"),
        ("The fog is thick,", "proposed"),
    ]
    assert results(unstated(body=more)) == [Result.UNCHANGED]


def test_a_changed_headline_proposes_nothing_again(lindqvist):
    ingest(unstated())
    Statement.objects.all().delete()
    ingest(unstated(title="Other"))
    assert not Statement.objects.exists()


def test_nothing_is_proposed_over_what_is_there(lindqvist):
    article = make.article(body=REPORT)
    mine = make.statement("left the table,", article=article)
    propose_more(article)
    assert not Statement.objects.filter(text__contains="We never left").exists()
    assert list(article.statements.values_list("position", flat=True)) == [0, 1, 2]
    assert article.statements.get(position=1) == mine


def test_two_of_one_name_are_nobody_until_an_editor_says_which():
    for _ in range(2):
        make.speaker(name="Ada Lindqvist")
    propose([make.article(body=REPORT)])
    assert set(Statement.objects.values_list("speaker", flat=True)) == {None}


def test_a_single_word_names_nobody():
    make.speaker(name="Lindqvist")
    assert KnownPeople().in_text(REPORT, None) == []


def test_other_names_are_met_too(lindqvist):
    lindqvist.other_names.create(name="Ada Lindkvist")
    propose([make.article(body=REPORT.replace("Ada Lindqvist", "Ada Lindkvist"))])
    assert set(Statement.objects.values_list("speaker", flat=True)) == {lindqvist.pk}


def test_statements_of_a_file_cost_the_engine_nothing(django_assert_max_num_queries, monkeypatch):
    monkeypatch.setattr("articles.ingestion.proposing._Engine", None)
    assert results(line()) == [Result.CREATED]


def test_many_articles_cost_no_more_queries_than_one(django_assert_num_queries):
    articles = [make.article(body=REPORT) for _ in range(5)]
    propose(articles[:1])
    with django_assert_num_queries(6):
        propose(articles[1:])


def test_a_text_with_an_address_is_updated_as_a_line_is(lindqvist):
    def loaded(report: str) -> str:
        found = text.draft(
            f"Minister hopes\n\nHAVENPORT, May 3. {report}".encode(),
            source="NorNews", url="https://news.example/1", published_on=PartialDate.parse("2020"),
        )  # fmt: skip
        outcomes = []
        load([found], outcomes.append)
        return str(outcomes[0].result)

    assert loaded(REPORT) == "created"
    assert loaded(REPORT) == "unchanged"
    assert loaded(REPORT.replace("by summer", "by autumn")) == "updated"
    assert Article.objects.get().body.endswith("by autumn.")


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not here")
@pytest.mark.parametrize("with_demonstration", [True, False])
def test_the_seed(with_demonstration):
    if with_demonstration:
        call_command("loaddata", "demo", verbosity=0)
    day = PartialDate.parse("2019-05-14")
    found = text.draft(SEED.read_bytes(), source="TASS", published_on=day)
    load([found], lambda outcome: None)
    said = Statement.objects.filter(article__source__name="TASS")
    assert sum(len(one.segments) for one in said if one.kind == "direct") == 6
    assert sum(one.kind == "direct" for one in said) == 5
    assert sum(one.kind == "indirect" for one in said) >= 5
    assert {one.proposal.name for one in said} == {"Sergey Lavrov"}
    if with_demonstration:
        assert {one.speaker.name for one in said} == {"Sergey Lavrov"}
        assert {one.tenure.office.polity.code for one in said} == {"RUS"}
        topics = Topic.objects.filter(statements__in=said)
        assert {"Iran", "G20"} <= set(topics.values_list("name", flat=True))
    else:
        assert {one.speaker for one in said} == {None}
