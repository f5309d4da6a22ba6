"""The form of a card: what it changes, what it refuses, and who was quicker."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from articles.admin.versions import stamp
from articles.models import Speaker, Statement
from tests import accounts, factories

from ..conftest import messages_of
from .conftest import correct, do, errors, first, url

pytestmark = pytest.mark.django_db


# --- correcting -----------------------------------------------------------------------------------


def test_a_correction_changes_what_was_changed_and_nothing_else(editor, article):
    one = first(article)
    before = Statement.objects.filter(pk=one.pk).values().get()
    factories.topic(name="Fog")
    correct(editor, one, cue="said", place="Havenport", more_topics="fog")
    after = Statement.objects.filter(pk=one.pk).values().get()
    assert {name for name in after if after[name] != before[name]} == {"place"}
    assert {topic.name for topic in one.topics.all()} == {"Lights", "Fog"}


def test_another_speaker_brings_the_office_of_the_day(editor, article):
    lund = factories.speaker(name="Ole Lund", kind="person")
    lund.other_names.create(name="O. Lund")
    captain = factories.office(title="Captain")
    factories.tenure(speaker=lund, office=captain, starts="2001")
    correct(editor, first(article), speaker="o. lund")
    assert first(article).speaker == lund
    assert first(article).tenure.office == captain


def test_a_name_of_two_asks_which(editor, article):
    factories.speaker(name="Ann Holm")
    second = factories.speaker(name="Ann Holm")
    page = correct(editor, first(article), speaker="Ann Holm")
    assert "Ann Holm (ann-holm-2)" in errors(page, first(article))
    correct(editor, first(article), speaker="Ann Holm (ann-holm-2)")
    assert first(article).speaker == second


def test_a_new_speaker_is_made_when_the_editor_says_so(editor, article):
    page = correct(editor, first(article), speaker="Ann Holm", cue="hinted")
    assert "There is no “Ann Holm” yet" in errors(page, first(article))
    assert not Speaker.objects.filter(name="Ann Holm").exists()
    assert "hinted" in page.content.decode()
    correct(editor, first(article), speaker="Ann Holm", new_speaker="on")
    assert first(article).speaker.name == "Ann Holm"
    assert first(article).tenure is None


def test_who_may_add_no_speaker_makes_none_by_the_form_either(sign_in, article):
    user = accounts.editor()
    user.groups.get().permissions.remove(Permission.objects.get(codename="add_speaker"))
    client = sign_in(user)
    assert correct(client, first(article), speaker="Ann", new_speaker="on").status_code == 403
    assert not Speaker.objects.filter(name="Ann").exists()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"words": "not in the text"}, "is not in the article"),
        ({"words": ""}, "required"),
        ({"said": "May"}, "is not a date"),
        ({"more_topics": "Nothing of the kind"}, "no topic “Nothing of the kind”"),
        ({"addressees": "Nobody"}, "no speaker is called “Nobody”"),
        ({"kind": "loud"}, "valid choice"),
        ({"speaker": "x" * 400}, "at most 320"),
    ],
)
def test_a_wrong_correction_is_named_and_nothing_typed_is_lost(editor, article, changes, complaint):
    before = list(Statement.objects.values())
    page = correct(editor, first(article), **changes)
    assert complaint in errors(page, first(article))
    assert list(Statement.objects.values()) == before
    card = page.context["cards"][0]
    ((name, value),) = changes.items()
    assert card.form[name].value() == value


def test_corrected_and_accepted_in_one_step(reviewer, article):
    correct(reviewer, first(article), "correct:accept", words="The harbour")
    assert (first(article).text, first(article).status) == ("The harbour", "confirmed")


# --- two editors ----------------------------------------------------------------------------------


def test_a_statement_changed_meanwhile_is_not_decided_on_unseen(reviewer, editor, article):
    one = first(article)
    seen = stamp(one)
    correct(editor, one, cue="whispered")
    answer = do(reviewer, one, "accept", version=seen)
    told = messages_of(answer)
    assert editor.user.username in told
    assert "whispered" in told
    assert first(article).status == "proposed"


def test_of_two_corrections_the_second_sees_both_versions(reviewer, editor, article):
    one = first(article)
    seen = stamp(one)
    correct(editor, one, cue="whispered", place="Havenport")
    page = correct(reviewer, one, cue="shouted", version=seen)
    card = page.context["cards"][0]
    assert ("Cue as printed", "whispered", "shouted") in card.conflict
    assert first(article).cue == "whispered"
    assert "Not saved: another editor" in page.content.decode()
    correct(reviewer, one, cue="shouted")
    assert first(article).cue == "shouted"


def test_a_statement_put_before_another_is_no_change_of_that(editor, article):
    last = article.statements.get(position=2)
    seen = stamp(last)
    editor.post(url(article), {"deed": "new", "from": "0", "to": "3"})
    last.refresh_from_db()
    assert last.position == 3
    assert stamp(last) == seen
