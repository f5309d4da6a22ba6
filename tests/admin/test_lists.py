"""Lists and pages of many records: few queries, and no parameter breaks them."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Occasion, Office, Polity, Source, Speaker, Statement, Topic
from articles.search import index
from tests import accounts, factories

NOUNS = [Article, Occasion, Office, Polity, Source, Speaker, Statement, Topic]


@pytest.fixture
def desk(sign_in):
    """A superuser: no queries for permissions."""
    return sign_in(User.objects.create_superuser("root"))


def many(number: int) -> None:
    """Records of all nouns that refer to one another."""
    for _ in range(number):
        polity = factories.polity()
        tenure = factories.tenure(office=factories.office(polity=polity), starts="2004")
        tenure.speaker.other_names.create(name="Another")
        topic = factories.topic(parent=factories.topic())
        article = factories.article(
            source=factories.source(country=polity), topics=[topic], body="Peace. " * 20
        )
        for status in ("confirmed", "proposed"):
            factories.statement(
                article=article,
                speaker=tenure.speaker,
                tenure=tenure,
                topics=[topic],
                occasion=factories.occasion(),
                status=status,
            )


def queries(client, url: str) -> int:
    client.get(url)  # what is asked once in a process
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize("model", NOUNS)
def test_a_list_asks_no_more_for_many_rows(desk, model):
    url = reverse(f"admin:articles_{model._meta.model_name}_changelist")
    many(1)
    few = queries(desk, url)
    many(8)
    assert queries(desk, url) == few
    assert few <= 12


def test_an_article_with_many_statements_asks_no_more(desk):
    many(1)
    article = Article.objects.get()
    few = queries(desk, desk.page(article))
    for number in range(30):
        speaker = factories.tenure().speaker
        factories.statement("Peace.", article=article, speaker=speaker, position=number)
    assert queries(desk, desk.page(article)) == few
    assert few <= 10


def test_a_statement_in_an_article_with_many_asks_no_more(desk):
    many(1)
    statement = Statement.objects.first()
    few = queries(desk, desk.page(statement))
    for number in range(30):
        factories.statement("Peace.", article=statement.article, position=number)
    statement.topics.set([factories.topic(parent=factories.topic()) for _ in range(5)])
    statement.addressees.set([factories.tenure().speaker for _ in range(5)])
    assert queries(desk, desk.page(statement)) <= few + 3  # tenures, offices and polities
    assert few <= 20


@pytest.mark.parametrize("noun", ["speaker", "office"])
def test_many_tenures_cost_a_few_queries_each_for_the_choice_and_no_more(desk, noun):
    held = factories.tenure(starts="2000")
    record = getattr(held, noun)
    few = queries(desk, desk.page(record))
    for year in range(2001, 2006):
        factories.tenure(**{noun: record}, starts=str(year))
    assert queries(desk, desk.page(record)) <= few + 5 * 3


@pytest.mark.parametrize("model", NOUNS)
def test_what_is_sought_is_found(desk, model):
    many(1)
    name = {Office: "title", Article: "title", Statement: "text"}.get(model, "name")
    record = model.objects.first()
    url = reverse(f"admin:articles_{model._meta.model_name}_changelist")
    found = desk.get(url, {"q": getattr(record, name)}).context["cl"].result_list
    assert record in found
    assert not desk.get(url, {"q": "nothing of the kind"}).context["cl"].result_list


@pytest.mark.parametrize("model", NOUNS)
@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=(((",
        "p=99999999999999999999",
        "p=x",
        "o=99.-1.x",
        "all=",
        "e=1",
        "unknown=1",
        "status__exact=%00",
        "kind__exact=%00",
        "language=%00",
        "language=x",
        "article__source__id__exact=x",
        "article__source__id__exact=99999999999999999999",
        "source__id__exact=x",
        "published_on__year=x",
        "published_on__year=99999",
        "published_on__year=0",
        "said_on__year=2019&said_on__month=13",
        "said_on__year=-1",
        "starts_on__year=99999&starts_on__month=1&starts_on__day=99",
        "statements=x",
        "speaker__isempty=x",
    ],
)
def test_no_parameter_of_a_list_is_an_error(desk, model, query):
    factories.statement()
    url = reverse(f"admin:articles_{model._meta.model_name}_changelist")
    assert desk.get(f"{url}?{query}").status_code in (200, 302)


@pytest.mark.parametrize("model", NOUNS)
@pytest.mark.parametrize("key", ["0", "x", "99999999999999999999", "%00", "1_5F"])
def test_a_record_that_is_not_there_is_said_to_be_so(desk, model, key):
    base = reverse(f"admin:articles_{model._meta.model_name}_changelist")
    for page in ("change", "delete", "history"):
        assert desk.get(f"{base}{key}/{page}/").status_code == 302


def test_chosen_rows_that_are_no_keys_are_passed_over(desk):
    factories.article()
    url = reverse("admin:articles_article_changelist")
    for key in ("x", "\0", "-1", "99999999999999999999", "²"):
        response = desk.post(url, {"action": "publish", "_selected_action": key, "index": "0"})
        assert response.status_code in (200, 302)


def test_the_text_beside_the_form_is_chosen_by_a_key_or_not_at_all(desk):
    url = reverse("admin:articles_statement_add")
    for key in ("x", "0", "99999999999999999999", "%00", "²"):
        assert desk.get(f"{url}?article={key}").status_code == 200


def test_who_may_only_look_sees_pages_without_buttons(sign_in):
    statement = factories.statement(status="proposed")
    client = sign_in(accounts.reader_of_the_desk())
    for record in (statement, statement.article, factories.tenure().speaker, factories.topic()):
        page = client.get(client.page(record))
        assert page.status_code == 200
        assert b'name="_save"' not in page.content
        assert b'value="confirm"' not in page.content
        assert client.post(client.page(record), {}).status_code == 403


# --- statements by their words -------------------------------------------------------------------


def listed(desk, term: str) -> set[str]:
    url = reverse("admin:articles_statement_changelist")
    return {one.text for one in desk.get(url, {"q": term}).context["cl"].result_list}


@pytest.fixture
def sanctions():
    """A statement of each fate, in public articles and others."""
    hidden = factories.article(status="draft", body="Hidden sanctions.")
    factories.statement("Hidden sanctions.", article=hidden, status="confirmed")
    factories.statement("Public sanctions.", attribution="the minister")
    for status in ("proposed", "rejected"):
        factories.statement(f"Sanctions {status}.", status=status)
    withdrawn = {"withdrawn_at": timezone.now(), "status_reason": "Not said."}
    factories.statement("Sanctions withdrawn.", status="withdrawn", **withdrawn)
    index.update()


def test_statements_are_found_whatever_became_of_them(desk, sanctions):
    assert listed(desk, "sanctions") == {
        "Hidden sanctions.",
        "Public sanctions.",
        "Sanctions proposed.",
        "Sanctions rejected.",
        "Sanctions withdrawn.",
    }


def test_public_statements_are_found_as_readers_find_them(desk, sanctions):
    assert "Public sanctions." in listed(desk, "sanction")
    assert listed(desk, '"public sanctions"') == {"Public sanctions."}
    assert listed(desk, "publi* minister") == {"Public sanctions."}


def test_a_statement_is_found_by_its_permanent_name(desk, sanctions):
    public_id = Statement.objects.get(text="Sanctions rejected.").public_id
    assert listed(desk, public_id) == {"Sanctions rejected."}


def test_filters_and_words_go_together(desk, sanctions):
    url = reverse("admin:articles_statement_changelist")
    found = desk.get(url, {"q": "sanctions", "status__exact": "proposed"})
    assert [one.text for one in found.context["cl"].result_list] == ["Sanctions proposed."]


def test_more_than_can_be_listed_is_said(desk, monkeypatch):
    monkeypatch.setattr("articles.admin.finding.MOST", 1)
    for number in range(2):
        factories.statement(f"Public quotas {number}.")
        factories.statement(f"Quotas proposed {number}.", status="proposed")
    index.update()
    url = reverse("admin:articles_statement_changelist")
    page = desk.get(url, {"q": "quotas"})
    assert len(page.context["cl"].result_list) == 2
    assert "Only the first 1 are listed" in page.content.decode()


def test_without_an_index_the_database_looks_for_words(desk, sanctions, monkeypatch):
    def not_ready(kind):
        raise index.NotReady

    monkeypatch.setattr(index, "ready", not_ready)
    assert len(listed(desk, "anction")) == 5
