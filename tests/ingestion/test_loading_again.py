"""Loading again: changed where the file changed, and nowhere else."""

from __future__ import annotations

import pytest

from articles.models import Article, Original, Statement

from .lines import BODY, READY, WAITING, everything, ingest, line, results, stated

pytestmark = pytest.mark.django_db


def test_loading_again_changes_nothing():
    lines = [line(), line(id="2", statements=[]), line(id=None, url="https://agency.example/3")]
    assert results(*lines, publish=True) == ["created"] * 3
    before = everything()
    assert results(*lines, publish=True) == ["unchanged"] * 3
    assert results(*lines) == ["unchanged"] * 3
    assert everything() == before


def test_publishing_what_was_loaded_before():
    ingest(line())
    assert results(line(), publish=True) == ["updated"]
    assert Statement.objects.public().count() == 1
    assert results(line(), publish=True) == ["unchanged"]


def test_an_article_without_identifier_is_known_by_its_address():
    by_address = line(id=None, url="https://agency.example/1")
    assert results(by_address, by_address | {"source": "Ministry"}) == ["created", "created"]
    assert results(by_address | {"title": "New"}) == ["updated"]


def test_the_same_line_twice_in_a_load_is_one_article():
    assert results(line(), line()) == ["created", "unchanged"]


def test_two_versions_of_an_article_in_one_load_are_one_too_many():
    first, second = ingest(line(), line(title="Another"))
    assert (first.result, second.result) == ("created", "failed")
    assert "another version" in second.reason
    assert Article.objects.get().title == "Talks"
    assert results(line(), line(title="Another")) == ["unchanged", "failed"]


def test_what_the_file_changed_is_taken():
    ingest(line(topics=["Iran"]), publish=True)
    said = Statement.objects.get()
    (outcome,) = ingest(
        line(
            stated(speaker="Eve Stone", country="FRA", cue="told", topics=["G20"]),
            title="Talks begin",
            published_on="2019-05-15",
            topics=["Trade"],
        ),
        publish=True,
    )
    assert (outcome.result, outcome.kept) == ("updated", ())
    article = Article.objects.get()
    assert (article.title, str(article.published)) == ("Talks begin", "2019-05-15")
    assert [topic.name for topic in article.topics.all()] == ["Trade"]
    said.refresh_from_db()
    assert (said.speaker.name, said.polity.code, said.cue) == ("Eve Stone", "FRA", "told")
    assert (str(said.said), said.attribution) == ("2019-05-15", "Eve Stone")
    assert [topic.name for topic in said.topics.all()] == ["G20"]
    assert said.status == "confirmed"
    assert article.originals.count() == 2


def test_other_bytes_that_say_the_same_change_nothing_but_are_kept():
    ingest(line())
    assert results(dict(reversed(line().items()))) == ["unchanged"]
    assert Original.objects.count() == 2


def test_a_changed_body_takes_its_statements_along():
    ingest(line(stated(), stated(WAITING)), publish=True)
    ids = set(Statement.objects.values_list("public_id", flat=True))
    body = f"SOCHI. {BODY}".replace("ready for", "ready  for")
    ready = READY.replace("ready for", "ready  for")
    ingest(line(stated(ready, body=body), stated(WAITING, body=body), body=body), publish=True)
    assert {one.text for one in Statement.objects.public()} == {ready, WAITING}
    assert set(Statement.objects.values_list("public_id", flat=True)) == ids


def test_corrected_words_keep_their_public_id():
    ingest(line(stated(), stated(WAITING)), publish=True)
    said = Statement.objects.get(text=READY)
    body = BODY.replace("ready for talks", "ready for the talks")
    ready = READY.replace("for talks", "for the talks")
    ingest(line(stated(ready, body=body), stated(WAITING, body=body), body=body), publish=True)
    said.refresh_from_db()
    assert (said.text, said.status) == (ready, "confirmed")
    assert Statement.objects.count() == 2


def test_new_statements_come_in_and_keep_the_order_of_the_file():
    ingest(line(stated(WAITING)), publish=True)
    ingest(line(stated("The minister spoke."), stated(WAITING)))
    found = Article.objects.get().statements.order_by("position")
    assert [(one.text, one.status) for one in found] == [
        ("The minister spoke.", "proposed"),
        (WAITING, "confirmed"),
    ]


def test_what_the_file_no_longer_states_waits_for_an_editor():
    ingest(line(stated(), stated(WAITING)), publish=True)
    ingest(line(stated()), publish=True)
    dropped = Statement.objects.get(text=WAITING)
    assert (dropped.status, dropped.segments != []) == ("proposed", True)
    assert "no longer" in dropped.status_reason
    ingest(line(stated(), stated(WAITING)), publish=True)
    dropped.refresh_from_db()
    assert dropped.status == "confirmed"
    assert Statement.objects.count() == 2


def test_a_file_that_falls_silent_about_statements_changes_none():
    ingest(line(), publish=True)
    body = f"SOCHI. {BODY}"
    assert results(line(statements=None, body=body)) == ["updated"]
    assert Statement.objects.public().get().text == READY
