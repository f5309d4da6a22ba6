"""What cannot be: an error on the form or a sentence, and never a failure of the server."""

import pytest
from django.urls import reverse

from articles.models import Article, Office, Polity, Speaker, Statement, Tenure, Topic
from tests import factories

from .conftest import errors_of, messages_of


def add(model):
    return reverse(f"admin:articles_{model._meta.model_name}_add")


def test_a_topic_is_no_ancestor_of_itself(editor):
    top = factories.topic(name="Arms")
    below = factories.topic(name="Missiles", parent=factories.topic(parent=top))
    response = editor.fill(editor.page(top), parent=below.pk)
    assert "the topic would be its own ancestor: Arms" in errors_of(response)
    top.refresh_from_db()
    assert top.parent is None


def test_what_is_refused_is_not_announced_as_done(editor):
    top = factories.topic()
    response = editor.fill(editor.page(top), parent=top.pk)
    assert errors_of(response)
    assert not list(response.context["messages"])


def test_an_address_is_taken_once_in_a_source(editor):
    article = factories.article(url="https://example.org/1")
    response = editor.fill(
        add(Article), source=article.source.pk, title="Two", body="Two.", url=article.url
    )
    assert "This source has an article with this address." in errors_of(response)


def test_an_office_ends_after_it_begins(editor):
    speaker, office = factories.speaker(), factories.office()
    response = editor.fill(
        editor.page(speaker),
        tenures__TOTAL_FORMS=1,
        tenures__0__office=office.pk,
        tenures__0__starts="2012",
        tenures__0__ends="2010",
    )
    assert "The end lies before the beginning." in errors_of(response)
    assert not Tenure.objects.exists()


def test_a_speaker_dies_after_birth(editor):
    response = editor.fill(add(Speaker), name="Jo Ash", born="1950", died="1949-12-31")
    assert "The end lies before the beginning." in errors_of(response)


def test_an_office_is_entered_once(editor):
    office = factories.office(title="President")
    assert errors_of(editor.fill(add(Office), title="President"))
    assert Office.objects.get() == office


def test_the_same_office_from_the_same_day_is_held_once(editor):
    held = factories.tenure(starts="2012-05-07")
    response = editor.fill(
        editor.page(held.speaker),
        tenures__TOTAL_FORMS=2,
        tenures__1__office=held.office.pk,
        tenures__1__starts="2012-05-07",
    )
    assert errors_of(response)
    assert Tenure.objects.get() == held


def test_the_same_office_without_dates_is_held_once(editor):
    held = factories.tenure()
    row = {"office": held.office.pk}
    response = editor.fill(
        editor.page(held.speaker),
        tenures__TOTAL_FORMS=2,
        **{f"tenures__1__{name}": value for name, value in row.items()},
    )
    assert errors_of(response)
    assert Tenure.objects.get() == held


def test_a_slug_is_taken_once(editor):
    polity = factories.polity(name="France")
    response = editor.fill(add(Polity), name="Another", slug=polity.slug)
    assert "already exists" in errors_of(response)


@pytest.mark.parametrize("field", ["title", "body", "summary", "url", "published", "language"])
def test_a_nul_character_is_refused(editor, field):
    article = factories.article(title="Old")
    assert errors_of(editor.fill(editor.page(article), **{field: "A\0B"}))
    article.refresh_from_db()
    assert article.title == "Old"


@pytest.mark.parametrize(
    ("model", "field"),
    [(Topic, "cue_phrases"), (Topic, "name"), (Statement, "words"), (Speaker, "born")],
)
def test_nul_characters_are_refused_in_fields_of_our_own(reviewer, model, field):
    article = factories.article(body="Peace.")
    given = {"name": "New"} if model is not Statement else {"article": article.pk}
    assert errors_of(reviewer.fill(add(model), **{**given, field: "A\0B"}))


@pytest.mark.parametrize("date", ["14.05.2019", "2019-13", "soon", "2019-02-30", "0"])
def test_what_is_no_date_is_named(editor, date):
    response = editor.fill(editor.page(factories.article()), published=date)
    assert date in errors_of(response)


def test_the_segments_of_a_statement_must_fit_the_text_that_another_editor_saved(reviewer):
    """It changes between being read and saving: then the trigger speaks."""
    article = factories.article(body="Peace is possible.", status="draft")
    changed = []

    def change_the_text_first(*args, **kwargs):
        if not changed:
            changed.append(
                Article.objects.filter(pk=article.pk).update(body="War is over, they say.")
            )
        return original(*args, **kwargs)

    from articles import publishing

    original = publishing.confirm
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "confirm", change_the_text_first)
        response = reviewer.fill(f"{add(Statement)}?article={article.pk}", words="Peace")
    assert "the text is not what the segments select" in errors_of(response)
    assert not Statement.objects.exists()


def test_a_speaker_with_statements_is_not_deleted_and_the_statements_are_listed(reviewer):
    statement = factories.statement(speaker=factories.speaker())
    response = reviewer.post(reviewer.page(statement.speaker, "delete"), {"post": "yes"})
    assert response.status_code == 200
    assert statement.text in response.content.decode()
    assert Speaker.objects.exists()


def test_a_topic_with_statements_is_not_deleted_alone_or_among_others(reviewer):
    used, free = factories.topic(), factories.topic()
    factories.statement(topics=[used])
    assert reviewer.post(reviewer.page(used, "delete"), {"post": "yes"}).status_code == 200
    assert reviewer.act("delete_selected", used, free, post="yes").status_code == 200
    assert Topic.objects.count() == 2


def test_a_tenure_that_statements_name_is_not_deleted_with_its_row(reviewer):
    held = factories.tenure()
    factories.statement(speaker=held.speaker, tenure=held)
    response = reviewer.fill(reviewer.page(held.speaker), tenures__0__DELETE="on")
    assert "protected" in errors_of(response)
    assert Tenure.objects.exists()


def test_what_begins_to_be_used_while_it_is_deleted_stays(reviewer, monkeypatch):
    topic = factories.topic()
    from articles.admin.topic import TopicAdmin

    monkeypatch.setattr(TopicAdmin, "get_deleted_objects", lambda *_: ([], {}, set(), []))
    factories.statement(topics=[topic])
    response = reviewer.post(reviewer.page(topic, "delete"), {"post": "yes"})
    assert "Not deleted." in messages_of(response)
    reviewer.act("delete_selected", topic, post="yes")
    assert Topic.objects.exists()


@pytest.mark.parametrize("key", ["x", "99999999999999999999", "0", "²"])
def test_a_choice_that_there_is_not_is_refused(reviewer, key):
    statement = factories.statement()
    response = reviewer.fill(reviewer.page(statement), speaker=key, topics=[key])
    assert "valid choice" in errors_of(response) or "valid value" in errors_of(response)
