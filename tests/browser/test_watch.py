"""The watch over the pages: without it the other tests of this folder would prove less."""

import pytest

from .conftest import watch


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"top:0\"></p>')", "style-src"),
        ("document.body.append(Object.assign(new Image(), {src: '//example.org/x.png'}))", "img"),
        ("setTimeout(() => { throw new Error('broken') })", "broken"),
        ("console.error('complaint')", "complaint"),
        ("fetch('/no/such/asset.js')", "404"),
    ],
)
def test_what_goes_wrong_on_a_page_is_seen(browser, live_server, deed, told):
    problems: list[str] = []
    page = browser.new_page(base_url=live_server.url)
    watch(page, problems)
    page.goto("/admin/login/")
    assert not problems
    page.evaluate(f"() => {{ {deed} }}")
    page.wait_for_timeout(500)
    page.close()
    assert any(told in problem for problem in problems), problems
