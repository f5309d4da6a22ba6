"""The first page of the desk: exact numbers, for those who may see them."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.search import counts, index
from tests import factories

pytestmark = pytest.mark.django_db


def summary(client) -> dict:
    return client.get("/admin/").context["dashboard"]


def test_it_counts_what_waits_and_what_was_published(editor, empty_index):
    agency = factories.source(name="Agency")
    public = factories.article(source=agency, published="2019-05-14")
    factories.statement(article=public)
    factories.statement(article=public, status="proposed", speaker=factories.speaker())
    factories.article(source=agency, status="draft")
    long_ago = timezone.now() - datetime.timedelta(days=30)
    old = factories.article(first_public_at=long_ago)
    factories.statement(article=old, confirmed_at=long_ago)
    withdrawn = factories.article(status="withdrawn")
    factories.statement(article=withdrawn, status="proposed")
    found = summary(editor)
    assert found["waiting"]["articles"] == 2
    assert found["proposals"] == {"all": 1, "lost": 0, "nobody": 0}
    assert (found["articles_this_week"], found["statements_this_week"]) == (1, 1)
    source = found["sources"][0]
    assert source.name == "Agency"
    assert (source.articles_counted, source.public_counted) == (2, 1)
    assert (source.statements_counted, source.waiting_counted) == (1, 1)
    assert str(source.latest) == "2019-05-14"


def test_an_empty_archive_has_a_first_page_too(editor):
    assert summary(editor)["waiting"] == {"articles": 0, "oldest": None}
    assert "Add article from text" in editor.get("/admin/").content.decode()


def test_who_sees_no_articles_sees_no_numbers(sign_in):
    stranger = sign_in(User.objects.create_user("stranger", is_staff=True))
    factories.statement(status="proposed")
    assert summary(stranger) is None


def test_a_large_archive_asks_no_more(editor):
    factories.article()
    editor.get("/admin/")
    with CaptureQueriesContext(connection) as few:
        editor.get("/admin/")
    for _ in range(12):
        factories.statement(status="proposed", article=factories.article(status="draft"))
    with CaptureQueriesContext(connection) as many:
        editor.get("/admin/")
    assert len(many) <= len(few)
    assert Article.objects.count() == 13


def test_names_of_others_are_escaped(editor):
    factories.article(source=factories.source(name="<script>alert(1)</script>"))
    assert "<script>alert" not in editor.get("/admin/").content.decode()


def test_without_an_index_the_page_says_that_it_is_counting(editor, monkeypatch):
    def no_index(*arguments):
        raise index.NotReady

    factories.article()
    monkeypatch.setattr(counts, "by_facet", no_index)
    assert "being counted" in editor.get("/admin/").content.decode()
