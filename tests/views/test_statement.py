"""The page of one statement."""

import pytest
from django.urls import reverse

from articles.dates import PartialDate
from tests import accounts, factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


def page(client, statement) -> str:
    response = client.get(statement.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def lavrov():
    office = factories.office(
        title="Minister for Foreign Affairs", polity=factories.polity(name="Russia")
    )
    speaker = factories.speaker(name="Sergey Lavrov")
    return factories.tenure(speaker=speaker, office=office, starts="2004-03-09")


@pytest.fixture
def statement(lavrov):
    article = factories.article(
        title="Talks held",
        body="They met.\n\nHe told reporters “relations must mend” at noon.\n\nThey left.",
        url="https://tass.example/1",
        archived_url="https://archive.example/1",
    )
    return factories.statement(
        "relations must mend",
        article=article,
        speaker=lavrov.speaker,
        tenure=lavrov,
        attribution="the minister",
        cue="told",
        place="Sochi",
        occasion=factories.occasion(name="Talks in Sochi"),
        topics=[factories.topic(name="Diplomacy")],
    )


def test_it_shows_the_words_and_all_that_is_known_about_them(client, statement):
    statement.addressees.add(factories.speaker(name="Mike Pompeo"))
    html = page(client, statement)
    for known in (
        "<p>relations must mend</p>",
        "Sergey Lavrov",
        "Minister for Foreign Affairs",
        "9 March 2004",
        "Russia",
        "“the minister”",
        "“told”",
        "Mike Pompeo",
        "14 May 2019",
        "Sochi",
        "Talks in Sochi",
        "Diplomacy",
        "Talks held",
        "Direct quotation",
        "Marked as a statement in the file",
        "Never since then",
    ):
        assert known in html


def test_it_shows_the_words_in_their_paragraph_and_no_other(client, statement):
    html = page(client, statement)
    assert "He told reporters “<mark>relations must mend</mark>” at noon." in html
    assert "They left." not in html


def test_it_links_to_its_place_in_the_article_and_to_the_original_at_the_words(client, statement):
    html = page(client, statement)
    assert f"{statement.article.get_absolute_url()}#s-{statement.public_id}" in html
    assert "https://tass.example/1#:~:text=relations%20must%20mend" in html
    assert "https://archive.example/1#:~:text=relations%20must%20mend" in html


def test_it_says_how_it_can_be_cited_and_where_it_stays(client, statement):
    html = page(client, statement)
    address = f"http://testserver/statements/{statement.public_id}/"
    assert f'<link rel="canonical" href="{address}">' in html
    assert f'<a id="address" href="{address}">{address}</a>' in html
    assert f"On the Record, {address} (accessed" in html


def test_the_permanent_address_is_that_of_the_site(client, settings, statement):
    settings.SITE_URL = "https://record.example"
    assert f"https://record.example/statements/{statement.public_id}/" in page(client, statement)


def test_an_unknown_speaker_is_said_to_be_unknown(client):
    html = page(client, factories.statement(attribution="a diplomat"))
    assert "Speaker not known" in html
    assert "“a diplomat”" in html


def test_the_office_is_the_one_printed_where_no_tenure_is_known(client):
    html = page(client, factories.statement(office_as_printed="the envoy to the talks"))
    assert "the envoy to the talks" in html
    assert "Office on that day" not in html


@pytest.mark.parametrize(
    ("date", "precision", "words"),
    [("2019-05", "month", "May 2019"), ("2019", "year", "2019")],
)
def test_a_date_is_as_precise_as_it_is_known(client, date, precision, words):
    html = page(client, factories.statement(said=date))
    assert f'<time datetime="{date}">{words}</time>' in html
    assert f"(known to the {precision} only)" in html


def test_no_date_is_made_up(client):
    article = factories.article(published="")
    html = page(client, factories.statement(article=article))
    assert "undated" in html
    assert "<time" not in html.partition('id="provenance"')[0]


def test_it_says_in_plain_words_how_it_was_found(client):
    html = page(client, factories.statement(rule="X said after; pronoun", confidence=0.874))
    assert "Proposed by the archive’s rules. Who says it stands behind the words;" in html
    assert "by a pronoun" in html
    assert "right in about 87 of 100 cases" in html
    assert "Entered by an editor." in page(
        client, factories.statement(created_by=accounts.editor())
    )


def test_a_rule_that_is_not_known_is_told_by_its_name(client):
    html = page(client, factories.statement(rule="later rule; later way"))
    assert "Rule “later rule”; speaker by “later way”." in html


def test_what_stands_between_two_passages_is_marked_as_left_out(client):
    article = factories.article(body="“One,” he said. “Two.”")
    html = page(client, factories.statement(["One,", "Two."], article=article))
    assert "<p>One, […] Two.</p>" in html
    assert "“<mark>One,</mark>” he said. “<mark>Two.</mark>”" in html


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("direct", "Direct quotation"), ("indirect", "Indirect speech"), ("mixed", "Partly quoted")],
)
def test_its_kind_is_said_in_words(client, kind, shown):
    assert shown in page(client, factories.statement(kind=kind))


