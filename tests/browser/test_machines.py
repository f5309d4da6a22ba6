"""Pages that are made of scripts of others, or lead to files: in a real browser."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.search import index
from tests.browser.conftest import fits, violations


@pytest.fixture
def demonstration(transactional_db, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    call_command("loaddata", "demo", verbosity=0)
    index.update()


def test_the_description_can_be_browsed_under_the_strict_policy(page, demonstration):
    """The fixture fails on any violation of the content security policy."""
    page.goto("/api/v1/docs/")
    expect(page.locator("#api .opblock").first).to_be_visible()
    expect(page.locator("#api .opblock")).to_have_count(17)
    page.locator("#api .opblock-summary-control").first.click()
    expect(page.locator("#api .opblock.is-open")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_description_is_accessible_also_where_an_address_is_open(
    open_page, demonstration, width, dark
):
    page = open_page(width=width, dark=dark)
    page.goto("/api/v1/docs/")
    page.locator("#api .opblock-summary-control").nth(1).click()
    expect(page.locator("#api .opblock.is-open pre", has_text="import requests")).to_be_visible()
    page.get_by_role("button", name="Try it out").click()
    expect(page.get_by_role("button", name="Execute")).to_be_visible()
    assert fits(page)
    assert not (report := violations(page)), report


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_page_about_the_api_is_accessible(open_page, demonstration, width, dark):
    page = open_page(width=width, dark=dark)
    page.goto("/help/api/")
    assert fits(page)
    assert not (report := violations(page)), report


def test_a_result_is_downloaded_as_a_file(page, demonstration, tmp_path):
    page.goto("/statements/?q=nuclear")
    shown = int(re.match(r"\d+", page.locator("#total").inner_text())[0])
    with page.expect_download() as download:
        page.get_by_role("link", name="JSONL", exact=True).click()
    file = tmp_path / "export.jsonl"
    download.value.save_as(file)
    assert re.fullmatch(r"on-the-record-.*\.jsonl", download.value.suggested_filename)
    assert file.read_text("utf-8").count('"segments"') == shown
