"""Two editors at one record; history put back; a text edited while it is public; withdrawals."""

from __future__ import annotations

import pytest

from articles.admin.text_changes import GO_ON, SEEN
from articles.models import Article, Statement
from tests import factories

from .conftest import errors_of, messages_of

pytestmark = pytest.mark.django_db

BODY = "The harbour keeps its light.\n\n“Nobody puts it out,” Berg said.\n\nAll is well."


# --- two editors --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "field", "label"),
    [
        (lambda: factories.article(title="Light", status="draft"), "title", "Headline"),
        (lambda: factories.speaker(name="Tove Berg"), "note", "Note"),
        (lambda: factories.topic(name="Lights"), "description", "Description"),
        (lambda: factories.statement(cue="told"), "cue", "Cue as printed"),
    ],
)
def test_who_saves_second_is_shown_both_versions_and_loses_nothing(
    editor, reviewer, make, field, label
):
    record = make()
    page = editor.page(record)
    seen = editor.get(page).context["version"]
    reviewer.fill(page, **{field: "Theirs"})
    answer = editor.fill(page, **{field: "Mine"}, version=seen)
    told = errors_of(answer)
    assert f"Not saved: {reviewer.user.username} changed this record" in told
    assert f"{label}: stored “Theirs”, in your form “Mine”" in told
    assert answer.context["adminform"].form[field].value() == "Mine"
    record.refresh_from_db()
    assert getattr(record, field) == "Theirs"
    # Saving again is a decision, with the stamp of what is stored now.
    again = editor.fill(page, **{field: "Mine"}, version=answer.context["version"])
    assert again.status_code == 302
    record.refresh_from_db()
    assert getattr(record, field) == "Mine"


def test_records_chosen_are_told_by_name(editor, reviewer):
    article = factories.article(status="draft")
    fog, light = factories.topic(name="Fog"), factories.topic(name="Light")
    page = editor.page(article)
    seen = editor.get(page).context["version"]
    reviewer.fill(page, topics=[fog.pk])
    told = errors_of(editor.fill(page, topics=[light.pk], version=seen))
    assert "Topics: stored “Fog”, in your form “Light”" in told


# --- history ------------------------------------------------------------------------------------


def put_back(client, record, number: int = 0):
    """Put the record back to what it was before the newest change, or an earlier one."""
    page = client.page(record, "history")
    changes = [one for one in client.get(page).context["changes"] if one.event]
    return client.post(page, {"event": changes[number].event})


def test_a_record_is_put_back_to_what_it_was(editor):
    speaker = factories.speaker(name="Tove Berg", note="An envoy.")
    editor.fill(editor.page(speaker), note="A minister.")
    shown = editor.get(editor.page(speaker, "history")).content.decode()
    assert "As it was before" in shown
    assert "Put back as it was before" in messages_of(put_back(editor, speaker))
    speaker.refresh_from_db()
    assert speaker.note == "An envoy."
    assert put_back(editor, speaker).status_code == 302  # and forth again
    speaker.refresh_from_db()
    assert speaker.note == "A minister."


def test_a_text_that_is_put_back_takes_its_statements_along(reviewer):
    article = factories.article(body=BODY, status="draft")
    said = factories.statement("Nobody puts it out,", article=article)
    reviewer.fill(reviewer.page(article), body=f"NEWS. {BODY}")
    put_back(reviewer, article)
    article.refresh_from_db()
    said.refresh_from_db()
    assert article.body == BODY
    assert said.segments == [[BODY.index("Nobody"), BODY.index("Nobody") + len(said.text)]]


def test_a_status_is_not_put_back(editor, reviewer):
    article = factories.article(status="draft")
    reviewer.act("publish", article)
    assert "as it was then" in messages_of(put_back(editor, article))
    article.refresh_from_db()
    assert article.status == "published"


@pytest.mark.parametrize("event", ["", "0", "x", "9" * 30])
def test_a_change_that_is_not_there_puts_nothing_back(editor, event):
    speaker = factories.speaker()
    page = editor.page(speaker, "history")
    assert "no such change" in messages_of(editor.post(page, {"event": event}))


def test_who_may_only_look_puts_nothing_back(editor, sign_in):
    from tests import accounts

    speaker = factories.speaker(note="An envoy.")
    editor.fill(editor.page(speaker), note="A minister.")
    viewer = sign_in(accounts.reader_of_the_desk())
    page = viewer.page(speaker, "history")
    assert "As it was before" not in viewer.get(page).content.decode()
    key = speaker.events.get().pgh_id
    assert viewer.post(page, {"event": key}).status_code == 403
    speaker.refresh_from_db()
    assert speaker.note == "A minister."


