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
