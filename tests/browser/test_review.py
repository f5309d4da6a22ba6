"""A report is pasted, reviewed and published: with the mouse, by keyboard, without scripts."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles import ingestion
from articles.models import Article, Statement
from tests import accounts, factories

from .conftest import fits
from .reviewing import article_of, card

REPORT = """All news

Lindqvist: the table is still there

Norland waits for its neighbours

HAVENPORT, March 3. /NORNEWS/. Norland is ready to open the fisheries talks again, Foreign \
Minister Ada Lindqvist told reporters on Tuesday.

“We never left the table,” Lindqvist said. “The chairs have been waiting for our neighbours.”

Envoy Tove Berg said that the herring quota would be settled by summer.

“The fog will lift,” Lindqvist said.
"""


@pytest.fixture(autouse=True)
def known(db):
    factories.source(name="NorNews", kind="agency")
    factories.topic(name="Fisheries", cue_phrases=["herring", "fisheries"])
    office = factories.office(title="Minister of Foreign Affairs")
    factories.tenure(
        speaker=factories.speaker(name="Ada Lindqvist"), office=office, starts="2017-10"
    )
    factories.speaker(name="Tove Bergman")


def paste(page: Page) -> None:
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Add article from text").click()
    page.get_by_label("The report").fill(REPORT)
    page.locator("#id_source").fill("NorNews")
    page.get_by_label("Address").fill("https://nornews.example/1")
    page.get_by_label("Published on").fill("2020-03-03")
    page.get_by_role("button", name="Recognise its parts").click()
    expect(page.get_by_label("Headline")).to_have_value("Lindqvist: the table is still there")
    expect(page.get_by_label("Place of the dateline")).to_have_value("Havenport")
    page.get_by_role("button", name="Save and review").click()
    expect(page.locator(".progress")).to_contain_text("0 of 4 decided")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_pasted_corrected_published_and_found(open_page, sign_in, scripts):
    page = open_page(java_script_enabled=scripts)
    sign_in(page, accounts.reviewer())
    paste(page)
    expect(card(page, 1)).to_contain_text("Ada Lindqvist, Minister of Foreign Affairs")
    expect(card(page, 3)).to_contain_text("not known to the archive")

    card(page, 3).get_by_text("Correct", exact=True).click()
    card(page, 3).get_by_label("Speaker:").fill("Tove Bergman")
    card(page, 3).get_by_role("button", name="Save and accept").click()
    expect(card(page, 3)).to_contain_text("accepted")
    card(page, 4).get_by_role("button", name="Reject").click()
    expect(page.locator(".progress")).to_contain_text("2 of 4 decided")
    card(page, 1).get_by_role("button", name="Accept", exact=True).click()
    card(page, 2).get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator(".progress")).to_contain_text("4 of 4 decided")

    page.get_by_role("link", name="Preview").click()
    expect(page.locator(".compact li")).to_have_count(3)
    page.get_by_role("link", name="Back to the review").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_role("link", name="Public page").click()
    expect(page).to_have_url(re.compile(r"/articles/[a-z2-7]{12}/"))

    page.goto("/statements/?q=herring&speaker=tove-bergman&topic=fisheries")
    expect(page.locator("main")).to_contain_text("quota would be settled by summer")
    page.goto("/statements/?q=fog")
    expect(page.locator("main")).not_to_contain_text("The fog will lift")


def test_a_report_pasted_again_is_recognised(page, sign_in):
    sign_in(page, accounts.editor())
    paste(page)
    page.goto("/admin/articles/article/paste/")
    page.get_by_label("The report").fill(REPORT)
    page.locator("#id_source").fill("nornews")
    page.get_by_role("button", name="Recognise its parts").click()
    expect(page.locator(".errornote")).to_contain_text("in the archive already")
    page.locator(".errornote a").click()
    expect(page).to_have_url(re.compile("/review/"))
    assert Article.objects.count() == 1


def test_twenty_proposals_are_reviewed_by_keyboard_alone(page, sign_in):
    article = article_of(20)
    sign_in(page, accounts.reviewer())
    page.goto(f"/admin/articles/article/{article.pk}/review/")
    for number in range(1, 21):
        expect(card(page, number)).to_be_focused()
        with page.expect_navigation():
            page.keyboard.press("r" if number % 5 == 0 else "a")
    expect(page.locator(".progress")).to_contain_text("20 of 20 decided")
    statuses = list(article.statements.order_by("position").values_list("status", flat=True))
    assert statuses == (["confirmed"] * 4 + ["rejected"]) * 4


def test_a_review_by_keyboard_from_the_queue_with_corrections(page, sign_in):
    article = article_of(3)
    sign_in(page, accounts.reviewer())
    page.goto("/admin/articles/article/queue/")
    page.get_by_role("link", name="Boats").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(card(page, 1)).to_be_focused()
    expect(card(page, 1).locator("blockquote")).to_have_text("Boat 1 is back in the harbour,")
    with page.expect_navigation():
        page.keyboard.press("[")  # and the comma is gone
    with page.expect_navigation():
        page.keyboard.press("a")
    # Another speaker, with the keys of any form.
    expect(card(page, 2)).to_be_focused()
    page.keyboard.press("e")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(card(page, 2).get_by_label("Speaker:")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Tove Bergman")
    with page.expect_navigation():
        page.keyboard.press("Control+Shift+Enter")
    # By Tab and Enter, without any key of its own.
    expect(card(page, 3)).to_be_focused()
    while page.evaluate("document.activeElement.value") != "reject":
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_contain_text("3 of 3 decided")
    one, two, three = article.statements.order_by("position")
    assert (one.text, one.status) == ("Boat 1 is back in the harbour", "confirmed")
    assert (two.speaker.name, two.status) == ("Tove Bergman", "confirmed")
    assert three.status == "rejected"


def test_keys_go_from_card_to_card_and_correct(page, sign_in):
    article = article_of(3)
    sign_in(page, accounts.reviewer())
    page.goto(f"/admin/articles/article/{article.pk}/review/")
    page.keyboard.press("j")
    expect(card(page, 2)).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(card(page, 3)).to_be_focused()
    page.keyboard.press("k")
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(card(page, 2).locator(".status")).to_have_text("proposed")
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("is back in the harbour,")
    page.keyboard.press("Escape")
    expect(card(page, 2)).to_be_focused()
    card(page, 2).get_by_role("button", name="Save", exact=True).click()
    assert article.statements.get(position=1).text == "is back in the harbour,"


def select(page: Page, words: str) -> None:
    """Drag the mouse over the first place of the words, within one run of text."""
    box = page.evaluate(
        """words => {
            const walker = document.createTreeWalker(
                document.getElementById("text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                const {left, right, top, bottom} = range.getBoundingClientRect();
                return {left, right, middle: (top + bottom) / 2};
            }
        }""",
        words,
    )
    page.mouse.move(box["left"] + 1, box["middle"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["middle"], steps=8)
    page.mouse.up()


def test_ends_move_with_the_mouse_and_by_keyboard(page, sign_in):
    article = article_of(2)
    sign_in(page, accounts.editor())
    page.goto(f"/admin/articles/article/{article.pk}/review/")
    select(page, "back in")
    page.get_by_role("button", name="End of 1").click()
    expect(card(page, 1).locator("blockquote")).to_have_text("Boat 1 is back in")
    expect(card(page, 1)).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("{")
    expect(card(page, 1).locator("blockquote")).to_have_text("“Boat 1 is back in")
    with page.expect_navigation():
        page.keyboard.press("]")
    expect(card(page, 1).locator("blockquote")).to_have_text("“Boat 1 is back in the")


def test_selected_words_become_a_statement_though_characters_are_wide(page, sign_in):
    article = factories.article(
        body="𝔹erg 🎣 arrived.\n\nThe 🎣 harbour keeps its light, she said.", status="draft"
    )
    sign_in(page, accounts.editor())
    page.goto(f"/admin/articles/article/{article.pk}/review/")
    select(page, "harbour keeps its light")
    page.get_by_role("button", name="New statement").click()
    expect(card(page, 1).locator("blockquote")).to_have_text("harbour keeps its light")
    assert Statement.objects.get().text == "harbour keeps its light"


def test_from_the_pasted_report_to_what_an_edit_makes_of_it(page, sign_in):
    sign_in(page, accounts.reviewer())
    paste(page)
    card(page, 3).get_by_text("Correct", exact=True).click()
    card(page, 3).get_by_label("Speaker:").fill("Tove Bergman")
    card(page, 3).get_by_role("button", name="Save", exact=True).click()
    expect(card(page, 3)).to_contain_text("Tove Bergman")

    card(page, 1).focus()
    select(page, "the fisheries talks")
    page.get_by_role("button", name="End of 1").click()
    expect(card(page, 1).locator("blockquote")).to_have_text(
        "Norland is ready to open the fisheries talks"
    )
    card(page, 3).focus()
    with page.expect_navigation():
        page.keyboard.press("[")
    expect(card(page, 3).locator("blockquote")).to_contain_text("would be settled by")

    for number, key in ((1, "a"), (2, "a"), (3, "a"), (4, "r")):
        card(page, number).focus()
        with page.expect_navigation():
            page.keyboard.press(key)
    expect(page.locator(".progress")).to_contain_text("4 of 4 decided")
    page.get_by_role("button", name="Publish", exact=True).click()
    page.goto("/statements/?q=fisheries&speaker=ada-lindqvist")
    expect(page.locator("main")).to_contain_text("Norland is ready to open the")

    page.goto(f"/admin/articles/article/{Article.objects.get().pk}/change/")
    body = page.get_by_label("Body")
    body.fill(
        body.input_value().replace("herring", "cod").replace("Norland is", "NEWS. Norland is")
    )
    page.get_by_role("button", name="Save and continue editing").click()
    rows = page.locator(".changes tbody tr")
    expect(rows.filter(has_text="Norland is ready")).to_contain_text("is found again")
    expect(rows.filter(has_text="herring")).to_contain_text("waits for an editor")
    page.get_by_role("button", name="Go on editing").click()
    expect(body).to_have_value(re.compile("the cod quota"))
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_role("button", name="Save the new text").click()
    expect(page.locator(".messagelist").first).to_contain_text("1 lost")
    page.goto(Article.objects.get().get_absolute_url())
    expect(page.locator("main")).to_contain_text("Corrected")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, 390, 1280])  # 320: 1280 pixels at 400 % zoom
def test_the_pages_fit_and_axe_finds_nothing(open_page, sign_in, width, dark):
    long = "An unusually long headline of a matter that is not unusual at all " * 2
    article = factories.article(body=REPORT, title=long, summary=long, status="draft")
    ingestion.propose([article])
    reviewer = accounts.reviewer()
    factories.statement("Envoy Tove Berg", article=article, created_by=reviewer, attribution=long)
    # axe tries styles of its own; the policy is watched by the tests above.
    page = open_page(width=width, dark=dark, bypass_csp=True)
    sign_in(page, reviewer)
    for path in (f"{article.pk}/review/", "paste/", f"{article.pk}/preview/", "queue/"):
        page.goto(f"/admin/articles/article/{path}")
        for details in page.locator("main details, #content-main details").all()[:3]:
            details.evaluate("element => { element.open = true }")
        assert fits(page), path
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path
