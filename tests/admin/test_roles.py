"""Editors propose and edit, reviewers confirm and publish, administrators merge and manage."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User

from articles.models import Article, Statement
from tests import accounts, factories

pytestmark = pytest.mark.django_db

EVERYTHING_TO_EDIT = [
    f"articles.{deed}_{noun}"
    for deed in ("add", "change", "delete", "view")
    for noun in ("article", "statement", "speaker", "speakername", "office", "tenure", "topic",
                 "source", "polity", "occasion")
]  # fmt: skip
REVIEWING = ["articles.confirm_statement", "articles.publish_article"]
MANAGING = ["articles.merge_records", "auth.add_user", "auth.change_group"]


@pytest.mark.parametrize(
    ("account", "may", "may_not"),
    [
        (accounts.editor, EVERYTHING_TO_EDIT, REVIEWING + MANAGING),
        (accounts.reviewer, EVERYTHING_TO_EDIT + REVIEWING, MANAGING),
        (accounts.administrator, EVERYTHING_TO_EDIT + REVIEWING + MANAGING, []),
    ],
)
def test_a_role_may_what_it_is_for_and_no_more(account, may, may_not):
    user = account()
    assert [one for one in may if not user.has_perm(one)] == []
    assert [one for one in may_not if user.has_perm(one)] == []


def test_the_migration_makes_the_three_groups():
    assert {"Editors", "Reviewers", "Administrators"} <= set(
        Group.objects.values_list("name", flat=True)
    )


@pytest.mark.parametrize("action", ["publish", "return_to_draft", "withdraw"])
def test_an_editor_s_direct_request_decides_on_no_article(editor, action):
    article = factories.article(status="draft" if action == "publish" else "published")
    before = article.status
    editor.act(action, article, reason="Because.")
    assert Article.objects.get().status == before


@pytest.mark.parametrize("action", ["confirm", "reject", "propose", "withdraw"])
def test_an_editor_s_direct_request_decides_on_no_statement(editor, action):
    before = "confirmed" if action in ("propose", "withdraw") else "proposed"
    said = factories.statement(status=before)
    editor.act(action, said, reason="Because.")
    assert Statement.objects.get().status == before


@pytest.mark.parametrize("action", ["publish", "return_to_draft", "withdraw"])
def test_a_reviewer_decides_on_articles(reviewer, action):
    article = factories.article(status="draft" if action == "publish" else "published")
    before = article.status
    reviewer.act(action, article, reason="Because.")
    assert Article.objects.get().status != before


def test_only_administrators_manage_accounts(editor, reviewer, sign_in):
    administrator = sign_in(accounts.administrator())
    for client, status in ((editor, 403), (reviewer, 403), (administrator, 200)):
        assert client.get("/admin/auth/user/").status_code == status
        assert client.get("/admin/auth/group/add/").status_code == status


def test_an_administrator_makes_no_one_a_superuser(sign_in):
    """Whoever may change accounts could else take every right there is."""
    administrator = sign_in(accounts.administrator())
    other = accounts.editor()
    page = administrator.get(f"/admin/auth/user/{other.pk}/change/")
    assert not {"is_superuser", "user_permissions"} & set(page.context["adminform"].form.fields)
    joined = {"date_joined_0": "2020-01-01", "date_joined_1": "10:00:00"}
    data = {"username": other.username, "first_name": "Ada", "is_staff": "on"} | joined
    administrator.post(f"/admin/auth/user/{other.pk}/change/", data | {"is_superuser": "on"})
    other.refresh_from_db()
    assert (other.is_superuser, other.first_name) == (False, "Ada")


def test_an_administrator_takes_no_superuser_s_account(sign_in):
    administrator = sign_in(accounts.administrator())
    root = User.objects.create_superuser("root")
    assert administrator.post(f"/admin/auth/user/{root.pk}/password/", {}).status_code == 403
    assert administrator.post(f"/admin/auth/user/{root.pk}/change/", {}).status_code == 403
    assert administrator.post(f"/admin/auth/user/{root.pk}/delete/", {}).status_code == 403


def test_an_account_that_has_worked_is_not_deleted(sign_in, editor):
    administrator = sign_in(accounts.administrator())
    idle = accounts.editor()
    editor.fill(editor.page(factories.speaker()), note="An envoy.")
    page = "/admin/auth/user/{}/delete/"
    assert administrator.post(page.format(editor.user.pk), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [editor.user.pk], "post": "yes"}
    administrator.post("/admin/auth/user/", chosen)
    assert User.objects.filter(pk=editor.user.pk).exists()
    administrator.post(page.format(idle.pk), {"post": "yes"})
    assert not User.objects.filter(pk=idle.pk).exists()
