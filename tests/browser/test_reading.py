"""Reading in a real browser: the list that follows, the keys, from a mark to its page and back."""

import re

import pytest
from playwright.sync_api import expect

from articles import web
from articles.models import Article
from articles.search import index
from tests import factories
from tests.browser.conftest import fits

WORDS = ("First words.", "Second words.", "Third words.")


@pytest.fixture
def article(transactional_db, settings, tmp_path) -> Article:
    """Three statements, each a window apart from the next."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    filling = "\n\n".join("Nothing was said for a while." for _ in range(30))
    made = factories.article(
        title="A long day", body=f"\n\n{filling}\n\n".join(WORDS) + f"\n\n{filling}"
    )
    for words in WORDS:
        factories.statement(words, article=made)
    index.update()
    return made


def current(page):
    return page.locator("[data-follow] [aria-current]")


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_the_list_of_statements_follows_the_reading(page, article):
    page.goto(article.get_absolute_url())
    expect(current(page)).to_contain_text("First words.")
    for words in ("Third words.", "Second words."):
        page.get_by_text(words, exact=True).first.evaluate("mark => mark.scrollIntoView()")
        expect(current(page)).to_have_count(1)
        expect(current(page)).to_contain_text(words)


def test_the_list_leads_to_the_place_in_the_text(page, article):
    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="Show in the text: Third words.").click()
    expect(page.locator("mark", has_text="Third words.")).to_be_in_viewport()
    assert fits(page)


def test_from_a_mark_to_its_statement_and_back(page, article):
    page.goto(article.get_absolute_url())
    page.locator("mark a", has_text="Second words.").click()
    expect(page).to_have_url(re.compile("/statements/"))
    expect(page.locator(".statement > .words")).to_contain_text("Second words.")
    page.get_by_role("link", name="A long day").click()
    expect(page).to_have_url(re.compile("#s-"))
    mark = page.locator("mark", has_text="Second words.")
    expect(mark).to_be_in_viewport()
    assert mark.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    page.go_back()
    expect(page.locator(".statement > .words")).to_contain_text("Second words.")


def test_an_address_at_the_words_opens_there(page, live_server, article):
    """As a source is opened; here on a page of ours, which stands for it."""
    there = web.at_the_words(f"{live_server.url}{article.get_absolute_url()}", ["Third words."])
    page.goto(there)
    expect(page.locator("mark", has_text="Third words.")).to_be_in_viewport()


def test_from_the_words_to_their_citation(page, article):
    for path in (article.get_absolute_url(), article.statements.first().get_absolute_url()):
        page.goto(path)
        page.get_by_role("link", name="Cite", exact=True).click()
        expect(page.get_by_role("heading", name="Cite", exact=True)).to_be_in_viewport()


def test_keys_go_through_the_marks_of_an_article(page, article):
    page.goto(article.get_absolute_url())
    for key, words in [("j", 0), ("n", 1), ("j", 2), ("j", 2), ("k", 1), ("p", 0)]:
        page.keyboard.press(key)
        assert focused(page) == WORDS[words], key
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/statements/"))


def test_keys_go_from_statement_to_statement(page, article):
    page.goto(article.statements.first().get_absolute_url())
    for key, words in [("j", 1), ("n", 2), ("k", 1)]:
        page.keyboard.press(key)
        expect(page.locator(".statement > .words")).to_contain_text(WORDS[words])


def test_keys_go_through_a_result(page, article):
    page.goto("/statements/?q=words")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == page.locator(".line .words a").nth(1).inner_text()


def test_a_slash_leads_to_the_search_and_is_typed_there(page, article):
    page.goto("/about/")
    page.keyboard.press("/")
    box = page.locator("[type=search]").first
    expect(box).to_be_focused()
    page.keyboard.type("a/j")
    expect(box).to_have_value("a/j")


def test_keys_can_be_switched_off_and_stay_so(page, article):
    page.goto("/about/")
    page.locator(".keys summary").click()
    page.get_by_label("Use these keys").uncheck()
    page.goto("/help/search/")
    page.keyboard.press("/")
    expect(page.locator("[type=search]").first).not_to_be_focused()
    page.locator(".keys summary").click()
    page.get_by_label("Use these keys").check()
    page.locator(".keys summary").focus()
    page.keyboard.press("/")
    expect(page.locator("[type=search]").first).to_be_focused()


def test_commands_of_the_browser_are_left_alone(page, article):
    page.goto(article.get_absolute_url())
    page.keyboard.press("Control+j")
    page.keyboard.press("Alt+n")
    assert focused(page) not in WORDS


def test_without_scripts_the_list_is_there_and_no_keys_are_promised(open_page, article):
    page = open_page(java_script_enabled=False)
    page.goto(article.get_absolute_url())
    expect(page.get_by_role("link", name="Show in the text: Third words.")).to_be_visible()
    expect(page.locator(".keys")).not_to_be_visible()


def test_charts_lead_to_their_searches_and_open_as_tables(page, article):
    speaker = factories.speaker(name="Anna Berg")
    for year in ("2010", "2014"):
        factories.statement(f"In {year}.", said=year, speaker=speaker)
    index.update()
    page.goto(speaker.get_absolute_url())
    page.locator(".links a").last.click()
    expect(page).to_have_url(re.compile("year=2014"))
    page.go_back()
    page.get_by_text("As a table").first.click()
    page.get_by_role("table").get_by_role("link", name="1").first.click()
    expect(page).to_have_url(re.compile("year=2010"))


def test_searches_are_compared(page, article):
    page.goto("/compare/")
    page.get_by_label("Search 1").fill("words")
    page.get_by_label("Search 2").fill('"second words"')
    page.get_by_role("button", name="Compare").click()
    expect(page).to_have_url(re.compile(r"/compare/\?q=words&q="))
    expect(page.get_by_role("img", name="Share of all statements by year")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert download.value.suggested_filename == "comparison.csv"


def test_text_from_right_to_left_stands_so_and_the_page_around_it_does_not(page, article):
    body = "قالت الوزيرة: سنواصل الحوار في عام 2024."
    arabic = factories.article(title="وزيرة تدعو إلى الحوار", body=body, language="ar")
    said = factories.statement("سنواصل الحوار في عام 2024", article=arabic, language="ar")
    index.update()
    for path, words in [
        (said.get_absolute_url(), ".statement > .words"),
        (arabic.get_absolute_url(), ".body"),
        (arabic.get_absolute_url(), "#headline"),
        ("/statements/?language=ar", ".line .words"),
    ]:
        page.goto(path)
        direction = "one => getComputedStyle(one).direction"
        assert page.locator(words).first.evaluate(direction) == "rtl", words
        assert page.locator(".about, .when").first.evaluate(direction) == "ltr"
        assert fits(page)


def test_a_printed_article_shows_all_its_statements_and_no_controls(page, article):
    page.goto(article.get_absolute_url())
    page.emulate_media(media="print")
    expect(page.locator(".keys")).not_to_be_visible()
    expect(page.locator(".masthead-search")).not_to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    list_ = page.locator("[data-follow]")
    assert list_.evaluate("one => getComputedStyle(one).overflowY") == "visible"
