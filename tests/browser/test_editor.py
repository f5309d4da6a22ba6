"""An editor at work in a real browser: from an agency report to a found statement, and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from tests import accounts, factories

from .conftest import fits

BODY = (
    "HAVENPORT, March 3. /NORNEWS/. Norland is ready to open the fisheries talks again, Foreign "
    "Minister Ada Lindqvist told reporters on Tuesday.\n\n"
    "“We never left the table,” Lindqvist said. “The chairs have been waiting for our neighbours.”"
    "\n\nThe minister also expressed hope that the herring quota would be settled by summer."
)


@pytest.fixture
def minister():
    norland = factories.polity(name="Norland")
    office = factories.office(title="Minister of Foreign Affairs", polity=norland)
    tenure = factories.tenure(
        speaker=factories.speaker(name="Ada Lindqvist"), office=office, starts="2017-10"
    )
    return tenure.speaker


def choose(page: Page, field: str, term: str) -> None:
    """Type into a field that suggests, and take the first suggestion."""
    page.locator(f".field-{field} .select2-selection").click()
    page.locator(".select2-container--open .select2-search__field").fill(term)
    page.locator(".select2-results__option", has_text=term).first.click()


def enter_report(page: Page) -> None:
    page.goto("/admin/articles/article/add/")
    choose(page, "source", "NorNews")
    page.get_by_label("Published at its source on").fill("2020-03-03")
    page.get_by_label("Headline").fill("Lindqvist: the table is still there")
    page.get_by_label("Place of the dateline").fill("Havenport")
    page.get_by_label("Date of the dateline").fill("2020-03-03")
    page.get_by_label("Body").fill(BODY)
    choose(page, "topics", "Fisheries")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#statements")).to_contain_text("None yet.")


def test_a_report_is_entered_published_found_and_withdrawn(page, sign_in, minister):
    factories.source(name="NorNews", kind="agency")
    factories.topic(name="Fisheries")
    sign_in(page, accounts.reviewer())
    enter_report(page)

    page.get_by_role("link", name="Add statement").last.click()
    page.get_by_label("Words").fill(
        "We never left the table,\n…\nThe chairs have been waiting for our neighbours."
    )
    choose(page, "speaker", "Lindqvist")
    choose(page, "topics", "Fisheries")
    page.get_by_label("Cue as printed").fill("said")
    page.get_by_role("button", name="Save and add another").click()

    # The next one starts with the speaker, and the words that are taken are marked.
    expect(page.locator(".field-speaker")).to_contain_text("Ada Lindqvist — Minister")
    expect(page.locator(".article-text mark").first).to_have_text("We never left the table,")
    page.get_by_label("Words").fill("the herring quota would be settled by autumn")
    page.get_by_label("Kind").select_option("indirect")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errorlist").first).to_contain_text("by autumn” is not in the article")
    page.get_by_label("Words").fill("the herring quota would be settled by summer")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("#statements tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Save and publish").click()
    expect(page.locator(".messagelist")).to_contain_text("Published.")

    page.get_by_role("link", name="View on site").click()
    expect(page).to_have_url(re.compile(r"/articles/[a-z2-7]{12}/"))
    address = page.url
    first = Article.objects.get().statements.get(position=0)
    assert first.text == (
        "We never left the table, The chairs have been waiting for our neighbours."
    )
    assert (first.tenure.office.title, first.place) == ("Minister of Foreign Affairs", "Havenport")

    page.goto("/statements/?q=herring")
    expect(page.locator("main")).to_contain_text("quota would be settled by summer")
    page.goto("/statements/?q=chairs&speaker=ada-lindqvist&topic=fisheries")
    expect(page.locator("main")).to_contain_text("have been waiting for our neighbours")

    page.goto(f"/admin/articles/article/{Article.objects.get().pk}/change/")
    page.get_by_role("button", name="Withdraw…").click()
    page.get_by_label("Reason of the withdrawal").fill("The agency took it back.")
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("1 article withdrawn.")

    page.goto("/statements/?q=herring")
    expect(page.locator("main")).not_to_contain_text("quota would be settled by summer")
    gone = page.goto(address)
    assert gone and gone.status == 410
    expect(page.locator("main")).to_contain_text("The agency took it back.")


def test_an_edited_text_takes_its_statements_along(page, sign_in, minister):
    article = factories.article(body=BODY, status="draft")
    factories.statement("We never left the table,", article=article, speaker=minister)
    factories.statement("the herring quota would be settled", article=article, status="proposed")
    sign_in(page, accounts.reviewer())
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.get_by_label("Body").fill(f"NEWS. {BODY}".replace("herring", "cod"))
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist")).to_contain_text("0 kept, 1 moved, 1 lost")
    expect(page.locator("#statements .is-proposed")).to_contain_text("no longer in the article")
    page.get_by_role("button", name="Reject").last.click()
    expect(page.locator("#statements .is-rejected")).to_have_count(1)
    expect(page).to_have_url(re.compile("#statements$"))


def test_offices_are_added_to_a_speaker_row_by_row(page, sign_in):
    factories.office(title="Envoy to the Fisheries Council")
    sign_in(page, accounts.editor())
    page.goto("/admin/articles/speaker/add/")
    page.locator("#id_name").fill("Tove Berg")
    page.get_by_text("Add another Office held").click()
    row = page.locator("#tenures-0")
    row.locator(".select2-selection").click()
    page.locator(".select2-container--open .select2-search__field").fill("envoy")
    page.locator(".select2-results__option", has_text="Envoy").click()
    row.locator("input.partial-date").first.fill("2012")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(row.locator(".select2-selection")).to_contain_text("Envoy to the Fisheries Council")
    expect(row.locator("input.partial-date").first).to_have_value("2012")


def test_records_are_chosen_and_rows_are_added_without_scripts(open_page, sign_in):
    office = factories.office(title="Envoy to the Fisheries Council")
    article = factories.article(body=BODY, status="draft")
    page = open_page(java_script_enabled=False)
    sign_in(page, accounts.reviewer())
    speaker = factories.speaker(name="Tove Berg")
    page.goto(f"/admin/articles/speaker/{speaker.pk}/change/")
    page.get_by_role("link", name="Show empty rows").click()
    page.locator("input[name=tenures-0-office-typed]").fill("Envoy to the Fisheries Council")
    page.locator("#id_tenures-0-starts").fill("2012")
    page.locator("#id_other_names-0-name").fill("T. Berg")
    page.get_by_role("button", name="Save", exact=True).click()
    assert speaker.tenures.get().office == office
    assert speaker.other_names.get().name == "T. Berg"

    page.goto(f"/admin/articles/statement/add/?article={article.pk}")
    page.get_by_label("Words").fill("We never left the table,")
    page.locator("input[name=speaker-typed]").fill("Nobody at all")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errorlist").first).to_contain_text("the name of none or of several")
    expect(page.locator("input[name=speaker-typed]")).to_have_value("Nobody at all")
    page.locator("input[name=speaker-typed]").fill("Tove Berg")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#statements tbody tr")).to_contain_text("Tove Berg")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_desk_fits_and_keeps_to_the_content_security_policy(
    open_page, sign_in, minister, width, dark
):
    long = "An unusually long name for a matter that is not unusual at all " * 2
    article = factories.article(body=BODY, title=long)
    statement = factories.statement(
        "We never left the table,", article=article, speaker=minister, topics=[factories.topic()]
    )
    factories.statement(BODY, article=article, attribution=long, status="proposed")
    page = open_page(width=width, dark=dark)
    sign_in(page, accounts.reviewer())
    for path in (
        "",
        "articles/article/",
        f"articles/article/{article.pk}/change/",
        f"articles/article/{article.pk}/history/",
        f"articles/article/{article.pk}/delete/",
        "articles/statement/",
        f"articles/statement/add/?article={article.pk}",
        f"articles/statement/{statement.pk}/change/",
        f"articles/speaker/{minister.pk}/change/",
        "articles/speaker/import/",
        "articles/speaker/export/",
        "articles/speaker/duplicates/",
        "articles/topic/add/",
        "articles/occasion/add/",
        "password_change/",
    ):
        page.goto(f"/admin/{path}")
        assert fits(page), path
