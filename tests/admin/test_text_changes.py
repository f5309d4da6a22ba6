"""The text of an article edited while it is public: what becomes of its statements comes first."""

from __future__ import annotations

import pytest

from articles.admin.text_changes import GO_ON, SEEN
from articles.models import Article
from tests import factories

from .conftest import errors_of

pytestmark = pytest.mark.django_db

BODY = "The harbour keeps its light.\n\n“Nobody puts it out,” Berg said.\n\nAll is well."


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
