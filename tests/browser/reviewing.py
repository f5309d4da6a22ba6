"""An article with proposals, and its cards on the review page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from articles import ingestion
from articles.models import Article
from tests import factories

HARBOUR = "“Boat {n} is back in the harbour,” Tove Berg said on the pier."


def article_of(number: int) -> Article:
    body = "\n\n".join(HARBOUR.format(n=n) for n in range(1, number + 1))
    made = factories.article(body=body, status="draft", title="Boats")
    factories.speaker(name="Tove Berg")
    ingestion.propose([made])
    return made


def card(page: Page, number: int) -> Locator:
    return page.locator(".card").nth(number - 1)
