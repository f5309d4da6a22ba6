"""Speaker, occasion and topics of many statements at once."""

from __future__ import annotations

import pytest

from articles.models import Statement
from tests import accounts, factories

from .conftest import messages_of

pytestmark = pytest.mark.django_db


def set_many(client, *statements, **fields):
    return client.act("set_for_many", *statements, _set="1", **fields)


def test_what_is_to_be_set_is_asked_for(editor):
    page = editor.act("set_for_many", factories.statement("One."), factories.statement("Two."))
    shown = page.content.decode()
    assert "2 statements" in shown
    assert "One." in shown
    assert set(page.context["keys"]) == set(Statement.objects.values_list("pk", flat=True))


def test_speaker_occasion_and_topics_are_set_and_the_rest_stays(editor):
    berg = factories.speaker(name="Tove Berg")
    envoy = factories.tenure(speaker=berg, office=factories.office(title="Envoy"), starts="2019")
    fog, light, ice = (factories.topic(name=name) for name in ("Fog", "Light", "Ice"))
    talks = factories.occasion()
    old = factories.statement(said="2001-01-01", topics=[fog, ice], cue="told")
    new = factories.statement(said="2020-05-14", topics=[light])
    answer = set_many(
        editor, old, new, speaker="tove berg", occasion=talks.pk,
        add_topics=[light.pk], remove_topics=[fog.pk],
    )  # fmt: skip
    assert "2 statements changed" in messages_of(answer)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.speaker, old.tenure, new.tenure) == (berg, None, envoy)
    assert (old.occasion, new.occasion, old.cue) == (talks, talks, "told")
    assert set(old.topics.all()) == {light, ice}
    assert set(new.topics.all()) == {light}
    assert "Set with others" in editor.get(editor.page(old, "history")).content.decode()


def test_what_is_so_already_is_no_change(editor):
    fog = factories.topic()
    said = factories.statement(topics=[fog])
    assert "0 statements changed" in messages_of(set_many(editor, said, add_topics=[fog.pk]))
    assert not said.events.exists()


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({}, "Say what is to be set"),
        ({"speaker": "Nobody"}, "no speaker “Nobody”"),
        ({"speaker": "Ann Holm"}, "Ann Holm (ann-holm-2)"),
        ({"occasion": "999"}, "valid choice"),
        ({"add_topics": ["x"]}, "not a valid value"),
    ],
)
def test_what_cannot_be_set_is_named_and_nothing_changes(editor, fields, complaint):
    for _ in range(2):
        factories.speaker(name="Ann Holm")
    said = factories.statement()
    page = set_many(editor, said, **fields)
    errors = page.context["form"].errors
    assert complaint in " ".join(str(one) for many in errors.values() for one in many)
    said.refresh_from_db()
    assert said.speaker is None


def test_a_topic_is_not_added_and_removed(editor):
    fog = factories.topic()
    page = set_many(editor, factories.statement(), add_topics=[fog.pk], remove_topics=[fog.pk])
    assert "added and removed" in str(page.context["form"].errors)


def test_who_may_only_look_sets_nothing(sign_in):
    viewer = sign_in(accounts.reader_of_the_desk())
    said, fog = factories.statement(), factories.topic()
    set_many(viewer, said, add_topics=[fog.pk])
    assert not said.topics.exists()


def test_words_of_others_are_escaped(editor):
    evil = "<script>alert(1)</script>"
    factories.speaker(name=evil)
    page = editor.act("set_for_many", factories.statement(evil))
    assert evil not in page.content.decode()