def test_it_leads_to_its_public_neighbours_and_skips_the_others(client):
    article = factories.article(body="One. Two. Three. Four. Five.")
    one, two, three, four, five = (
        factories.statement(words, article=article, status=status)
        for words, status in [
            ("One.", "confirmed"),
            ("Two.", "rejected"),
            ("Three.", "confirmed"),
            ("Four.", "proposed"),
            ("Five.", "confirmed"),
        ]
    )
    html = page(client, three)
    assert one.get_absolute_url() in html and five.get_absolute_url() in html
    assert two.get_absolute_url() not in html and four.get_absolute_url() not in html


@pytest.mark.parametrize("status", ["proposed", "rejected"])
def test_what_is_not_confirmed_has_no_page(client, status):
    statement = factories.statement("Secret words.", status=status)
    response = client.get(statement.get_absolute_url())
    assert response.status_code == 404
    assert "Secret" not in response.content.decode()


def test_a_statement_of_a_draft_has_no_page(client):
    article = factories.article(body="Secret words.", status="draft")
    response = client.get(factories.statement(article=article).get_absolute_url())
    assert response.status_code == 404
    assert "Secret" not in response.content.decode()


def test_a_statement_of_a_withdrawn_article_says_when_and_why(client):
    article = factories.article(
        body="Secret words.", status="withdrawn", withdrawn_reason="The interview was forged."
    )
    response = client.get(factories.statement(article=article).get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 410
    assert "The interview was forged." in html
    assert f"{article.withdrawn_at:%Y}" in html
    assert "Secret" not in html


def test_what_was_only_proposed_stays_hidden_when_its_article_is_withdrawn(client):
    article = factories.article(status="withdrawn")
    statement = factories.statement(article=article, status="proposed")
    assert client.get(statement.get_absolute_url()).status_code == 404


def test_an_address_that_is_no_address_of_the_web_is_no_link(client):
    article = factories.article(url="javascript:alert(1)", archived_url="javascript:alert(2)")
    html = page(client, factories.statement(article=article))
    assert 'href="javascript:' not in html
    assert 'cite="javascript:' not in html


def test_a_visitor_gets_no_session_and_one_page_for_all(client, statement):
    response = client.get(statement.get_absolute_url())
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "Edit this statement" not in response.content.decode()


def test_an_editor_gets_a_link_to_the_desk(client, statement):
    client.force_login(accounts.editor())
    url = reverse("admin:articles_statement_change", args=[statement.pk])
    assert f'href="{url}"' in page(client, statement)


def test_it_takes_few_queries_in_a_long_article(client, django_assert_max_num_queries):
    article = factories.article(body=" ".join(f"Words {n}." for n in range(60)))
    topics = [factories.topic() for _ in range(5)]
    made = [factories.statement(f"Words {n}.", article=article, topics=topics) for n in range(60)]
    page(client, made[30])
    with django_assert_max_num_queries(18):
        page(client, made[30])


def test_a_date_before_the_common_calendar_of_computers_is_shown(client):
    statement = factories.statement()
    statement.said = PartialDate.parse("0987-01-02")
    statement.save()
    assert "2 January 987" in page(client, statement)
