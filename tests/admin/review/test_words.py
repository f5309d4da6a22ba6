"""Words and speakers set by buttons: ends moved, words selected, candidates chosen."""

from __future__ import annotations

import pytest

from articles import ingestion
from articles.models import Speaker, Statement

from ..conftest import messages_of
from .conftest import BODY, do, first, url

pytestmark = pytest.mark.django_db


# --- words ----------------------------------------------------------------------------------------


def test_ends_move_by_a_word(editor, article):
    do(editor, first(article), "start:1")
    do(editor, first(article), "end:-1")
    assert first(article).text == "harbour keeps its"


def test_selected_words_become_those_of_a_statement_or_one_of_its_ends(editor, article):
    one = first(article)
    start = BODY.index("keeps")
    do(editor, one, "start-here", **{"from": start, "to": start + 3})
    assert first(article).text == "keeps its light"
    do(editor, one, "end-here", **{"from": start, "to": start + 8})
    assert first(article).text == "keeps its"
    do(editor, one, "words-here", **{"from": 0, "to": 11})
    assert first(article).text == "The harbour"


def test_selected_words_become_a_statement_of_who_spoke_before(editor, article, berg):
    start = BODY.index("on Tuesday")
    fields = {"deed": "new", "from": str(start), "to": str(start + 10)}
    answer = editor.post(url(article), fields)
    made = Statement.objects.get(created_by=editor.user)
    assert answer["Location"].endswith(f"#s-{made.pk}")
    assert (made.text, made.status, made.kind) == ("on Tuesday", "proposed", "indirect")
    assert (made.speaker, made.position) == (berg, 1)
    do(editor, made, "remove")
    assert not Statement.objects.filter(pk=made.pk).exists()


def test_what_the_engine_found_is_rejected_and_not_removed(reviewer, article):
    assert "rejected, not removed" in messages_of(do(reviewer, first(article), "remove"))
    assert article.statements.count() == 3


@pytest.mark.parametrize("place", [("", ""), ("x", "1"), ("5", "5"), ("900", "999")])
def test_a_selection_of_nothing_changes_nothing(editor, article, place):
    before = list(Statement.objects.values())
    editor.post(url(article), {"deed": "new", "from": place[0], "to": place[1]})
    do(editor, first(article), "words-here", **{"from": place[0], "to": place[1]})
    assert list(Statement.objects.values()) == before


def test_the_engine_looks_again(editor, article):
    article.statements.get(position=1).delete()
    assert "Nothing more" in messages_of(editor.post(url(article), {"deed": "look-again"}))
    article.body += "\n\n“All is well,” Berg said."
    article.save()
    assert "1 more found" in messages_of(editor.post(url(article), {"deed": "look-again"}))


# --- who ------------------------------------------------------------------------------------------


def test_an_unknown_speaker_is_made_on_the_spot_for_all_that_wait(editor, article):
    article.body += "\n\n“All is well,” Ole Lund said."
    article.save()
    ingestion.propose_more(article)
    one, other = article.statements.filter(proposal__name="Ole Lund").order_by("position")
    do(editor, one, "create")
    lund = Speaker.objects.get(name="Ole Lund")
    assert set(article.statements.filter(speaker=lund)) == {one, other}


def test_a_candidate_is_chosen_with_the_office_of_the_day(editor, article, berg):
    last = article.statements.get(position=2)
    do(editor, last, f"speaker:{berg.pk}")
    last.refresh_from_db()
    assert (last.speaker, last.tenure.office.title) == (berg, "Envoy")


def test_only_a_name_that_was_proposed_is_created(editor, article):
    do(editor, first(article), "create", name="Somebody Else")
    assert not Speaker.objects.filter(name="Somebody Else").exists()
