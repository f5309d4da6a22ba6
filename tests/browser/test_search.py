"""Searching in a real browser: with the keyboard alone, with suggestions, by facets."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import violations


def options(page):
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def test_suggestions_are_walked_through_and_chosen_with_the_keyboard(page, demonstration):
    page.goto("/statements/")
    box = page.get_by_role("combobox", name="Search the statements")
    box.press_sequentially("nuc")
    expect(options(page).last).to_contain_text("nuclear")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options(page).last.get_attribute("id"))
    assert violations(page) == ""
    box.press("Enter")
    expect(box).to_have_value("nuclear ")
    box.press_sequentially("serg")
    expect(options(page).first).to_contain_text("Sergey Lavrov")
    box.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box).to_have_value("nuclear serg")
    box.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements/\?q=nuclear&speaker=sergey-lavrov$"))


def test_a_suggestion_can_be_clicked_and_what_is_typed_can_be_searched_as_it_is(
    page, demonstration
):
    page.goto("/about/")
    box = page.get_by_role("combobox", name="Search the statements")
    box.press_sequentially("serg")
    options(page).first.click()
    expect(page).to_have_url(re.compile(r"/statements/\?speaker=sergey-lavrov$"))
    page.goto("/")
    box.press_sequentially("serg")
    expect(options(page).first).to_be_visible()
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements/\?q=serg$"))


def test_without_scripts_the_box_is_a_plain_search(open_page, demonstration):
    page = open_page(java_script_enabled=False)
    page.goto("/")
    box = page.get_by_role("searchbox", name="Search the statements")
    box.fill("nuclear")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements/\?q=nuclear$"))


def focus_with_the_keyboard(page, target):
    """Press Tab until the target has the focus, as one without a mouse must."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if target.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError(f"{target} cannot be reached with Tab")


def test_a_whole_search_goes_by_keyboard(page, demonstration):
    """From the first page over a suggestion, a facet and its chip to a result and back."""
    page.goto("/")
    focus_with_the_keyboard(page, page.get_by_role("combobox", name="Search the statements"))
    page.keyboard.type("nuc")
    expect(options(page).last).to_contain_text("nuclear")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements/\?q=nuclear$"))
    total = page.locator("#total").inner_text()
    speakers = page.get_by_role("region", name="Speaker")
    focus_with_the_keyboard(page, speakers.locator(".choose").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("speaker="))
    narrowed = page.url
    expect(page.locator("#total")).not_to_have_text(total)
    focus_with_the_keyboard(page, page.locator(".line .words a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".statement > .words")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(narrowed)
    focus_with_the_keyboard(page, page.get_by_role("link", name=re.compile("^Remove Speaker")))
    page.keyboard.press("Enter")
    expect(page.locator("#total")).to_have_text(total)


def test_a_result_is_grouped_by_speaker_and_leads_back_to_the_statements(page, demonstration):
    page.goto("/statements/?q=nuclear")
    page.get_by_role("link", name="By speaker").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Statements by speaker")
    page.get_by_role("link", name="Greatest share").click()
    row = page.locator(".grouped-table tbody tr").first
    count = row.locator(".number").first.inner_text()
    assert violations(page) == ""
    row.get_by_role("link").click()
    expect(page.locator("#total")).to_contain_text(f"{count} statement")


def test_narrower_topics_unfold_and_are_found_by_typing(page, demonstration):
    page.goto("/statements/")
    topics = page.get_by_role("region", name="Topic")
    unfold = topics.locator(".branches > summary").first
    unfold.focus()
    page.keyboard.press("Enter")
    narrower = topics.locator(".branches .choose").first
    expect(narrower).to_be_visible()
    name = narrower.locator(".label").inner_text()
    assert violations(page) == ""
    narrower.click()
    expect(page.get_by_label("Filters in force")).to_contain_text(name)
    expect(topics.locator(".branches[open] .is-selected")).to_contain_text(name)


def test_all_values_are_found_by_name_without_scripts(open_page, demonstration):
    page = open_page(java_script_enabled=False, width=390)
    page.goto("/statements/by/speaker/?q=nuclear")
    page.get_by_label("Find by name").fill("obam")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Barack Obama").click()
    expect(page).to_have_url(re.compile(r"/statements/\?q=nuclear&speaker=barack-obama$"))


def test_the_table_behind_the_timeline_leads_to_a_year_and_its_months(page, demonstration):
    page.goto("/statements/?q=nuclear")
    page.locator(".as-table summary").click()
    year = page.locator(".as-table tbody a").last
    name = year.inner_text()
    year.click()
    expect(page.get_by_role("heading", name=f"By month, {name}")).to_be_visible()
    page.get_by_role("link", name="All years").click()
    expect(page.get_by_role("heading", name="By year")).to_be_visible()
