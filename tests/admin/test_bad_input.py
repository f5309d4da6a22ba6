"""Forged values, records that are gone, too much of anything: a clear word, never a failure."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import pytest
from django.db import transaction

from articles.models import Article, Statement
from tests import factories

from .conftest import errors_of, messages_of
from .desk_requests import NOUNS, REQUESTS, at

pytestmark = pytest.mark.django_db

JUNK = ("", "\0", "x", "-1", "9" * 30, "²", "' OR 1=1 --", "y" * 20_000)


def forgeries(data: dict[str, Any]) -> list[dict[str, Any]]:
    """All of it forged, then each field alone."""
    kept = {name: data[name] for name in data if name in ("action", "deed") or "_FORMS" in name}
    junk = cycle(JUNK)
    return [
        {},
        *(dict.fromkeys(data, one) | kept for one in JUNK),
        *(data | {name: next(junk)} for name in data),
    ]


@pytest.mark.parametrize("about", REQUESTS)
def test_nothing_that_is_sent_is_an_error(about, records):
    for request in REQUESTS[about]:
        if request.data is None:
            continue
        with transaction.atomic():
            path, data = request.path(records), request.data(records)
            for forged in forgeries(data):
                with transaction.atomic():
                    answer = records.root.post(path, forged)
                    assert answer.status_code < 500, (request.name, forged)
                    transaction.set_rollback(True)
            transaction.set_rollback(True)


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun != "article"])
def test_a_form_of_what_was_deleted_meanwhile_is_told(records, noun):
    record, root = getattr(records, noun), records.root
    data = root.form(root.page(record), version=root.get(root.page(record)).context["version"])
    key = record.pk
    type(record).objects.filter(pk=key).delete()
    record.pk = key
    for page in ("change", "history", "delete"):
        told = messages_of(root.post(root.page(record, page), data))
        assert "Perhaps it was deleted?" in told
    chosen = {"action": "delete_selected", "_selected_action": [key], "post": "yes"}
    assert root.post(at("changelist", noun)(records), chosen).status_code in (200, 302)


def test_what_was_deleted_between_being_chosen_and_decided_on_is_told(reviewer, monkeypatch):
    said = factories.statement(status="proposed")
    other = factories.statement(status="proposed")
    from articles.admin import statement as desk

    def late(*args: Any) -> None:
        Statement.objects.filter(pk=said.pk).delete()
        return decide(*args)

    decide = desk.decide
    monkeypatch.setattr(desk, "decide", late)
    told = messages_of(reviewer.act("confirm", said, other))
    other.refresh_from_db()
    assert other.status == "confirmed"
    assert "1 statement confirmed" in told


def test_an_article_that_is_gone_is_told_on_the_review_too(reviewer):
    article = factories.article(status="draft")
    address = f"/admin/articles/article/{article.pk}/review/"
    article.delete()
    assert reviewer.post(address, {"deed": "accept"}).status_code == 404


def test_a_publication_keeps_what_another_saved_meanwhile(reviewer, monkeypatch):
    article = factories.article(status="draft", title="Old")
    from articles.admin import article as desk

    def late(*args: Any) -> None:
        list(args[2])  # the list is read
        Article.objects.update(title="New")
        return decide(*args)

    decide = desk.decide
    monkeypatch.setattr(desk, "decide", late)
    reviewer.act("publish", article)
    article.refresh_from_db()
    assert (article.title, article.status) == ("New", "published")


def test_a_report_that_is_too_long_is_told(editor):
    factories.source(name="NorNews")
    data = {"text": "word " * 100_000, "source": "NorNews", "_read": "1"}
    page = editor.post("/admin/articles/article/paste/", data)
    assert "a report has at most 300,000" in str(page.context["form"].errors["text"])


def test_words_as_long_as_a_book_are_not_in_the_article(reviewer):
    article = factories.article(body="Peace.")
    page = reviewer.fill(
        f"/admin/articles/statement/add/?article={article.pk}", words="word " * 200_000
    )
    assert "is not in the article" in errors_of(page)
