"""What is not public appears nowhere: no page, no number, no directory, no bar."""

import re

import pytest

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

HIDDEN = ("draft", "withdrawn", "proposed", "rejected")
PAGES = (
    "/",
    "/statements/",
    "/articles/",
    "/speakers/",
    "/topics/",
    "/polities/",
    "/occasions/",
    "/sources/",
    "/speakers/open-speaker/",
    "/topics/open-topic/",
    "/polities/open-polity/",
    "/occasions/open-occasion/",
    "/sources/open-source/",
    "/compare/?q=words",
)


def record(word: str, **statuses: str):
    """A statement every part of which has `word` in its name, said in a year of its own."""
    named = {
        "speaker": factories.speaker(name=f"{word} speaker"),
        "polity": factories.polity(name=f"{word} polity"),
        "occasion": factories.occasion(name=f"{word} occasion"),
    }
    topic = factories.topic(name=f"{word} topic")
    status = statuses.get("statement", "confirmed")
    article = factories.article(
        body=f"{word} words.",
        title=f"{word} headline",
        source=factories.source(name=f"{word} source"),
        status=statuses.get("article", "published"),
        topics=[topic] if status == "confirmed" else [],
        published=statuses.get("date", "2001"),
    )
    return factories.statement(article=article, status=status, topics=[topic], **named)


@pytest.fixture
def archive():
    """One public statement, and one of each kind that is not."""
    public = record("Open", date="2019-05-14")
    record("Draft", article="draft", date="1901")
    record("Withdrawn", article="withdrawn", date="1902")
    record("Proposed", statement="proposed", date="1903")
    record("Rejected", statement="rejected", date="1904")
    # Of the same speaker, topic … as the public one, so that their pages could count them.
    same = {name: getattr(public, name) for name in ("speaker", "polity", "occasion")}
    topics = list(public.topics.all())
    source = public.article.source
    for status in ("proposed", "rejected"):
        article = factories.article(body=f"{status} words.", source=source, published="1905")
        factories.statement(article=article, status=status, topics=topics, **same)
    for status in ("draft", "withdrawn"):
        article = factories.article(
            body=f"{status} words.", source=source, status=status, published="1906"
        )
        factories.statement(article=article, topics=topics, **same)
    index.update()
    return public


@pytest.mark.parametrize("path", PAGES)
def test_statements_that_are_not_public_appear_on_no_page(client, archive, path):
    response = client.get(path)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Open" in html or path.startswith("/compare/")
    # The words of a published article are public, whatever becomes of its statements.
    words = ("draft", "withdrawn") if path in ("/articles/", "/sources/") else HIDDEN
    for word in words:
        assert not re.search(rf"{word} words", html, re.I)
    for word in HIDDEN:
        assert not re.search(rf"{word} (speaker|polity|occasion|topic)", html, re.I)
    for word in ("draft", "withdrawn"):
        assert not re.search(rf"{word} (headline|source)", html, re.I)


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/articles/")])
def test_no_bar_stands_for_what_is_not_public(client, archive, path):
    html = client.get(path).content.decode()
    shown = re.sub(r'<ol class="lines">.*?</ol>', "", html, flags=re.S)
    years = {"1901", "1902", "1903", "1904", "1905", "1906"}
    labels = set(re.findall(r"<title>(\d{4}): ", shown)) | set(re.findall(r"year=(\d{4})", shown))
    assert not labels & years


@pytest.mark.parametrize(
    "path", ["/speakers/", "/topics/", "/polities/", "/occasions/", "/sources/"]
)
def test_directories_count_public_statements_only(client, archive, path):
    html = client.get(path).content.decode()
    counts = re.findall(r'class="label">(Open [a-z]+)</span>\s*<span class="count">(\d+)', html)
    assert [count for _, count in counts] == ["1"]


@pytest.mark.parametrize("kind", ["speakers", "topics", "polities", "occasions", "sources"])
def test_the_page_of_each_counts_public_statements_only(client, archive, kind):
    noun = {"polities": "polity"}.get(kind, kind.removesuffix("s"))
    html = client.get(f"/{kind}/open-{noun}/").content.decode()
    assert "Search these 1 statement<" in html


def test_the_first_page_counts_what_is_public_only(client, archive):
    response = client.get("/")
    holds = response.context["holds"]
    assert (holds["statements"], holds["speakers"]) == (1, 1)
    assert holds["articles"] == 5  # the public one, and four whose statements are not public
    assert (holds["first_year"], holds["last_year"]) == ("2019", "2019")


def test_an_article_says_nothing_of_its_hidden_statements(client, archive):
    article = factories.article(body="Open words. Hidden words.", title="Open headline")
    factories.statement("Hidden words.", article=article, status="proposed", rule="secret-rule")
    html = client.get(article.get_absolute_url()).content.decode()
    assert "0 statements" in html and "secret-rule" not in html and "<mark>" not in html


def test_withdrawing_takes_a_statement_off_every_page_at_once(client, archive):
    from articles import publishing

    publishing.withdraw(archive.article, "By mistake.")
    index.update()
    for path in PAGES:
        html = client.get(path).content.decode()
        assert "Open words" not in html, path
    for path in ("/speakers/", "/topics/", "/polities/", "/occasions/"):
        assert "Open" not in client.get(path).content.decode(), path
