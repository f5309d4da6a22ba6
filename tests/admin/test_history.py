"""Of every record: who entered it, who changed what and when; and put back to what it was."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import mergers
from articles.admin.text_changes import GO_ON, SEEN
from articles.models import Article, Office, Polity, Speaker, Statement, Tenure, Topic
from tests import accounts, factories

from .conftest import messages_of

# What one transaction does is one change, so that each request needs its own.
pytestmark = pytest.mark.django_db(transaction=True)

BODY = "The harbour keeps its light.\n\n“Nobody puts it out,” Berg said.\n\nAll is well."


def changes(client, record) -> list[Any]:
    return client.get(client.page(record, "history")).context["changes"]


def told(change) -> list[tuple[str, str, str]]:
    return [(one.field, one.before, one.after) for one in change.differences]


def put_back(client, record, number: int = 0):
    """Put the record back to what it was before the newest change, or an earlier one."""
    key = changes(client, record)[number].key
    return client.post(client.page(record, "history"), {"change": key})


# --- every record --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "field", "before", "after"),
    [
        (lambda: factories.article(title="Fog", status="draft"), "title", "Fog", "Thick fog"),
        (lambda: factories.statement(cue="told"), "cue", "told", "said"),
        (lambda: factories.speaker(note="An envoy."), "note", "An envoy.", "A minister."),
        (lambda: factories.office(title="Envoy"), "title", "Envoy", "Consul"),
        (lambda: factories.tenure(starts="2004-01-01"), "starts", "2004-01-01", "2005-02-01"),
        (lambda: factories.polity(name="Norland"), "name", "Norland", "Sudland"),
        (lambda: factories.topic(description="Lamps."), "description", "Lamps.", "Lights."),
        (lambda: factories.source(description="News."), "description", "News.", "Daily news."),
        (lambda: factories.occasion(place="Havenport"), "place", "Havenport", "Oslo"),
    ],
)
def test_who_changed_what_is_told_and_put_back(editor, make, field, before, after):
    record = make()
    editor.fill(editor.page(record), **{field: after})
    newest = changes(editor, record)[0]
    assert newest.by == editor.user.username
    ((_, old, new),) = told(newest)
    assert (old, new) == (before, after)
    assert "Put back as it was before" in messages_of(put_back(editor, record))
    record.refresh_from_db()
    assert str(getattr(record, field)) == before
    put_back(editor, record)  # and forth again
    record.refresh_from_db()
    assert str(getattr(record, field)) == after


@pytest.mark.parametrize(
    ("model", "given"),
    [
        (Speaker, {"name": "Tove Berg"}),
        (Office, {"title": "Envoy"}),
        (Polity, {"name": "Norland"}),
        (Topic, {"name": "Lights"}),
        (Article, {"title": "Fog", "body": "Fog."}),
    ],
)
def test_who_entered_it_is_told_and_not_put_back(editor, model, given):
    if model is Article:
        given["source"] = factories.source().pk
    editor.fill(reverse(f"admin:articles_{model._meta.model_name}_add"), **given)
    record = model.objects.get()
    (entry,) = changes(editor, record)
    assert (entry.by, entry.is_entry) == (editor.user.username, True)
    page = editor.get(editor.page(record, "history")).content.decode()
    assert "Entered." in page and "As it was before" not in page


def test_what_was_entered_with_a_record_is_no_change_of_it(editor):
    given = {"other_names__TOTAL_FORMS": 1, "other_names__0__name": "T. Berg"}
    kind = {"other_names__0__kind": "short"}
    editor.fill(reverse("admin:articles_speaker_add"), name="Tove Berg", **given, **kind)
    (entry,) = changes(editor, Speaker.objects.get())
    assert told(entry) == [("other name", "–", "T. Berg (short form)")]


def test_what_came_by_no_editor_is_told(editor):
    topic = factories.topic(name="Old")
    Topic.objects.update(name="New")
    page = editor.get(editor.page(topic, "history")).content.decode()
    assert "no editor" in page and "<del>Old</del>" in page


def test_an_account_that_is_gone_is_told_by_its_number(editor, reviewer):
    speaker = factories.speaker()
    editor.fill(editor.page(speaker), note="An envoy.")
    key = editor.user.pk
    User.objects.filter(pk=key).delete()
    assert changes(reviewer, speaker)[0].by == f"account no. {key}"


def test_a_long_text_is_told_by_what_changed_in_it(reviewer):
    body = f"{'Peace. ' * 50}It is possible."
    article = factories.article(body=body)
    reviewer.fill(reviewer.page(article), body=body.replace("It is", "It was"), _text_seen=1)
    ((field, before, after),) = told(changes(reviewer, article)[0])
    assert field == "body"
    assert after.startswith("…") and after.endswith("It was possible.")
    assert len(before) < 80


def test_a_statement_put_before_others_is_no_change_of_theirs(editor):
    article = factories.article(body=BODY)
    said = factories.statement("All is well.", article=article)
    factories.statement("The harbour keeps its light.", article=article)
    editor.fill(editor.page(article), title="Other")
    Statement.objects.filter(pk=said.pk).update(position=7)
    assert [one.is_entry for one in changes(editor, said)] == [True]


# --- what belongs to a record --------------------------------------------------------------------


@pytest.fixture
def berg() -> Speaker:
    speaker = factories.speaker(name="Tove Berg")
    for name in ("T. Berg", "Tova Berg"):
        speaker.other_names.create(name=name)
    factories.tenure(speaker=speaker, office=factories.office(title="Envoy"), starts="2004")
    return speaker


def rows_of(speaker: Speaker) -> list[list[Any]]:
    return [list(rows.order_by("pk").values()) for rows in (speaker.other_names, speaker.tenures)]


def test_other_names_and_offices_are_told_and_put_back_together(editor, berg):
    before = rows_of(berg)
    consul = factories.office(title="Consul")
    changed = {
        "note": "A consul.",
        "other_names__TOTAL_FORMS": 3,
        "other_names__0__name": "Th. Berg",
        "other_names__1__DELETE": "on",
        "other_names__2__name": "Thea",
        "other_names__2__kind": "short",
        "tenures__TOTAL_FORMS": 2,
        "tenures__0__ends": "2012-05",
        "tenures__1__office": consul.pk,
    }
    editor.fill(editor.page(berg), **changed)
    newest = changes(editor, berg)[0]
    assert newest.by == editor.user.username
    assert set(told(newest)) == {
        ("note", "–", "A consul."),
        ("other name", "T. Berg (other)", "Th. Berg (other)"),
        ("other name", "Tova Berg (other)", "–"),
        ("other name", "–", "Thea (short form)"),
        ("office held", "Envoy (2004–)", "Envoy (2004–2012-05)"),
        ("office held", "–", "Consul"),
    }
    after = rows_of(berg)
    assert "other name, office held" in messages_of(put_back(editor, berg))
    assert rows_of(berg) == before
    berg.refresh_from_db()
    assert berg.note == ""
    put_back(editor, berg)
    assert rows_of(berg) == after


def test_holders_of_an_office_are_told_and_put_back(editor):
    held = factories.tenure(speaker=factories.speaker(name="Tove Berg"), starts="2004")
    editor.fill(editor.page(held.office), tenures__0__ends="2012")
    newest = changes(editor, held.office)[0]
    assert told(newest) == [("holder", "Tove Berg (2004–)", "Tove Berg (2004–2012)")]
    put_back(editor, held.office)
    held.refresh_from_db()
    assert held.ends is None


def test_topics_and_addressees_are_told_and_put_back(editor):
    fog, light = factories.topic(name="Fog"), factories.topic(name="Light")
    lund = factories.speaker(name="Ole Lund")
    said = factories.statement(topics=[fog])
    editor.fill(editor.page(said), topics=[light.pk], addressees=[lund.pk])
    assert set(told(changes(editor, said)[0])) == {
        ("topic", "Fog", "–"),
        ("topic", "–", "Light"),
        ("addressee", "–", "Ole Lund"),
    }
    put_back(editor, said)
    assert (list(said.topics.all()), list(said.addressees.all())) == ([fog], [])
    put_back(editor, said)
    assert (list(said.topics.all()), list(said.addressees.all())) == ([light], [lund])


def test_topics_of_an_article_are_put_back(editor):
    fog, light = factories.topic(name="Fog"), factories.topic(name="Light")
    article = factories.article(status="draft", topics=[fog])
    editor.fill(editor.page(article), topics=[light.pk])
    put_back(editor, article)
    assert list(article.topics.all()) == [fog]


def test_an_older_state_is_put_back_with_all_that_belonged_to_it(editor, berg):
    before = rows_of(berg)
    for name in ("One", "Two", "Three"):
        editor.fill(editor.page(berg), note=name, other_names__0__name=name)
    put_back(editor, berg, number=2)
    berg.refresh_from_db()
    assert (berg.note, rows_of(berg)) == ("", before)


def test_an_office_that_came_from_another_record_stays(editor, berg):
    other = factories.tenure(office=factories.office(title="Captain"))
    editor.fill(editor.page(berg), note="A captain.")
    editor.fill(editor.page(other), speaker=berg.pk)
    put_back(editor, berg, number=1)
    other.refresh_from_db()
    berg.refresh_from_db()
    assert (other.speaker, berg.note) == (berg, "")


def test_an_office_that_a_statement_names_is_not_taken_away(editor, berg):
    editor.fill(editor.page(berg), note="An envoy.")
    held = factories.tenure(speaker=berg, office=factories.office(title="Captain"))
    factories.statement("Peace.", speaker=berg, tenure=held)
    answer = put_back(editor, berg, number=1)
    assert "Not put back. Other records refer to it: Peace." in messages_of(answer)
    berg.refresh_from_db()
    assert (berg.note, Tenure.objects.count()) == ("An envoy.", 2)


def test_what_was_merged_since_is_told_by_its_name_and_followed(editor, berg):
    lund, holm = factories.speaker(name="Ole Lund"), factories.speaker(name="Ann Holm")
    said = factories.statement(speaker=lund)
    editor.fill(editor.page(said), speaker=berg.pk)
    mergers.merge(holm, lund, reason="One.")
    assert ("speaker", "Ole Lund", "Tove Berg") in told(changes(editor, said)[0])
    put_back(editor, said)
    said.refresh_from_db()
    assert said.speaker == holm


# --- what is not put back ------------------------------------------------------------------------


def test_a_text_that_is_put_back_takes_its_statements_along(reviewer):
    article = factories.article(body=BODY, status="draft")
    said = factories.statement("Nobody puts it out,", article=article)
    reviewer.fill(reviewer.page(article), body=f"NEWS. {BODY}")
    put_back(reviewer, article)
    article.refresh_from_db()
    said.refresh_from_db()
    assert article.body == BODY
    assert said.segments == [[BODY.index("Nobody"), BODY.index("Nobody") + len(said.text)]]


def test_before_a_public_text_is_put_back_it_is_shown_what_becomes_of_each_statement(editor):
    article = factories.article(body=BODY, status="draft")
    editor.fill(editor.page(article), body=f"{BODY} So they said.")
    factories.statement("So they said.", article=Article.objects.get())
    Article.objects.update(status="published", first_public_at="2020-01-01T00:00Z")
    key = changes(editor, article)[1].key
    page = editor.page(article, "history")
    asked = editor.post(page, {"change": key})
    assert [fate.what for fate in asked.context["fates"]] == ["waits for an editor"]
    assert "Leave it as it is" in asked.content.decode()
    article.refresh_from_db()
    assert article.body.endswith("So they said.")
    assert editor.post(page, {"change": key, GO_ON: "1"})["Location"] == page
    editor.post(page, {"change": key, SEEN: "1"})
    article.refresh_from_db()
    assert article.body == BODY


def test_a_status_is_not_put_back(editor, reviewer):
    article = factories.article(status="draft")
    reviewer.act("publish", article)
    assert "as it was then" in messages_of(put_back(editor, article))
    article.refresh_from_db()
    assert article.status == "published"


@pytest.mark.parametrize(
    "key", ["", "0", "x", "\0", "9" * 30, "2020-01-01", "2020-01-01T00:00", "2020-01-01T00:00Z"]
)
def test_a_change_that_is_not_there_puts_nothing_back(editor, key):
    page = editor.page(factories.speaker(), "history")
    assert "no such change" in messages_of(editor.post(page, {"change": key}))


def test_an_entry_is_not_put_back_by_a_direct_request_either(editor, berg):
    key = berg.events.get(pgh_label="insert").pgh_created_at.isoformat()
    page = editor.page(berg, "history")
    assert "no such change" in messages_of(editor.post(page, {"change": key}))


def test_who_may_only_look_puts_nothing_back(editor, sign_in):
    speaker = factories.speaker(note="An envoy.")
    editor.fill(editor.page(speaker), note="A minister.")
    viewer = sign_in(accounts.reader_of_the_desk())
    page = viewer.page(speaker, "history")
    assert "As it was before" not in viewer.get(page).content.decode()
    key = changes(viewer, speaker)[0].key
    assert viewer.post(page, {"change": key}).status_code == 403
    speaker.refresh_from_db()
    assert speaker.note == "A minister."


def test_words_of_others_are_escaped(editor):
    evil = "<script>alert(1)</script>"
    speaker = factories.speaker(name="Tove Berg")
    office = factories.office(title=evil)
    speaker.other_names.create(name=evil)
    factories.tenure(speaker=speaker, office=office)
    editor.fill(editor.page(speaker), name=evil, other_names__0__name=f"{evil}!")
    page = editor.get(editor.page(speaker, "history")).content.decode()
    assert evil not in page and "&lt;script&gt;alert(1)&lt;/script&gt;!" in page
