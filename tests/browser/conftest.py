"""A real Chromium for the tests in this folder.

`page` is a window of 1280 pixels; `open_page(width=390, dark=True)` makes others; `sign_in(page,
user)` signs an editor in. Every page fails its test, at the end, on any error in the console, any
uncaught exception, any violation of the content security policy, any asset that was not found and
any answer of 500. What a page itself answers (404, 410) is for the test to judge.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

from articles.search import index
from tests import factories
from tests.chromium import find_chromium

HERE = Path(__file__).parent
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 3
TIMEOUT = 20_000  # milliseconds: the machine may be busy

REPORT_VIOLATIONS = """
    document.addEventListener("securitypolicyviolation", (event) => console.error(
        `content security policy: ${event.violatedDirective} refused ${event.blockedURI}`
        + ` at ${event.sourceFile}:${event.lineNumber} ${event.sample}`
    ));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def watch(page: Page, problems: list[str]) -> None:
    def console(message: ConsoleMessage) -> None:
        # Failed requests are told better by `response`, with their status.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            problems.append(f"console on {page.url}: {message.text}")

    def response(answer: Response) -> None:
        asset = not answer.request.is_navigation_request()
        if answer.status >= 500 or (asset and answer.status >= 400):
            problems.append(f"{answer.status} for {answer.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: problems.append(f"exception on {page.url}: {error}"))
    page.on("response", response)
    page.add_init_script(REPORT_VIOLATIONS)


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`open_page(width=1280, height=900, dark=False)`: a window of its own, watched.

    Addresses are relative to the live server: `page.goto("/statements/")`. Further arguments go
    to Playwright's `new_context`, such as `java_script_enabled=False`.
    """
    problems: list[str] = []
    contexts = []

    def new_page(*, width: int = 1280, height: int = 900, dark: bool = False, **options) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **options,
        )
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        watch(page, problems)
        return page

    yield new_page
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


@pytest.fixture
def sign_in(live_server) -> Callable[[Page, User], None]:
    """Give the page the session of a user, without the form."""

    def give_session(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )

    return give_session


def violations(page) -> str:
    """What axe finds against WCAG 2.2 A and AA, and its own good practice."""
    found = Axe().run(page)
    return found.generate_report() if found.violations_count else ""


def fits(page: Page) -> bool:
    """Whether the page needs no scrolling sideways."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.fixture
def demonstration(transactional_db, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    call_command("loaddata", "demo", verbosity=0)
    polity = factories.polity(name=f"Republic of {LONG}")
    long = factories.article(
        title=f"{LONG} spoke",
        body="He said: yes and no and maybe.",
        source=factories.source(name=f"Gazette of {LONG}"),
        url=f"https://gazette.example/{LONG}",
    )
    speaker = factories.speaker(name=LONG)
    factories.statement("yes and no", article=long, speaker=speaker, polity=polity, place=LONG)
    factories.statement("and no and", article=long, attribution=f"a {LONG}", kind="mixed")
    factories.article(status="withdrawn", title="Gone")
    index.update()
