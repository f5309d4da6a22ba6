"""The desk's pages beside the forms: they fit, axe finds nothing, nothing breaks the policy."""

from __future__ import annotations

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from articles.models import EmptySearch
from tests import accounts, factories

from .conftest import fits


@pytest.fixture
def paths(live_server) -> list[str]:
    """Each with something on it, some of it long."""
    long = "An unusually long name of somebody who is not unusual at all"
    people = [factories.speaker(name=f"Anna{space}Berg") for space in (" ", "  ")]
    article = factories.article(title=long, status="draft")
    factories.statement(article=article, status="proposed", speaker=people[0])
    EmptySearch.objects.create(words=long.lower(), times=3, last_on=datetime.date(2026, 3, 1))
    return [
        "",
        "articles/speaker/duplicates/",
        "articles/speaker/import/",
        "articles/speaker/export/",
        "articles/statement/",
        f"articles/article/{article.pk}/history/",
        "articles/speaker/",
    ]


def troubles(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    told = [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]
    return told if fits(page) else ["it does not fit", *told]


def merge_all(page: Page) -> None:
    """From the list to the page that asks which one stays."""
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("merge")
    page.get_by_role("button", name="Go").click()
    page.get_by_label("Reason").wait_for()


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_pages_fit_and_axe_finds_nothing(open_page, sign_in, paths, width, dark):
    # axe tries styles of its own; the policy is watched below.
    page = open_page(width=width, dark=dark, bypass_csp=True)
    sign_in(page, accounts.administrator())
    found = {}
    for path in paths:
        page.goto(f"/admin/{path}")
        found[path] = troubles(page)
    merge_all(page)
    found["merging"] = troubles(page)
    assert {path: told for path, told in found.items() if told} == {}


def test_nothing_breaks_the_policy(page, sign_in, paths):
    sign_in(page, accounts.administrator())
    for path in paths:
        page.goto(f"/admin/{path}")
    merge_all(page)
    assert page.title().startswith("Merge speakers")
