"""Two editors at one record: who saves second is told, with both versions, and loses nothing."""

from __future__ import annotations

import pytest

from articles.models import Speaker, Tenure
from tests import factories

from .conftest import errors_of

# What one transaction does is one change, so that each request needs its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("make", "field", "label"),
    [
        (lambda: factories.article(title="Light", status="draft"), "title", "Headline"),
        (lambda: factories.statement(cue="told"), "cue", "Cue as printed"),
        (lambda: factories.speaker(name="Tove Berg"), "note", "Note"),
        (lambda: factories.office(title="Envoy"), "title", "Title"),
        (lambda: factories.polity(name="Norland"), "name", "Name"),
        (lambda: factories.topic(name="Lights"), "description", "Description"),
        (lambda: factories.source(name="NorNews"), "description", "Description"),
        (lambda: factories.occasion(name="Talks"), "place", "Place"),
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


def test_a_date_that_another_changed_is_told(editor, reviewer):
    held = factories.tenure(starts="2004")
    page = editor.page(held)
    seen = editor.get(page).context["version"]
    reviewer.fill(page, ends="2012")
    told = errors_of(editor.fill(page, ends="2013", version=seen))
    assert "To: stored “2012”, in your form “2013”" in told


def test_a_choice_is_told_in_words(editor, reviewer):
    source = factories.source(kind="agency")
    page = editor.page(source)
    seen = editor.get(page).context["version"]
    reviewer.fill(page, kind="ministry")
    told = errors_of(editor.fill(page, kind="corpus", version=seen))
    assert "Kind: stored “ministry or government”, in your form “corpus”" in told


# --- rows that are edited with a record ---------------------------------------------------------


@pytest.fixture
def berg() -> Speaker:
    speaker = factories.speaker(name="Tove Berg")
    for name in ("T. Berg", "Tova Berg"):
        speaker.other_names.create(name=name)
    factories.tenure(speaker=speaker, office=factories.office(title="Envoy"), starts="2004")
    return speaker


def names_of(speaker: Speaker) -> set[str]:
    return set(speaker.other_names.values_list("name", flat=True))


def sent_again(answer) -> dict[str, str]:
    """What the browser sends when the form that is shown again is saved as it stands."""
    data = dict(answer.context["adminform"].form.data.items())
    return data | {"version": answer.context["version"]}


def test_a_name_that_another_added_is_told_and_stays(editor, reviewer, berg):
    page = editor.page(berg)
    stale = editor.form(page, note="Mine", version=editor.get(page).context["version"])
    added = {"other_names__2__name": "Towe Berg", "other_names__2__kind": "short"}
    reviewer.fill(page, other_names__TOTAL_FORMS=3, **added)
    answer = editor.post(page, stale)
    told = errors_of(answer)
    assert f"{reviewer.user.username} changed this record" in told
    assert "Other names: stored “" in told
    assert "Towe Berg, short form" in told
    assert Speaker.objects.get().note == ""
    assert editor.post(page, sent_again(answer)).status_code == 302
    assert Speaker.objects.get().note == "Mine"
    assert names_of(berg) == {"T. Berg", "Tova Berg", "Towe Berg"}


def test_a_name_that_another_changed_is_told_with_both_and_the_form_decides(editor, reviewer, berg):
    page = editor.page(berg)
    shown = editor.get(page).context["version"]
    stale = editor.form(page, version=shown, other_names__0__name="Th. Berg")
    reviewer.fill(page, other_names__0__name="Thea Berg")
    answer = editor.post(page, stale)
    told = errors_of(answer)
    assert "Thea Berg" in told and "Th. Berg" in told
    assert names_of(berg) == {"Thea Berg", "Tova Berg"}
    assert editor.post(page, sent_again(answer)).status_code == 302
    assert names_of(berg) == {"Th. Berg", "Tova Berg"}


def test_what_was_typed_in_a_row_that_another_removed_is_not_lost(editor, reviewer, berg):
    page = editor.page(berg)
    shown = editor.get(page).context["version"]
    stale = editor.form(
        page, version=shown, tenures__0__ends="2012", other_names__0__name="Th. Berg"
    )
    reviewer.fill(page, tenures__0__DELETE="on", other_names__0__DELETE="on")
    answer = editor.post(page, stale)
    assert "Offices held: stored nothing, in your form “Envoy, 2004, 2012”" in errors_of(answer)
    assert not Tenure.objects.exists()
    assert editor.post(page, sent_again(answer)).status_code == 302
    assert str(Tenure.objects.get().ends) == "2012"
    assert names_of(berg) == {"Th. Berg", "Tova Berg"}


def test_a_holder_that_another_added_to_an_office_is_told(editor, reviewer):
    office, lund = factories.office(title="Envoy"), factories.speaker(name="Ole Lund")
    page = editor.page(office)
    stale = editor.form(page, title="Consul", version=editor.get(page).context["version"])
    reviewer.fill(page, tenures__TOTAL_FORMS=1, tenures__0__speaker=lund.pk)
    assert "Holders: stored “Ole Lund”, in your form nothing" in errors_of(editor.post(page, stale))


@pytest.mark.parametrize(
    "forged",
    [
        {"other_names-0-id": "x"},
        {"other_names-0-id": "9" * 30},
        {"other_names-0-id": "\0"},
        {"other_names-TOTAL_FORMS": "x"},
        {"other_names-TOTAL_FORMS": "99999999", "other_names-INITIAL_FORMS": "-1"},
        {"other_names-9999-name": "far", "other_names-007-name": "seven"},
        {"tenures-0-office": "x", "tenures-0-starts": "\0"},
    ],
)
@pytest.mark.parametrize("version", ["", "old"])
def test_forged_rows_are_an_error_of_the_form_or_taken_as_new(editor, berg, forged, version):
    data = editor.form(editor.page(berg), version=version) | forged
    assert editor.post(editor.page(berg), data).status_code in (200, 302)
    assert {"T. Berg", "Tova Berg"} <= names_of(berg)