def test_topics_that_came_and_went_stand_in_the_history(editor):
    said = factories.statement()
    said.topics.add(factories.topic(name="Fog"))
    Statement.objects.filter(pk=said.pk).update(created_at="2001-01-01T00:00Z")
    assert "Fog" in editor.get(editor.page(said, "history")).content.decode()


# --- the text of a published article ------------------------------------------------------------


@pytest.fixture
def published():
    article = factories.article(body=BODY)
    factories.statement("The harbour keeps its light.", article=article)
    factories.statement("Nobody puts it out,", article=article)
    return article


def test_before_saving_it_is_shown_what_becomes_of_each_statement(editor, published):
    new = f"NEWS. {BODY}".replace("Nobody puts", "No one puts")
    page = editor.fill(editor.page(published), body=new, title="Other headline")
    assert page.status_code == 200
    fates = [(fate.statement.text, fate.what) for fate in page.context["fates"]]
    assert fates == [
        ("The harbour keeps its light.", "is found again"),
        ("Nobody puts it out,", "waits for an editor"),
    ]
    shown = page.content.decode()
    assert "1 statement would wait" in shown
    assert "no longer in the article" in shown
    published.refresh_from_db()
    assert published.body == BODY
    assert published.statements.filter(status="confirmed").count() == 2

    carried: dict = {}
    for name, value in page.context["carried"]:
        carried.setdefault(name, []).append(value)
    # Back to the form: nothing typed is lost, nothing is saved.
    form = editor.post(editor.page(published), carried | {GO_ON: "1"})
    assert "Nothing is saved yet" in errors_of(form)
    assert form.context["adminform"].form["body"].value() == new
    published.refresh_from_db()
    assert published.title != "Other headline"

    saved = editor.post(editor.page(published), carried | {SEEN: "1"})
    assert saved.status_code == 302
    published.refresh_from_db()
    assert (published.body, published.title) == (new, "Other headline")
    assert list(published.statements.order_by("position").values_list("status", flat=True)) == [
        "confirmed",
        "proposed",
    ]


def test_other_edits_are_saved_at_once(editor, published):
    assert editor.fill(editor.page(published), title="Other headline").status_code == 302
    assert Article.objects.get(pk=published.pk).title == "Other headline"


def test_what_becomes_of_statements_is_escaped(editor, published):
    evil = "<script>alert(1)</script>"
    page = editor.fill(editor.page(published), body=f"{evil} Gone.", title=evil)
    assert evil not in page.content.decode()


# --- a statement withdrawn ----------------------------------------------------------------------


@pytest.mark.usefixtures("empty_index")
def test_a_statement_is_withdrawn_with_a_reason_and_restored(reviewer, client):
    said = factories.statement()
    asked = reviewer.act("withdraw", said)
    assert "Reason of the withdrawal" in asked.content.decode()
    assert "required" in str(reviewer.act("withdraw", said, reason=" ").context["form"].errors)
    reviewer.act("withdraw", said, reason="Misheard <b>entirely</b>.")
    said.refresh_from_db()
    assert (said.status, said.status_reason) == ("withdrawn", "Misheard <b>entirely</b>.")

    gone = client.get(said.get_absolute_url())
    assert gone.status_code == 410
    assert "Misheard &lt;b&gt;entirely" in gone.content.decode()
    assert said.text not in gone.content.decode()
    assert client.get(f"{said.get_absolute_url()}cite.ris").status_code == 410
    assert said.text not in client.get("/statements/").content.decode()
    assert "<mark>" not in client.get(said.article.get_absolute_url()).content.decode()
    assert client.get("/api/v1/statements/").json()["count"] == 0

    assert "Restore" in reviewer.get(reviewer.page(said)).content.decode()
    reviewer.act("confirm", said)
    said.refresh_from_db()
    assert (said.status, said.status_reason) == ("confirmed", "")
    assert client.get(said.get_absolute_url()).status_code == 200


def test_a_withdrawn_statement_of_a_draft_has_no_page(reviewer, client):
    said = factories.statement(article=factories.article(status="draft"))
    reviewer.act("withdraw", said, reason="Misheard.")
    assert client.get(said.get_absolute_url()).status_code == 404


def test_an_edit_keeps_a_withdrawal(editor, reviewer):
    said = factories.statement()
    reviewer.act("withdraw", said, reason="Misheard.")
    reviewer.fill(reviewer.page(said), cue="told")
    editor.fill(editor.page(said), cue="said")
    said.refresh_from_db()
    assert (said.status, said.cue) == ("withdrawn", "said")
