"""Articles entered, published, edited and withdrawn."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Article, Statement
from tests import factories

from .conftest import errors_of, messages_of

ADD = reverse("admin:articles_article_add")
TEXT = "The talks went well.\n\nThey will go on in May."


def test_an_article_is_entered_as_a_draft_and_its_statements_come_next(editor):
    response = editor.fill(
        ADD,
        source=factories.source().pk,
        title="Talks go on",
        published="2019-05",
        body=TEXT.replace("\n", "\r\n"),
    )
    article = Article.objects.get()
    assert response["Location"] == editor.page(article)
    assert (article.body, str(article.published)) == (TEXT, "2019-05")
    assert (article.status, article.created_by) == ("draft", editor.user)
    assert article.retrieved_at


def test_the_next_article_starts_from_the_source_of_the_last(editor):
    source = factories.source()
    editor.fill(ADD, source=source.pk, title="One", body="One.")
    assert editor.get(ADD).context["adminform"].form["source"].value() == source.pk


@pytest.mark.parametrize(
    "body", ["  Space before.\n\n", "One\r\nTwo\r\n", "\n\nA blank line first."]
)
def test_a_text_that_was_not_edited_stays_as_it_is(editor, body):
    article = factories.article(body=body, title="Old")
    editor.fill(editor.page(article), title="New", body=body.replace("\r\n", "\n"))
    article.refresh_from_db()
    assert (article.title, article.body) == ("New", body)


def test_saving_without_an_edit_keeps_no_history(editor):
    article = factories.article(published="2019")
    editor.fill(editor.page(article))
    assert not article.events.exists()


# --- publishing ----------------------------------------------------------------------------------


def test_what_was_edited_is_published_with_it(reviewer):
    article = factories.article(status="draft", title="Old")
    response = reviewer.fill(reviewer.page(article), title="New", _publish=1)
    article.refresh_from_db()
    assert (article.title, article.status) == ("New", "published")
    assert article.first_public_at
    assert response["Location"] == reviewer.page(article)
    assert "Published." in messages_of(response)
    assert "Published." in [entry.get_change_message() for entry in LogEntry.objects.all()]


def test_a_form_with_an_error_publishes_nothing(reviewer):
    article = factories.article(status="draft")
    assert errors_of(reviewer.fill(reviewer.page(article), title="", _publish=1))
    article.refresh_from_db()
    assert article.status == "draft"


def test_an_article_can_be_published_as_soon_as_it_is_entered(reviewer):
    source = factories.source()
    reviewer.fill(ADD, source=source.pk, title="Talks", body=TEXT, _publish=1)
    assert Article.objects.get().is_public


def test_an_article_goes_back_to_draft(reviewer):
    article = factories.article()
    reviewer.fill(reviewer.page(article), _draft=1)
    article.refresh_from_db()
    assert article.status == "draft"


def test_withdrawing_asks_for_the_reason(reviewer):
    article = factories.article()
    asked = reviewer.act("withdraw", article, next=reviewer.page(article))
    assert asked.status_code == 200
    assert article.title in asked.content.decode()
    empty = reviewer.act("withdraw", article, reason="  ")
    assert "This field is required." in empty.content.decode()
    done = reviewer.act("withdraw", article, reason="A hoax.", next=reviewer.page(article))
    assert done["Location"] == reviewer.page(article)
    article.refresh_from_db()
    assert (article.status, article.withdrawn_reason) == ("withdrawn", "A hoax.")


def test_many_are_decided_on_at_once(reviewer):
    articles = [factories.article(status="draft") for _ in range(3)]
    told = messages_of(reviewer.act("publish", *articles))
    assert Article.objects.filter(status="published").count() == 3
    assert "3 articles published." in told


@pytest.mark.parametrize("action", ["publish", "return_to_draft", "withdraw"])
def test_an_editor_decides_on_no_article(editor, action):
    article = factories.article(status="draft")
    editor.act(action, article, reason="Because.")
    article.refresh_from_db()
    assert article.status == "draft"
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("button", ["_publish", "_draft"])
def test_the_buttons_of_the_form_need_the_permission_too(editor, button):
    article = factories.article()
    assert editor.fill(editor.page(article), title="New", **{button: 1}).status_code == 403
    article.refresh_from_db()
    assert (article.status, article.title != "New") == ("published", True)
    assert b'name="_publish"' not in editor.get(editor.page(article)).content


def test_a_get_decides_nothing(reviewer):
    article = factories.article(status="draft")
    url = reverse("admin:articles_article_changelist")
    reviewer.get(url, {"action": "publish", "_selected_action": article.pk})
    article.refresh_from_db()
    assert article.status == "draft"


def test_decisions_need_the_token_of_the_form(reviewer):
    article = factories.article(status="draft")
    reviewer.handler.enforce_csrf_checks = True
    assert reviewer.act("publish", article).status_code == 403


def test_what_was_public_is_withdrawn_and_not_deleted(reviewer):
    withdrawn, draft = factories.article(status="withdrawn"), factories.article(status="draft")
    assert reviewer.post(reviewer.page(withdrawn, "delete"), {"post": "yes"}).status_code == 403
    reviewer.act("delete_selected", withdrawn, draft, post="yes")
    assert Article.objects.count() == 2
    reviewer.act("delete_selected", draft, post="yes")
    assert list(Article.objects.all()) == [withdrawn]


# --- a text that changes -------------------------------------------------------------------------


def test_statements_follow_an_edited_text_and_the_editor_is_told(reviewer):
    article = factories.article(body=TEXT)
    kept = factories.statement("The talks went well.", article=article)
    lost = factories.statement("They will go on in May.", article=article)
    changed = "SOCHI. The talks went well.\n\nNobody knows what comes next."
    response = reviewer.fill(reviewer.page(article), body=changed, _continue=1, _text_seen=1)
    kept.refresh_from_db()
    lost.refresh_from_db()
    assert (kept.segments, kept.status) == ([[7, 27]], "confirmed")
    assert (lost.segments, lost.status) == ([], "proposed")
    assert "0 kept, 1 moved, 1 lost" in messages_of(response)
    assert lost.status_reason in reviewer.get(reviewer.page(article)).content.decode()


def test_the_new_text_and_its_publication_are_one_step(reviewer):
    article = factories.article(body=TEXT, status="draft")
    factories.statement("The talks went well.", article=article)
    reviewer.fill(reviewer.page(article), body=f"SOCHI. {TEXT}", _publish=1)
    article.refresh_from_db()
    assert article.is_public
    assert article.body == f"SOCHI. {TEXT}"
    assert Statement.objects.get().segments == [[7, 27]]


# --- its page ------------------------------------------------------------------------------------


def test_statements_are_listed_with_their_decisions(reviewer, editor):
    article = factories.article(body=TEXT)
    factories.statement("The talks went well.", article=article, status="proposed")
    page = reviewer.get(reviewer.page(article)).content.decode()
    assert "The talks went well." in page
    assert 'value="confirm"' in page
    assert 'value="confirm"' not in editor.get(editor.page(article)).content.decode()


def test_text_of_others_is_escaped(reviewer):
    evil = "<img src=x onerror=alert(1)>"
    article = factories.article(body=f"He said {evil}.", title=evil, status="draft")
    statement = factories.statement(evil, article=article, attribution=evil, status="proposed")
    speaker = factories.speaker(name=evil)
    pages = [
        reviewer.page(article),
        reviewer.page(statement),
        reviewer.page(article, "history"),
        reviewer.page(speaker),
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_statement_changelist"),
        reverse("admin:articles_speaker_changelist"),
    ]
    reviewer.fill(reviewer.page(article), title=f"{evil} again")
    for page in pages:
        assert "<img src=x" not in reviewer.get(page).content.decode(), page
    assert "<img src=x" not in reviewer.act("withdraw", article).content.decode()


def test_the_public_page_is_linked_when_there_is_one(reviewer):
    public, draft = factories.article(), factories.article(status="draft")
    assert public.get_absolute_url() in reviewer.get(reviewer.page(public)).content.decode()
    assert draft.get_absolute_url() not in reviewer.get(reviewer.page(draft)).content.decode()
