"""What an editor has changed or decided stays, and is reported."""

from __future__ import annotations

import pghistory
import pytest
from django.contrib.auth.models import User

from articles import publishing
from articles.anchoring import reanchor
from articles.ingestion import Outcome, Result
from articles.models import Article, Speaker, Statement, Topic
from tests import factories as make

from .lines import BODY, READY, WAITING, ingest, line, stated

pytestmark = pytest.mark.django_db


def test_what_an_editor_changed_stays_and_is_reported():
    ingest(line(), publish=True)
    Article.objects.update(title="Better", place="Sochi")
    said = Statement.objects.get()
    said.cue, said.speaker = "explained", make.speaker(name="Somebody Else")
    said.save()
    (outcome,) = ingest(
        line(
            stated(speaker="Eve Stone", country="GBR", cue="told", office="Envoy"),
            title="Worse",
            summary="New.",
        ),
        publish=True,
    )
    assert outcome.result == "updated"
    assert set(outcome.kept) == {"title", "statement 1: cue", "statement 1: speaker"}
    article = Article.objects.get()
    assert (article.title, article.summary, article.place) == ("Better", "New.", "Sochi")
    said.refresh_from_db()
    assert (said.cue, said.speaker.name) == ("explained", "Somebody Else")
    assert said.office_as_printed == "Envoy"
    assert not Speaker.objects.filter(name="Eve Stone").exists()


def test_what_the_file_did_not_change_is_no_conflict():
    ingest(line(), publish=True)
    Article.objects.update(title="Better")
    Statement.objects.update(cue="explained")
    (outcome,) = ingest(line(summary="New."))
    assert (outcome.result, outcome.kept) == ("updated", ())
    assert Article.objects.get().title == "Better"


def test_topics_of_an_editor_stay():
    ingest(line(topics=["Iran", "G20"]))
    article = Article.objects.get()
    article.topics.set([Topic.objects.get(name="Iran"), make.topic(name="Sanctions")])
    ingest(line(topics=["Iran", "Trade"]))
    assert {topic.name for topic in article.topics.all()} == {"Iran", "Sanctions", "Trade"}


@pytest.mark.parametrize("decide", [publishing.confirm, publishing.reject])
def test_what_an_editor_decided_stays(decide):
    ingest(line())
    decide(Statement.objects.get())
    before = Statement.objects.values().get()
    (outcome,) = ingest(line(stated(speaker="Eve Stone", country="GBR")), publish=True)
    assert outcome.kept == ("statement 1",)
    after = Statement.objects.values().get()
    # Its article is public now.
    assert {**after, "changed_at": None} == {**before, "changed_at": None}


def test_a_rejected_statement_is_not_confirmed_nor_stated_anew():
    ingest(line())
    publishing.reject(Statement.objects.get(), "Not his words.")
    ingest(line(), publish=True)
    assert Statement.objects.get().status == "rejected"


def test_what_an_editor_put_back_is_not_confirmed():
    ingest(line(), publish=True)
    publishing.propose(Statement.objects.get(), "Who?")
    (outcome,) = ingest(line(), publish=True)
    assert outcome == Outcome(
        Result.UNCHANGED, 1, "1", kept=("statement 1: proposed, and stays so",)
    )
    assert Statement.objects.get().status == "proposed"


def test_what_an_editor_corrected_before_publishing_waits():
    ingest(line(stated(speaker="A. Brook"), stated(WAITING)))
    Statement.objects.filter(text=READY).update(speaker=make.speaker(name="Ada Brook"))
    (outcome,) = ingest(line(stated(speaker="A. Brook"), stated(WAITING)), publish=True)
    assert outcome.kept == ("statement 1: proposed, and stays so",)
    assert Statement.objects.public().get().text == WAITING


def test_a_statement_by_hand_is_neither_doubled_nor_changed():
    ingest(line(stated()))
    by_hand = make.statement(
        WAITING,
        article=Article.objects.get(),
        status="proposed",
        created_by=User.objects.create(username="editor"),
    )
    ingest(line(stated(), stated(WAITING, cue="said")), publish=True)
    by_hand.refresh_from_db()
    assert (by_hand.status, by_hand.cue) == ("proposed", "")
    assert Statement.objects.count() == 2


def test_a_deleted_statement_does_not_come_back():
    ingest(line(stated(), stated(WAITING)))
    Statement.objects.filter(text=WAITING).delete()
    (outcome,) = ingest(line(stated(), stated(WAITING, cue="said")), publish=True)
    assert outcome.kept == ("statement 2: deleted here",)
    assert Statement.objects.get().text == READY


def test_a_withdrawal_is_not_revived():
    ingest(line(), publish=True)
    publishing.withdraw(Article.objects.get(), "A hoax.")
    for again in (line(), line(title="New")):
        (outcome,) = ingest(again, publish=True)
        assert outcome.kept == ("withdrawn, and stays so",)
    article = Article.objects.get()
    assert (article.status, article.withdrawn_reason) == ("withdrawn", "A hoax.")


def test_an_article_taken_back_to_a_draft_stays_one():
    ingest(line(), publish=True)
    publishing.return_to_draft(Article.objects.get())
    (outcome,) = ingest(line(), publish=True)
    assert outcome.kept == ("taken back to a draft, and stays one",)
    assert Article.objects.get().status == "draft"


def test_an_article_entered_by_hand_is_filled_up_but_not_published():
    make.article(
        source=make.source(name="Agency"), external_id="1", title="By hand", body=BODY,
        status="draft",
    )  # fmt: skip
    (outcome,) = ingest(line(place="Sochi"), publish=True)
    article = Article.objects.get()
    assert (article.title, article.place, article.status) == ("By hand", "Sochi", "draft")
    assert "title" in outcome.kept
    assert article.statements.get().text == READY


def test_a_body_that_an_editor_corrected_stays_and_the_file_follows_it():
    ingest(line(), publish=True)
    article = Article.objects.get()
    reanchor(article, BODY.replace("The minister", "Sochi. The Minister"))
    (outcome,) = ingest(line(stated(speaker="Ada Brook", country="GBR"), stated(WAITING)))
    assert outcome.kept == ()
    article.refresh_from_db()
    assert article.body.startswith("Sochi.")
    assert [one.text for one in article.statements.all()] == [READY, WAITING]
    new_body = f"{BODY} The end."
    (outcome,) = ingest(line(stated(), stated(WAITING), body=new_body))
    assert "body" in outcome.kept
    article.refresh_from_db()
    assert article.body.startswith("Sochi.")


def test_words_that_an_editor_chose_stay():
    ingest(line(stated("We are ready")), publish=True)
    said, article = Statement.objects.get(), Article.objects.get()
    start = BODY.index(READY)
    said.segments, said.text = [[start, start + len(READY)]], READY
    said.save()
    body = f"SOCHI. {BODY}"
    ingest(line(stated("We are ready", body=body), body=body), publish=True)
    said.refresh_from_db()
    article.refresh_from_db()
    assert (said.text, article.body) == (READY, body)
    (outcome,) = ingest(line(stated("are ready", body=body), body=body), publish=True)
    assert outcome.kept == ("statement 1: words",)


def test_a_decision_counts_whoever_made_it():
    ingest(line())
    with pghistory.context(user=7):
        publishing.confirm(Statement.objects.get())
    (outcome,) = ingest(line(stated(cue="told", speaker="Ada Brook", country="GBR")))
    assert outcome.kept == ("statement 1",)
