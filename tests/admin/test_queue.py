"""The queue: what waits, in which order, and who is at work on it."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin.versions import stamp
from articles.models import Article, Presence
from tests import factories

pytestmark = pytest.mark.django_db

QUEUE = "/admin/articles/article/queue/"


def waiting(title: str, *, days: int = 0, confidence: float | None = 0.9, **fields) -> Article:
    article = factories.article(title=title, **({"status": "draft"} | fields))
    said = factories.statement(article=article, status="proposed", confidence=confidence)
    said.topics.set([])
    entered = timezone.now() - datetime.timedelta(days=days)
    Article.objects.filter(pk=article.pk).update(created_at=entered)
    return article


def titles(client, **query) -> list[str]:
    page = client.get(QUEUE, query)
    assert page.status_code == 200
    return [row["article"].title for row in page.context["rows"]]


def test_drafts_and_articles_with_proposals_wait(editor):
    waiting("Draft")
    waiting("Published with a proposal", status="published")
    factories.article(title="Empty draft", status="draft")
    factories.statement(article=factories.article(title="All decided"))
    waiting("Withdrawn", status="withdrawn")
    assert set(titles(editor)) == {"Draft", "Published with a proposal", "Empty draft"}


def test_it_is_put_in_order(editor):
    fog, light = factories.source(name="Fog"), factories.source(name="Light")
    waiting("Old", days=9, source=light, confidence=0.9)
    waiting("Doubtful", days=5, source=fog, confidence=0.2)
    waiting("New", days=1, source=light, confidence=0.8)
    assert titles(editor) == ["Old", "Doubtful", "New"]
    assert titles(editor, order="new") == ["New", "Doubtful", "Old"]
    assert titles(editor, order="doubt") == ["Doubtful", "New", "Old"]
    assert titles(editor, order="source") == ["Doubtful", "Old", "New"]
    assert titles(editor, source=light.pk) == ["Old", "New"]


@pytest.mark.parametrize("query", [{"order": "x"}, {"source": "x"}, {"page": "x"}, {"page": "99"}])
def test_no_parameter_is_an_error(editor, query):
    waiting("One")
    assert titles(editor, **query) == ["One"]


def test_it_says_who_is_at_work_and_what_i_worked_on(editor, reviewer):
    article = waiting("Busy")
    said = article.statements.get()
    data = {"deed": "accept", "statement": said.pk, "version": stamp(said)}
    reviewer.post(f"/admin/articles/article/{article.pk}/review/", data)
    (row,) = editor.get(QUEUE).context["rows"]
    assert (row["at_work"], row["decided"]) == ([reviewer.user.username], 1)
    page = reviewer.get(QUEUE)
    assert page.context["rows"][0]["at_work"] == []
    assert page.context["mine"] == [article]
    review = editor.get(f"/admin/articles/article/{article.pk}/review/").content.decode()
    assert f"At work on it, too: {reviewer.user.username}" in review


def test_it_says_who_has_an_article_open(editor, reviewer):
    article = waiting("Open")
    address = f"/admin/articles/article/{article.pk}/review/"
    for _ in range(2):
        assert reviewer.post(address, {"deed": "here"}).status_code == 204
    assert f"At work on it, too: {reviewer.user.username}" in editor.get(address).content.decode()
    assert "At work on it, too" not in reviewer.get(address).content.decode()
    long_ago = timezone.now() - datetime.timedelta(minutes=5)
    Presence.objects.update(seen_at=long_ago)
    assert "At work on it, too" not in editor.get(address).content.decode()


def test_what_is_decided_leads_on_to_the_next(reviewer):
    first, second = waiting("First", days=2), waiting("Second")
    said = first.statements.get()
    data = {"deed": "accept", "statement": said.pk, "version": stamp(said)}
    address = f"/admin/articles/article/{first.pk}/review/"
    reviewer.post(address, data)
    page = reviewer.get(address)
    assert page.context["following"] == second
    assert "Next in the queue: Second" in page.content.decode()


def test_many_rows_ask_no_more(editor):
    waiting("One")
    with CaptureQueriesContext(connection) as few:
        editor.get(QUEUE)
    for number in range(12):
        waiting(f"Number {number}")
    with CaptureQueriesContext(connection) as many:
        editor.get(QUEUE)
    assert len(many) <= len(few)


def test_text_of_others_is_escaped(editor):
    evil = "<script>alert(1)</script>"
    waiting(evil, source=factories.source(name=evil))
    assert evil not in editor.get(QUEUE).content.decode()


def test_strangers_see_nothing(client):
    waiting("Secret")
    assert client.get(QUEUE).status_code == 302
