"""Pages for what went wrong, and what load balancers and robots ask."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from articles.search import index
from articles.views import health

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/statements/%00/",
        "/statements/aaaaaaaaaaaa/",
        "/statements/AAAAAAAAAAAA/",
        "/articles/%00/",
        "/articles/aaaaaaaaaaaa/%00/",
        "/articles/aaaaaaaaaaa%00/x/",
        "/speakers/%00/",
        "/%00",
        "/%0d%0aSet-Cookie:x=1/",
        "/" + "a" * 4000,
    ],
)
def test_an_address_of_nothing_is_not_found_and_offers_a_search(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/statements/", "/speakers/", "/about/", "/healthz/live"])
def test_a_page_is_only_read(client, path):
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


def test_a_failure_shows_a_page_without_asking_the_database(monkeypatch):
    def fails(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("articles.views.pages.render", fails)
    with connection.execute_wrapper(fails):
        response = Client(raise_request_exception=False).get("/about/")
    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/statements/?q=peace", "/speakers/", "/api/v1/statements/"])
def test_a_database_that_does_not_answer_is_said_without_its_secrets(client, empty_index, path):
    def fails(*args, **kwargs):
        raise OperationalError("password=secret")

    with connection.execute_wrapper(fails):
        response = client.get(path)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "does not answer just now" in response.content.decode()
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize("path", ["/statements/", "/api/v1/statements/", "/admin/login/"])
def test_a_statement_that_takes_too_long_is_stopped_and_says_what_to_do(client, monkeypatch, path):
    def slow(*args, **kwargs):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(5)")

    for place in ("views.search.search", "api.searches.search"):
        monkeypatch.setattr(f"articles.{place}", slow)
    monkeypatch.setattr("django.contrib.auth.views.LoginView.get", slow)
    response = client.get(path)
    assert response.status_code == 503
    assert "narrow the search" in response.content.decode()


def test_being_alive_takes_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz/live")
    assert (response.status_code, response.content) == (200, b"ok")


def test_ready_when_database_and_index_answer(client, empty_index):
    response = client.get("/healthz/ready")
    assert (response.status_code, response.content) == (200, b"ok")


def test_not_ready_while_the_index_is_made(client, monkeypatch):
    def missing(kind):
        raise index.NotReady

    monkeypatch.setattr(health.index, "ready", missing)
    response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert "index is being made" in response.content.decode()


def test_not_ready_while_the_database_does_not_answer(client):
    def fails(*args, **kwargs):
        raise OperationalError("password=secret")

    with connection.execute_wrapper(fails):
        response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert response.content == b"The database does not answer."


def test_robots_keep_off_the_desk_and_endless_combinations(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert b"Disallow: /admin/" in response.content


def test_the_examples_of_the_help_page_are_real_searches(client, empty_index):
    import re

    html = client.get("/help/search/").content.decode()
    urls = set(re.findall(r'href="(/statements/\?[^"]+)"', html))
    assert len(urls) >= 10
    for url in urls:
        assert client.get(url.replace("&amp;", "&"), follow=True).status_code == 200, url
