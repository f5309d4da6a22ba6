"""Every address, action and button of the desk: who may, and who may not, by direct requests.

The requests stand in `desk_requests`; what is missing there fails here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.urls import URLPattern, URLResolver, resolve

from articles.admin.review import DEEDS
from tests import accounts

from .conftest import DeskClient
from .desk_requests import OF_DEEDS, REQUESTS, Request

pytestmark = pytest.mark.django_db


@pytest.fixture
def clients(sign_in) -> dict[str, DeskClient]:
    return {
        "nobody": DeskClient(),
        "reader": sign_in(User.objects.create_user("reader")),
        "staff": sign_in(User.objects.create_user("staff", is_staff=True)),
        "onlooker": sign_in(accounts.reader_of_the_desk()),
        "editor": sign_in(accounts.editor()),
        "reviewer": sign_in(accounts.reviewer()),
        "administrator": sign_in(accounts.administrator()),
    }


def tables() -> list[str]:
    """All that an editor's deed could change; not who changed it and what it was before."""
    models = [
        one
        for one in [*apps.get_app_config("articles").get_models(include_auto_created=True)]
        if not one.__name__.endswith("Event") and not one._meta.proxy
    ]
    return sorted(one._meta.db_table for one in [*models, User, Group])


def stored() -> tuple[str, ...]:
    """A digest of each table."""
    digests = [
        f"(SELECT md5(string_agg(r::text, ',' ORDER BY r::text)) FROM {table} r)"
        for table in tables()
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(digests)}")
        return tuple(cursor.fetchone())


def is_let(client: DeskClient, path: str, data: dict[str, Any] | None) -> bool:
    """Whether the page is shown, or anything is stored that was not before."""
    if data is None:
        answer = client.get(path)
        assert answer.status_code in (200, 302, 403, 404), answer
        return answer.status_code == 200
    before = stored()
    answer = client.post(path, data)
    assert answer.status_code in (200, 204, 302, 403), answer
    return stored() != before


def who_is_let(request: Request, records: Any, clients: dict[str, DeskClient]) -> set[str]:
    let = set()
    with transaction.atomic():
        path = request.path(records)
        data = request.data(records) if request.data else None
        for role, client in clients.items():
            if request.data and request.anew:
                data = request.data(records)
            with transaction.atomic():
                if is_let(client, path, data):
                    let.add(role)
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return let


@pytest.mark.parametrize("about", REQUESTS)
def test_who_may_and_nobody_else(about, records, clients):
    let = {one.name: who_is_let(one, records, clients) for one in REQUESTS[about]}
    assert let == {one.name: one.who for one in REQUESTS[about]}


# --- nothing is left out -------------------------------------------------------------------------

# An account of any kind may leave, and is led from a record to its public page.
FREE = {"logout", "view_on_site", None}


def all_requests() -> Iterator[Request]:
    for some in REQUESTS.values():
        yield from some


def names_of(patterns: list[Any]) -> Iterator[str | None]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from names_of(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield one.name


def test_every_address_of_the_desk_is_tried(records):
    tried = {resolve(one.path(records).partition("?")[0]).url_name for one in all_requests()}
    assert set(names_of(admin.site.urls[0])) - FREE - tried == set()


def test_every_action_of_the_desk_is_tried(records):
    tried = set()
    for one in all_requests():
        name = resolve(one.path(records).partition("?")[0]).url_name
        if one.data and name.endswith("_changelist"):
            tried.add((name, one.data(records)["action"]))
    ours = {
        (f"articles_{model._meta.model_name}_changelist", name)
        for model, desk in admin.site._registry.items()
        if model._meta.app_label == "articles"
        for name in [*desk.actions, "delete_selected"]
    }
    assert ours - tried == set()


def test_every_button_of_the_review_is_tried():
    assert set(DEEDS) <= {name.partition(":")[0] for name in OF_DEEDS}
