"""A statement withdrawn with a reason, and restored."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


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
