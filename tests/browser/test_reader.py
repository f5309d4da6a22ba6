"""A reader in a real browser: from a search to the words and on to their source."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Statement
from tests import factories
from tests.browser.conftest import LONG, fits, violations


def first(records):
    return records.order_by("pk").first().get_absolute_url()


def page_types() -> dict[str, str]:
    """Every type of page there is, by an address of it."""
    long = Article.objects.get(title__startswith=LONG)
    demo = Article.objects.public().exclude(pk=long.pk)
    return {
        "home": "/",
        "statements": "/statements/",
        "search": "/statements/?q=nuclear&year=2015",
        "nothing found": "/statements/?q=zzzzzz&year=2015",
        "refused": "/statements/?bogus=1",
        "repaired": '/statements/?q="nuclear',
        "articles": "/articles/?q=nuclear",
        "grouped": "/statements/by/speaker/?q=nuclear&year=2015",
        "grouped, nothing found": "/articles/by/topic/?q=zzzzzz",
        "statement": first(Statement.objects.filter(article__in=demo)),
        "long statement": first(long.statements),
        "article": first(demo),
        "long article": long.get_absolute_url(),
        "withdrawn": Article.objects.get(title="Gone").get_absolute_url(),
        "not found": "/nothing/",
        "speakers": "/speakers/",
        "speaker": "/speakers/sergey-lavrov/",
        "topics": "/topics/",
        "topic": "/topics/iran/",
        "polities": "/polities/",
        "polity": "/polities/russia/",
        "occasions": "/occasions/",
        "occasion": "/occasions/talks-in-sochi-2019/",
        "sources": "/sources/",
        "source": "/sources/digest-of-agency-reports/",
        "compare": "/compare/",
        "comparison": "/compare/?q=nuclear&q=speaker:barack-obama&q=topic:ukraine",
        "help": "/help/search/",
        "about": "/about/",
    }


def test_a_reader_goes_from_a_search_to_the_words_to_the_article_to_the_source(page, demonstration):
    page.goto("/")
    page.get_by_label("Search the statements").fill("Lavrov dialogue")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=2, name="statement")).to_be_visible()
    page.get_by_role("link", name="Sergey Lavrov").first.wait_for()
    page.locator(".line .words a").first.click()
    expect(page.locator(".statement > .words")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sergey Lavrov")
    page.get_by_role("link", name="The whole article").click()
    expect(page).to_have_url(re.compile(r"/articles/.*#s-"))
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".article-head .about a").click()
    expect(page).to_have_url(re.compile(r"/sources/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Digest")


def test_a_reader_narrows_by_a_topic_and_widens_again(page, demonstration):
    page.goto("/statements/?speaker=sergey-lavrov")
    topic = page.get_by_role("region", name="Topic").locator(".choose").first
    name, count = (topic.locator(part).inner_text() for part in (".label", ".count"))
    topic.click()
    expect(page).to_have_url(re.compile("topic="))
    expect(page.get_by_label("Filters in force")).to_contain_text(name)
    expect(page.locator("#total")).to_contain_text(count.split()[0])
    page.get_by_role("link", name=re.compile("^Remove Topic")).click()
    expect(page).not_to_have_url(re.compile("topic="))


def test_everything_works_without_scripts(open_page, demonstration):
    page = open_page(java_script_enabled=False, width=390)
    page.goto("/statements/?q=nuclear")
    expect(page.locator(".line").first).to_be_visible()
    expect(page.locator(".facets")).not_to_be_visible()
    page.locator(".narrow > summary").click()
    page.locator(".choose").first.click()
    expect(page.get_by_label("Filters in force")).to_be_visible()


def test_the_facets_stand_open_beside_the_result_on_a_wide_window(page, demonstration):
    page.goto("/statements/")
    expect(page.locator(".facets")).to_be_visible()
    expect(page.locator(".narrow > summary")).not_to_be_visible()


def test_typing_narrows_the_folded_values_of_a_facet(page, demonstration):
    for number in range(12):
        factories.statement(topics=[factories.topic(name=f"Rare {number:02}")])
    page.goto("/statements/")
    folded = page.get_by_role("region", name="Topic")
    folded.locator(".more > summary").click()
    folded.get_by_label("Narrow this list").fill("rare 07")
    expect(folded.locator(".more .facet-value:visible")).to_have_count(1)


def test_a_bar_of_the_timeline_leads_to_its_year(page, demonstration):
    page.goto("/statements/?q=nuclear")
    page.locator(".bar[href] .reach").last.click()
    expect(page).to_have_url(re.compile("year="))


def test_the_citation_can_be_copied(open_page, demonstration):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(page_types()["statement"])
    page.get_by_role("button", name="Copy the citation, Plain line").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#cite-plain").inner_text().strip()


def test_a_citation_is_copied_with_its_italics_for_a_word_processor(open_page, demonstration):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(page_types()["statement"])
    page.get_by_role("button", name="Copy the citation, APA").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    rich = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return (await item.getType("text/html")).text();
        }"""
    )
    source = page.locator("#cite-apa i").first.inner_text()
    assert f"<i>{source}</i>" in rich


def test_the_keyboard_reaches_the_content_first(page, demonstration):
    page.goto("/statements/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (390, True)], ids=["wide, light", "narrow, dark"]
)
def test_every_type_of_page_is_accessible(open_page, demonstration, width, dark):
    page = open_page(width=width, dark=dark)
    found = {}
    for name, path in page_types().items():
        page.goto(path)
        if report := violations(page):
            found[name] = report
    assert not found, "\n".join(f"{name}: {report}" for name, report in found.items())


def test_no_page_scrolls_sideways_on_the_smallest_screen(open_page, demonstration):
    """320 pixels are also what 1280 become at 400 % zoom."""
    page = open_page(width=320)
    too_wide = []
    for name, path in page_types().items():
        page.goto(path)
        if not fits(page):
            too_wide.append(name)
    assert not too_wide


def test_what_is_clicked_is_large_enough(open_page, demonstration):
    """24 pixels, but for links within a sentence (WCAG 2.2, 2.5.8)."""
    page = open_page(width=390)
    page.goto("/statements/?q=nuclear&year=2015")
    page.locator(".narrow > summary").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, input:not([type=hidden])")]
            .filter((one) => !one.closest("p, svg, .words, .skip") && one.checkVisibility())
            .filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width && (box.height < 24 || box.width < 24);
            })
            .map((one) => `${one.outerHTML.slice(0, 120)} ${one.getBoundingClientRect().height}`)
        """
    )
    assert small == []
