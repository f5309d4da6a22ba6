from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import models
from django.test import Client
from django.urls import reverse

from articles import mergers
from articles.models import Proposal
from tests import accounts, factories

from .desk_requests import BODY, MERGEABLE


class DeskClient(Client):
    """A signed-in editor's client that fills in the forms of the admin as a browser would."""

    def page(self, record: models.Model, name: str = "change") -> str:
        return reverse(f"admin:articles_{record._meta.model_name}_{name}", args=[record.pk])

    def fill(self, url: str, /, **changes: Any):
        """Get the form, change some fields, post it; names of inline fields take `__` for `-`."""
        return self.post(url, self.form(url, **changes))

    def form(self, url: str, /, **changes: Any) -> dict[str, Any]:
        """What `fill` would post."""
        shown = self.get(url)
        assert shown.status_code == 200
        data = _sent_by(shown.context["adminform"].form)
        for inline in shown.context["inline_admin_formsets"]:
            data |= _sent_by(inline.formset.management_form)
            for form in inline.formset.initial_forms:
                data |= _sent_by(form)
        return data | {name.replace("__", "-"): value for name, value in changes.items()}

    def act(self, action: str, /, *records: models.Model, **data: Any):
        """Choose an action for records in their list."""
        url = reverse(f"admin:articles_{records[0]._meta.model_name}_changelist")
        chosen = [record.pk for record in records]
        return self.post(url, {"action": action, "_selected_action": chosen, **data})


def _sent_by(form: Any) -> dict[str, Any]:
    values = {bound.html_name: bound.value() for bound in form}
    return {name: one for name, one in values.items() if one is not None and one is not False}


@pytest.fixture
def sign_in(db) -> Callable[[User], DeskClient]:
    def signed_in(user: User) -> DeskClient:
        client = DeskClient()
        client.force_login(user)
        client.user = user
        return client

    return signed_in


@pytest.fixture
def reviewer(sign_in) -> DeskClient:
    return sign_in(accounts.reviewer())


@pytest.fixture
def editor(sign_in) -> DeskClient:
    return sign_in(accounts.editor())


@pytest.fixture
def records(sign_in) -> SimpleNamespace:
    """One of each noun, on its own; an article under review; and a superuser who fills in forms."""
    made = SimpleNamespace(root=sign_in(User.objects.create_superuser("root")))
    made.article = factories.article(status="draft", title="Old")
    made.statement = factories.statement(status="proposed")
    made.tenure = factories.tenure(starts="2004")
    for noun in ("speaker", "office", "polity", "topic", "source", "occasion"):
        setattr(made, noun, getattr(factories, noun)())
    made.report = factories.article(body=BODY, status="draft", title="Fog")
    sure = {"confidence": 0.99, "speaker": factories.speaker(name="Tove Berg")}
    waits = {"article": made.report, "status": "proposed"}
    made.said = factories.statement("Nobody puts it out", **waits, **sure)
    made.named = factories.statement("The fog will lift", **waits)
    Proposal.objects.create(statement=made.named, name="Ole Lund")
    made.mine = factories.statement("Tove Berg", **waits, created_by=accounts.editor())
    made.published = factories.article(body=BODY, title="Light")
    made.confirmed = factories.statement("Nobody puts it out", article=made.published)
    made.withdrawn = factories.article(status="withdrawn")
    for noun in MERGEABLE:
        kept, gone = (getattr(factories, noun)(name=name) for name in ("Kept", "Gone"))
        setattr(made, f"{noun}_kept", kept)
        setattr(made, f"{noun}_merger", mergers.merge(kept, gone, reason="One."))
    made.user = User.objects.create_user("somebody", is_staff=True)
    made.group = Group.objects.create(name="Others")
    return made


def errors_of(response: Any) -> str:
    """All errors of the form that is shown again, as one text."""
    assert response.status_code == 200, "the form was accepted"
    form = response.context["adminform"].form
    texts = [str(error) for errors in form.errors.values() for error in errors]
    for inline in response.context["inline_admin_formsets"]:
        texts += map(str, inline.formset.non_form_errors())
        texts += [str(e) for one in inline.formset.errors for each in one.values() for e in each]
    return "\n".join(texts)


def messages_of(response: Any) -> str:
    """What the editor is told on the page, or on the one that a redirection leads to."""
    if response.status_code == 302:
        response = response.client.get(response["Location"])
    return "\n".join(str(message) for message in response.context["messages"])
