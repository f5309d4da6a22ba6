"""What the review page shows, and to whom it does not."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import ingestion, publishing
from articles.models import Proposal, Statement
from tests import factories

from .conftest import BODY, first, url

pytestmark = pytest.mark.django_db


# --- what is shown --------------------------------------------------------------------------------


def test_each_statement_has_a_card_with_all_that_is_proposed(reviewer, article):
    page = reviewer.get(url(article))
    cards = page.context["cards"]
    assert [card.statement.kind for card in cards] == ["indirect", "direct", "indirect"]
    assert (cards[0].statement.speaker.name, cards[0].office) == ("Tove Berg", "Envoy")
    assert cards[2].named == "Ole Lund"
    shown = page.content.decode()
    assert "0 of 3 decided" in shown
    assert "Who says it stands behind the words" in shown
    assert f'class="is-direct is-proposed of-{cards[1].statement.pk}"' in shown
    assert "New speaker: Ole Lund" in shown
    assert "Lights" in shown


def test_the_page_asks_no_more_for_many_statements(reviewer, berg):
    def asked(repetitions: int) -> int:
        article = factories.article(body="\n\n".join([BODY] * repetitions))
        ingestion.propose([article])
        reviewer.get(url(article))
        with CaptureQueriesContext(
            connection,
        ) as context:
            reviewer.get(url(article))
        return len(context)

    assert asked(12) - asked(1) <= 4


def test_text_of_others_is_escaped(reviewer, berg):
    evil = "<script>alert(1)</script>"
    article = factories.article(
        body=f"“{evil} Nobody puts it out,” Tove Berg said.", title=evil, summary=evil, place=evil
    )
    ingestion.propose([article])
    Statement.objects.update(attribution=evil, cue=evil, office_as_printed=evil, status_reason=evil)
    Proposal.objects.update(name=evil, candidates=[evil])
    factories.speaker(name=evil)
    factories.topic(name=evil, cue_phrases=["nobody"])
    shown = reviewer.get(url(article)).content.decode()
    assert evil not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_an_article_that_is_not_there_is_said_to_be_so(reviewer):
    assert reviewer.get("/admin/articles/article/999999/review/").status_code == 404


# --- preview --------------------------------------------------------------------------------------


def test_the_preview_shows_a_draft_as_readers_would_see_it(editor, article, client):
    publishing.confirm(first(article))
    page = editor.get(f"/admin/articles/article/{article.pk}/preview/").content.decode()
    assert "this is not published" in page
    assert page.count("<mark>") == 1
    assert "2 proposals" in page
    assert client.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 302
    assert client.get(article.get_absolute_url()).status_code == 404
