"""Accepting, rejecting and taking back: who may, and what no request does."""

from __future__ import annotations

import pytest

from articles import publishing
from articles.admin.versions import stamp
from articles.models import Statement
from tests import accounts, factories

from ..conftest import messages_of
from .conftest import correct, do, first, url

pytestmark = pytest.mark.django_db


# --- deciding -------------------------------------------------------------------------------------


def test_accepting_goes_on_to_the_next_that_waits(reviewer, article):
    one, two, three = article.statements.order_by("position")
    assert do(reviewer, one, "accept")["Location"].endswith(f"#s-{two.pk}")
    assert do(reviewer, three, "reject")["Location"].endswith(f"#s-{two.pk}")
    assert do(reviewer, two, "accept")["Location"].endswith("#done")
    assert [s.status for s in article.statements.order_by("position")] == [
        "confirmed",
        "confirmed",
        "rejected",
    ]
    assert "3 of 3 decided" in reviewer.get(url(article)).content.decode()


def test_all_above_a_confidence_whose_speaker_is_known_are_accepted(reviewer, article):
    one, two, three = article.statements.order_by("position")
    Statement.objects.filter(pk=one.pk).update(confidence=0.97)
    Statement.objects.filter(pk=two.pk).update(confidence=0.7)
    Statement.objects.filter(pk=three.pk).update(confidence=0.99)  # but nobody known
    answer = reviewer.post(url(article), {"deed": "accept-above", "share": "90"})
    assert "1 of a confidence of at least 90 % accepted" in messages_of(answer)
    assert list(article.statements.filter(status="confirmed")) == [one]


@pytest.mark.parametrize("share", ["", "0", "-1", "x"])
def test_a_share_that_is_not_offered_accepts_nothing(reviewer, article, share):
    Statement.objects.update(confidence=0.97)
    reviewer.post(url(article), {"deed": "accept-above", "share": share})
    assert not article.statements.filter(status="confirmed").exists()


def test_words_without_a_place_are_not_accepted(reviewer, article):
    one = first(article)
    Statement.objects.filter(pk=one.pk).update(segments=[])
    assert "not in the text" in messages_of(do(reviewer, one, "accept"))
    assert first(article).status == "proposed"


# --- who may --------------------------------------------------------------------------------------


DECISIONS = ("accept", "reject", "correct:accept", "accept-above")


@pytest.mark.parametrize("deed", DECISIONS)
def test_an_editor_decides_on_nothing_by_no_way(editor, article, deed):
    one = first(article)
    Statement.objects.update(confidence=0.99)
    answer = do(editor, one, deed, share="60", kind="direct", words=one.text)
    assert answer.status_code == 403
    assert set(article.statements.values_list("status", flat=True)) == {"proposed"}


def test_an_editor_takes_back_no_decision(editor, article):
    publishing.confirm(first(article))
    assert do(editor, first(article), "undo").status_code == 403
    assert first(article).status == "confirmed"


@pytest.mark.parametrize(
    "deed", [*DECISIONS, "undo", "start:1", "end:1", "words-here", "speaker:1", "create", "new",
             "look-again", "correct", "remove"],
)  # fmt: skip
def test_who_may_only_look_does_nothing(sign_in, article, deed):
    viewer = sign_in(accounts.reader_of_the_desk())
    before = list(Statement.objects.values())
    fields = {"from": "0", "to": "11", "share": "60"}
    assert do(viewer, first(article), deed, **fields).status_code == 403
    assert list(Statement.objects.values()) == before
    shown = viewer.get(url(article)).content.decode()
    assert "<button" not in shown.split('id="content-main"')[1]


def test_nobody_else_sees_it(client, article):
    assert client.get(url(article)).status_code == 302
    assert client.post(url(article), {"deed": "accept"}).status_code == 302


@pytest.mark.parametrize("deed", ["", "publish", "accept:", "start", "end:x", "speaker:", "undo"])
@pytest.mark.parametrize("statement", ["", "0", "x", "9" * 30])
def test_no_request_is_an_error(reviewer, article, deed, statement):
    answer = reviewer.post(url(article), {"deed": deed, "statement": statement})
    assert answer.status_code == 302


def test_another_article_s_statement_is_not_decided_on_here(reviewer, article):
    other = factories.statement(status="proposed")
    data = {"deed": "accept", "statement": other.pk, "version": stamp(other)}
    assert "no longer there" in messages_of(reviewer.post(url(article), data))
    assert Statement.objects.get(pk=other.pk).status == "proposed"


# --- undoing --------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_last_change_is_undone_and_done_again(reviewer, article):
    one = first(article)
    text, topics = one.text, set(one.topics.all())
    fog = factories.topic(name="Fog")
    correct(reviewer, one, "correct:accept", words="The harbour", more_topics="Fog", topics=[])
    assert (first(article).status, set(one.topics.all())) == ("confirmed", {fog})
    do(reviewer, one, "undo")
    assert (first(article).status, first(article).text) == ("proposed", text)
    assert set(one.topics.all()) == topics
    do(reviewer, one, "undo")
    assert (first(article).status, first(article).text) == ("confirmed", "The harbour")
    assert set(one.topics.all()) == {fog}


@pytest.mark.django_db(transaction=True)
def test_addressees_are_undone_too(editor, article):
    one = first(article)
    lund = factories.speaker(name="Ole Lund")
    correct(editor, one, addressees="Ole Lund", cue="told")
    assert list(one.addressees.all()) == [lund]
    do(editor, one, "undo")
    assert (list(one.addressees.all()), first(article).cue) == ([], "said")
    do(editor, one, "undo")
    assert list(one.addressees.all()) == [lund]


@pytest.mark.django_db(transaction=True)
def test_a_withdrawal_that_was_taken_back_is_undone_with_its_reason(reviewer, article):
    one = first(article)
    publishing.confirm(one)
    publishing.withdraw_statement(one, reason="Misheard.")
    do(reviewer, one, "accept")
    do(reviewer, one, "undo")
    assert (first(article).status, first(article).status_reason) == ("withdrawn", "Misheard.")


def test_where_nothing_was_done_nothing_is_undone(reviewer, article):
    assert "Nothing was changed yet" in messages_of(do(reviewer, first(article), "undo"))
