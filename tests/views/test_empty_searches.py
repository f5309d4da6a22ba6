"""What readers sought in vain, counted by its words alone."""

import datetime

import pytest
from django.utils import timezone

from articles.models import EmptySearch, empty_search
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


def counted() -> dict[str, int]:
    return dict(EmptySearch.objects.values_list("words", "times"))


def test_a_search_that_finds_nothing_is_counted_by_its_words(client):
    client.get("/statements/?q=Zebra")
    client.get("/statements/?q=zebra&year=2019")
    client.get("/articles/?q=zebra")
    assert counted() == {"zebra": 3}


def test_what_is_found_or_not_understood_or_only_asked_for_its_head_is_not(client):
    factories.statement("Peace.")
    client.get("/statements/?q=peace")
    client.get("/statements/?year=1850")
    client.get("/statements/?q=zebra&wrong=1")
    client.head("/statements/?q=zebra")
    assert counted() == {}


def test_it_is_forgotten_after_a_while_and_never_too_much(client, monkeypatch):
    long_ago = timezone.now().date() - datetime.timedelta(days=100)
    EmptySearch.objects.create(words="gnu", times=7, last_on=long_ago)
    client.get("/statements/?q=zebra")
    assert counted() == {"zebra": 1}
    monkeypatch.setattr(empty_search, "MOST", 1)
    client.get("/statements/?q=okapi")
    client.get("/statements/?q=zebra")
    assert counted() == {"zebra": 2}


def test_editors_see_it_escaped(client, admin_client):
    client.get("/statements/", {"q": "<img-src=x-onerror=alert(1)>"})
    page = admin_client.get("/admin/").content.decode()
    assert "&lt;img" in page
    assert "<img-src" not in page
