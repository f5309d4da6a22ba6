"""The desk's pages: they fit at 400 % zoom, axe finds nothing, nothing breaks the policy."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page

from articles.models import Article, EmptySearch, Speaker, Statement
from tests import accounts, factories

from .conftest import fits

LONG = "An unusually long name of somebody who is not unusual at all"
BODY = "“Nobody puts it out,” Berg said.\n\nAll is well."


@pytest.fixture
def paths(live_server) -> list[str]:
    """Each with something on it, some of it long."""
    office = factories.office(title=f"Envoy of {LONG}", polity=factories.polity(name="Norland"))
    people = [factories.speaker(name=f"Anna{space}Berg") for space in (" ", "  ")]
    people[0].other_names.create(name=LONG)
    held = factories.tenure(speaker=people[0], office=office, starts="2004")
    topic = factories.topic(name=LONG, cue_phrases=["light"])
    draft = factories.article(title=LONG, status="draft")
    factories.statement(article=draft, status="proposed", speaker=people[0])
    public = factories.article(title=f"Public: {LONG}", body=BODY, topics=[topic])
    said = factories.statement(
        "Nobody puts it out,", article=public, speaker=people[0], tenure=held, topics=[topic],
        occasion=factories.occasion(name=LONG),
    )  # fmt: skip
    EmptySearch.objects.create(words=LONG.lower(), times=3, last_on=datetime.date(2026, 3, 1))
    Speaker.objects.filter(pk=people[0].pk).update(note=LONG)
    records = [draft, public, said, people[0], office, held, topic]
    records += [public.source, said.occasion, office.polity]
    pages = [f"articles/{one._meta.model_name}/{one.pk}/change/" for one in records]
    nouns = {one._meta.model_name for one in records}
    return [
        "",
        *pages,
        *(f"articles/{noun}/" for noun in sorted(nouns)),
        *(f"articles/{noun}/add/" for noun in sorted(nouns)),
        *(f"articles/speaker/{page}/" for page in ("duplicates", "import", "export")),
        f"articles/speaker/{people[0].pk}/history/",
        f"articles/speaker/{people[0].pk}/delete/",
        f"articles/article/{draft.pk}/delete/",
        "auth/user/",
        f"auth/user/{User.objects.create_user('somebody').pk}/change/",
        "auth/group/",
        "password_change/",
    ]


def choose_action(page: Page, noun: str, action: str) -> None:
    """Of all in the list."""
    page.goto(f"/admin/articles/{noun}/")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option(action)
    page.get_by_role("button", name="Go", exact=True).click()


def merging(page: Page) -> None:
    choose_action(page, "speaker", "merge")
    page.get_by_label("Reason").wait_for()


def withdrawing(page: Page) -> None:
    choose_action(page, "article", "withdraw")
    page.get_by_label("Reason of the withdrawal").wait_for()


def setting_many(page: Page) -> None:
    choose_action(page, "statement", "set_for_many")
    page.get_by_role("button", name="Set", exact=True).click()
    page.locator(".errorlist").wait_for()


def an_import_tried(page: Page) -> None:
    page.goto("/admin/articles/speaker/import/")
    table = f"slug,name,note\nanna-berg,Anna Berg,{LONG}!\n,{LONG},New\n"
    file = {"name": "table.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.locator("select[name=format]").select_option("0")
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("button", name="Confirm import").wait_for()


def a_wrong_import(page: Page) -> None:
    page.goto("/admin/articles/speaker/import/")
    file = {"name": "t.csv", "mimeType": "text/csv", "buffer": b"slug,name,born\n,Ole,soon\n"}
    page.locator("input[type=file]").set_input_files(file)
    page.locator("select[name=format]").select_option("0")
    page.get_by_role("button", name="Submit").click()
    page.get_by_text("is not a date").first.wait_for()


def a_public_text_changed(page: Page) -> None:
    page.goto(f"/admin/articles/article/{Article.objects.get(body=BODY).pk}/change/")
    page.get_by_label("Body").fill(f"{LONG}. All is well.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Save the new text").wait_for()


def overtaken(page: Page) -> None:
    """A form whose record was changed by somebody else."""
    speaker = Speaker.objects.get(slug="anna-berg")
    page.goto(f"/admin/articles/speaker/{speaker.pk}/change/")
    page.locator("#id_note").fill(f"{LONG} indeed")
    speaker.other_names.create(name="Anja")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Not saved").first.wait_for()


def refused(page: Page) -> None:
    page.goto(f"/admin/articles/statement/{Statement.objects.last().pk}/change/")
    page.get_by_label("Words").fill("Not in the text")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".errorlist").first.wait_for()


def all_pages(page: Page, paths: list[str]) -> Iterator[str]:
    """Opens one after the other; gives what each is called."""
    for path in paths:
        page.goto(f"/admin/{path}")
        for details in page.locator("details").all()[:3]:
            details.evaluate("element => { element.open = true }")
        yield path
    reached: list[Callable[[Page], None]] = [
        merging, withdrawing, setting_many, an_import_tried, a_wrong_import,
        a_public_text_changed, overtaken, refused,
    ]  # fmt: skip
    for reach in reached:
        reach(page)
        yield reach.__name__


def troubles(page: Page) -> list[str]:
    # It would ask for styles that others import at an address of its own making.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    told = [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
    return told if fits(page) else ["it does not fit", *told]


# 320: 1280 pixels at 400 % zoom
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
def test_the_pages_fit_and_axe_finds_nothing(open_page, sign_in, paths, width, dark):
    # axe tries styles of its own; the policy is watched below.
    page = open_page(width=width, dark=dark, bypass_csp=True)
    sign_in(page, accounts.administrator())
    found = [f"{name}: {one}" for name in all_pages(page, paths) for one in troubles(page)]
    assert not found, "\n".join(found)


def test_nothing_breaks_the_policy(page, sign_in, paths):
    sign_in(page, accounts.administrator())
    assert list(all_pages(page, paths))


def test_the_page_before_signing_in_fits_and_axe_finds_nothing(open_page):
    for width in (1280, 320):
        page = open_page(width=width, bypass_csp=True)
        page.goto("/admin/")
        assert troubles(page) == []
