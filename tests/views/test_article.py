"""The page of one article, and its addresses."""

import pytest

from articles.models import Article
from tests import accounts, factories

pytestmark = pytest.mark.django_db


def page(client, article) -> str:
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_its_statements_are_marked_in_place_and_link_to_their_pages(client):
    article = factories.article(body="He said yes. She said no.")
    yes = factories.statement("yes", article=article)
    html = page(client, article)
    url = yes.get_absolute_url()
    assert f'<span id="s-{yes.public_id}"></span><mark><a href="{url}">yes</a></mark>' in html
    assert f'href="#s-{yes.public_id}"' in html


def test_overlapping_statements_all_have_their_place(client):
    article = factories.article(body="He said yes and no and left.")
    wide = factories.statement("yes and no", article=article)
    narrow = factories.statement("and no and", article=article)
    html = page(client, article)
    assert f'id="s-{wide.public_id}"' in html and f'id="s-{narrow.public_id}"' in html


def test_it_shows_where_it_comes_from(client):
    article = factories.article(
        title="Talks held",
        summary="A short account.",
        url="https://tass.example/1",
        archived_url="https://archive.example/1",
        external_id="tass-1",
        place="Sochi",
        retrieved_at="2020-02-03T10:00Z",
        topics=[factories.topic(name="Diplomacy")],
    )
    html = page(client, article)
    for known in (
        "Talks held",
        "A short account.",
        'href="https://tass.example/1"',
        'href="https://archive.example/1"',
        "tass-1",
        "Sochi",
        "3 February 2020",
        "Diplomacy",
        article.source.name,
        "On the Record, http://testserver/articles/",
    ):
        assert known in html


def test_only_confirmed_statements_are_shown(client):
    article = factories.article(body="He said yes. She said no.")
    for words, status in (("yes", "proposed"), ("no", "rejected")):
        factories.statement(words, article=article, status=status)
    html = page(client, article)
    assert "<mark>" not in html
    assert "0 statements" in html


def test_another_slug_is_sent_to_the_right_one(client):
    article = factories.article(title="Talks held in Sochi")
    for path in (f"/articles/{article.public_id}/wrong/", f"/articles/{article.public_id}/"):
        response = client.get(path)
        assert response.status_code == 301
        assert response["Location"] == f"/articles/{article.public_id}/talks-held-in-sochi/"


@pytest.mark.parametrize("title", ["Переговоры в Сочи", "会谈", "!!!", "a\tb / c"])
def test_any_headline_gives_an_address_that_opens(client, title):
    page(client, factories.article(title=title))


@pytest.mark.parametrize("slug", ["", "wrong/", "secret-plan/"])
def test_a_draft_has_no_page_and_its_headline_leaks_nowhere(client, slug):
    article = factories.article(title="Secret plan", status="draft")
    response = client.get(f"/articles/{article.public_id}/{slug}")
    assert response.status_code == 404
    assert "secret" not in (response.content.decode() + response.get("Location", "")).lower()


@pytest.mark.parametrize("slug", ["", "wrong/", "secret-plan/"])
def test_a_withdrawn_article_says_when_and_why_and_nothing_else(client, slug):
    article = factories.article(
        title="Secret plan",
        body="Secret words.",
        status="withdrawn",
        withdrawn_reason="The interview was forged.",
    )
    response = client.get(f"/articles/{article.public_id}/{slug}")
    html = response.content.decode()
    assert response.status_code == 410
    assert "The interview was forged." in html
    assert f'datetime="{article.withdrawn_at:%Y-%m-%d}' in html
    assert "Secret" not in html


def test_an_unknown_id_is_not_found(client):
    assert client.get("/articles/aaaaaaaaaaaa/x/").status_code == 404


def test_addresses_that_are_not_of_the_web_are_printed_and_not_linked(client):
    article = factories.article(url="javascript:alert(1)", archived_url="data:text/html,x")
    html = page(client, article)
    assert "javascript:alert(1)" in html
    assert 'href="javascript:' not in html and 'href="data:text' not in html


def test_it_takes_as_many_queries_with_sixty_statements_as_with_one(
    client, django_assert_num_queries
):
    speakers = [factories.speaker() for _ in range(10)]
    few = factories.article(body="Words 0.")
    many = factories.article(body=" ".join(f"Words {n}." for n in range(60)))
    for article, count in ((few, 1), (many, 60)):
        topic = factories.topic()
        for n in range(count):
            words = f"Words {n}."
            speaker = speakers[n % 10]
            factories.statement(words, article=article, speaker=speaker, topics=[topic])
    for article in (few, many):
        with django_assert_num_queries(6):
            page(client, article)


def test_an_editor_gets_a_link_to_the_desk(client):
    article = factories.article()
    assert "Edit this article" not in page(client, article)
    client.force_login(accounts.editor())
    assert f"/admin/articles/article/{article.pk}/change/" in page(client, article)


def test_a_published_article_without_statements_is_a_page(client):
    assert Article.objects.public().count() == 0
    assert "No statement of this article" in page(client, factories.article())
