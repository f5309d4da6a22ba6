"""The pictures of the README, taken from a demonstration that runs.

    make demo                                      in one terminal
    .venv/bin/python docs/screenshots.py [SITE]    in another, after a `make lint`

SITE is http://127.0.0.1:8000/ unless it is given. Writes docs/images/*.png; needs a Chromium, as
the tests in a browser do. Signs in with the password that the demonstration keeps under var/.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.chromium import find_chromium

CHECKOUT = Path(__file__).resolve().parent.parent
IMAGES = CHECKOUT / "docs" / "images"
DESKTOP, PHONE = (1280, 860), (390, 860)


def search(page: Page) -> None:
    page.goto("statements/?q=sanctions")


def statement(page: Page) -> None:
    page.goto("statements/?q=mueller")
    page.locator(".lines a").first.click()


def article(page: Page) -> None:
    page.goto("articles/?q=mueller")
    page.locator(".lines a").first.click()


def speaker(page: Page) -> None:
    page.goto("speakers/sergey-lavrov/")


def review(page: Page) -> None:
    """What the engine proposes of a draft of the demonstration."""
    password = (CHECKOUT / "var" / "reviewer_password").read_text().strip()
    page.goto("admin/login/")
    page.fill("#id_username", "reviewer")
    page.fill("#id_password", password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    page.goto("admin/articles/article/queue/")
    page.locator("#content-main tbody th a").first.click()


@dataclass(frozen=True)
class Picture:
    name: str
    show: Callable[[Page], object]
    window: tuple[int, int] = DESKTOP
    dark: bool = False


PICTURES = (
    Picture("home", lambda page: page.goto("")),
    Picture("search", search),
    Picture("search-phone-dark", search, PHONE, dark=True),
    Picture("statement", statement),
    Picture("article", article),
    Picture("speaker", speaker),
    Picture("review", review),
)


def take(browser: Browser, site: str, picture: Picture) -> None:
    width, height = picture.window
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.dark else "light",
    )
    page = context.new_page()
    picture.show(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def main(site: str = "http://127.0.0.1:8000/") -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, site, picture)
            print(f"docs/images/{picture.name}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
