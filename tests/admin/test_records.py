"""Speakers, offices, topics and the rest: entered, suggested and edited."""

import pytest
from django.urls import reverse

from articles.models import Occasion, Speaker, Statement, Tenure, Topic
from tests import factories


def suggestions(client, model, field, term):
    url = reverse("admin:autocomplete")
    given = {"app_label": "articles", "model_name": model._meta.model_name, "field_name": field}
    response = client.get(url, {**given, "term": term})
    assert response.status_code == 200
    return [result["text"] for result in response.json()["results"]]


def test_a_speaker_is_entered_with_offices_and_other_names(editor):
    office = factories.office()
    editor.fill(
        reverse("admin:articles_speaker_add"),
        name="Jo Ash",
        born="1950",
        tenures__TOTAL_FORMS=2,
        tenures__0__office=office.pk,
        tenures__0__starts="2000-05-07",
        tenures__0__ends="2008-05",
        tenures__1__office=office.pk,
        tenures__1__starts="2012",
        other_names__TOTAL_FORMS=1,
        other_names__0__name="Дж. Аш",
        other_names__0__kind="transliteration",
    )
    speaker = Speaker.objects.get()
    held = [(str(one.starts), str(one.ends)) for one in speaker.tenures.all()]
    assert held == [("2000-05-07", "2008-05"), ("2012", "None")]
    assert str(speaker.born) == "1950"
    assert speaker.other_names.get().name == "Дж. Аш"


def test_namesakes_are_told_apart_by_their_latest_office(editor):
    ash = factories.speaker(name="Jo Ash", sort_name="Ash, Jo")
    office = factories.office(title="Envoy", polity=factories.polity(name="Norland"))
    factories.tenure(speaker=ash, office=factories.office(), starts="1990", ends="1999")
    factories.tenure(speaker=ash, office=office, starts="2004", ends="2012")
    factories.speaker(name="Jo Ash", sort_name="Ash, Jo B")
    assert suggestions(editor, Statement, "speaker", "ash") == [
        "Jo Ash — Envoy, Norland (2004–2012)",
        "Jo Ash",
    ]


def test_a_speaker_is_found_by_another_name_once(editor):
    speaker = factories.speaker(name="Jo Ash")
    speaker.other_names.create(name="Ashe")
    speaker.other_names.create(name="Joe Ashe")
    assert suggestions(editor, Statement, "speaker", "ashe") == ["Jo Ash"]


def test_a_capacity_is_found_by_its_holder_and_by_its_title(editor):
    factories.tenure(
        speaker=factories.speaker(name="Jo Ash"),
        office=factories.office(title="Envoy"),
        starts="2004",
    )
    for term in ("ash", "envoy", "ash envoy"):
        assert suggestions(editor, Statement, "tenure", term) == ["Jo Ash: Envoy (since 2004)"]


def test_a_narrower_topic_is_suggested_with_the_wider_one(editor):
    factories.topic(name="Missiles", parent=factories.topic(name="Arms"))
    assert suggestions(editor, Statement, "topics", "missiles") == ["Arms › Missiles"]


def test_a_search_for_suggestions_may_hold_anything(editor):
    factories.speaker(name="Jo Ash")
    assert suggestions(editor, Statement, "speaker", "a\0sh") == ["Jo Ash"]
    for term in ("%", "'\"", "(" * 5000):
        suggestions(editor, Statement, "speaker", term)


def test_a_chosen_record_reads_as_among_the_suggestions(editor):
    held = factories.tenure(
        speaker=factories.speaker(name="Jo Ash"), office=factories.office(title="Envoy")
    )
    statement = factories.statement(speaker=held.speaker, tenure=held)
    page = editor.get(editor.page(statement)).content.decode()
    assert "Jo Ash — Envoy" in page
    assert "Jo Ash: Envoy" in page


def test_cue_phrases_are_a_phrase_a_line(editor):
    topic = factories.topic(cue_phrases=["arms control"])
    form = editor.get(editor.page(topic)).context["adminform"].form
    assert form["cue_phrases"].value() == "arms control"
    editor.fill(editor.page(topic), cue_phrases="arms control\r\n\r\n  New   START \r\nNew START")
    topic.refresh_from_db()
    assert topic.cue_phrases == ["arms control", "New START"]


def test_a_topic_saved_without_an_edit_keeps_no_history(editor):
    topic = factories.topic(cue_phrases=["arms control", "  odd "])
    editor.fill(editor.page(topic))
    assert Topic.objects.get().cue_phrases == ["arms control", "  odd "]
    assert not topic.events.exclude(pgh_label="insert").exists()


def test_an_occasion_is_as_precise_as_it_is_known(editor):
    url = reverse("admin:articles_occasion_add")
    editor.fill(url, name="Talks", starts="2019-05", ends="2019")
    occasion = Occasion.objects.get()
    assert (str(occasion.starts), str(occasion.ends)) == ("2019-05", "2019")


def test_tenures_are_edited_with_their_office_too(editor):
    office, speaker = factories.office(), factories.speaker()
    editor.fill(editor.page(office), tenures__TOTAL_FORMS=1, tenures__0__speaker=speaker.pk)
    assert Tenure.objects.get().speaker == speaker


@pytest.mark.parametrize("noun", ["speaker", "office", "polity", "topic", "source", "occasion"])
def test_an_address_that_may_be_cited_stays(editor, noun):
    record = getattr(factories, noun)()
    editor.fill(editor.page(record), slug="other")
    assert type(record).objects.get().slug == record.slug
    assert record.slug in editor.get(editor.page(record)).content.decode()
