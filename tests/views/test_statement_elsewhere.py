"""What the page of a statement shows from elsewhere: strands, likeness, corrections, its place."""

import pytest

from articles.search import index, similar
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


def context(client, statement):
    return client.get(statement.get_absolute_url()).context


def said(words: str, year: str, speaker, *topics, **fields):
    return factories.statement(words, speaker=speaker, said=year, topics=topics, **fields)


# --- the same speaker on the same topic ----------------------------------------------------------


@pytest.fixture
def berg():
    return factories.speaker(name="Anna Berg")


def test_the_speakers_nearest_words_on_each_topic_are_shown(client, berg):
    ships, fish = factories.topic(name="Ships"), factories.topic(name="Fish")
    said("Long ago.", "2001", berg, ships)
    before = said("Just before.", "2009-12-31", berg, ships)
    said("Of nothing.", "2009-12-31", berg)
    said("By another.", "2009-12-31", factories.speaker(), ships)
    now = said("Now.", "2010-01-01", berg, ships, fish)
    after = said("Just after.", "2010-01-02", berg, ships)
    said("Long after.", "2020", berg, ships)
    index.update()
    (strand,) = context(client, now)["strands"]
    assert (strand.topic, strand.earlier, strand.later) == (ships, before, after)
    assert client.get(strand.url).context["results"].total == 5


def test_what_may_be_of_the_same_day_is_neither_earlier_nor_later(client, berg):
    topic = factories.topic()
    now = said("Some time that year.", "2010", berg, topic)
    said("In May of it.", "2010-05", berg, topic)
    said("Undated.", "", berg, topic, article=factories.article(body="Undated.", published=""))
    index.update()
    assert context(client, now)["strands"] == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_at_the_ends_of_time_there_is_nothing_beyond(client, berg, day):
    statement = said("Alone.", day, berg, factories.topic())
    index.update()
    assert context(client, statement)["strands"] == []


def test_of_an_unknown_speaker_nothing_is_said_to_be_earlier(client):
    topic = factories.topic()
    for year in ("2009", "2010"):
        last = said(f"In {year}.", year, None, topic)
    index.update()
    assert context(client, last)["strands"] == []


# --- others like it ------------------------------------------------------------------------------


def test_others_like_it_share_its_rare_words_and_are_of_other_articles(client):
    article = factories.article(
        body="Enrichment of uranium stays limited. Uranium enrichment will stay limited for long."
    )
    one = factories.statement("Enrichment of uranium stays limited.", article=article)
    factories.statement("Uranium enrichment will stay limited for long.", article=article)
    other = factories.statement("They limited how much uranium was enriched: no enrichment.")
    factories.statement("Fisheries are another matter.")
    index.update()
    assert similar.like(one) == [other]
    html = client.get(one.get_absolute_url()).content.decode()
    assert "Others like it" in html
    assert (
        "They <mark>limited</mark> how much <mark>uranium</mark> was <mark>enriched</mark>" in html
    )


def test_one_shared_word_makes_no_likeness(client):
    one = factories.statement("Uranium stays limited.")
    factories.statement("Uranium was found.")
    index.update()
    assert similar.like(one) == []
    assert "Others like it" not in client.get(one.get_absolute_url()).content.decode()


def test_what_is_not_public_is_like_nothing():
    words = "Enrichment of uranium stays limited."
    one = factories.statement(words)
    factories.statement(words, article=factories.article(body=words, status="draft"))
    factories.statement(words, status="proposed")
    index.update()
    assert similar.like(one) == []


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Переговоры прошли в Сочи плодотворно", "ru"),
        ("两国关系对话", "zh"),
        ("گفتگو درباره روابط کشورها", "fa"),
        ("!!! … 1 2 3", "en"),
        ("x " * 2000, "en"),
    ],
)
def test_any_script_is_compared(words, language):
    body = words.strip()
    one, other = (
        factories.statement(article=factories.article(body=body), language=language)
        for _ in range(2)
    )
    index.update()
    assert similar.like(one) in ([other], [])
    if language in ("ru", "zh", "fa"):
        assert similar.like(one) == [other]


# --- its place and its history -------------------------------------------------------------------


def test_it_says_which_of_the_articles_statements_it_is(client):
    article = factories.article(body="One. Two. Three.")
    for words, status in (("One.", "confirmed"), ("Two.", "proposed"), ("Three.", "confirmed")):
        last = factories.statement(words, article=article, status=status)
    html = client.get(last.get_absolute_url()).content.decode()
    assert "in which this is statement 2 of 2" in html


@pytest.mark.django_db(transaction=True)
def test_a_correction_is_shown_with_its_day_and_without_its_editor(client):
    statement = factories.statement(attribution="<b>the</b> minister")
    statement.attribution = "the envoy"
    statement.save()
    article = statement.article
    article.title = "A better headline"
    article.save()
    html = client.get(statement.get_absolute_url()).content.decode()
    assert "<del>&lt;b&gt;the&lt;/b&gt; minister</del>" in html and "<ins>the envoy</ins>" in html
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<ins>A better headline</ins>" in html


def test_without_an_index_the_statement_is_there(client, monkeypatch):
    statement = factories.statement(
        "Words.", speaker=factories.speaker(), topics=[factories.topic()]
    )

    def missing(kind):
        raise index.NotReady

    monkeypatch.setattr(index, "ready", missing)
    assert "Words." in client.get(statement.get_absolute_url()).content.decode()
