"""The picture that others show beside a link to a page: static/img/card.png, 1200 by 630 pixels.

.venv/bin/python docs/card.py       after a `make lint`; needs a Chromium, as the tests do
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.chromium import find_chromium

CHECKOUT = Path(__file__).resolve().parent.parent
PAGE = """\
<!doctype html>
<style>
  body {{ margin: 0; width: 1200px; height: 630px; display: grid; place-content: center;
    background: #17406d; color: #fff; font-family: Georgia, "DejaVu Serif", serif; }}
  svg {{ width: 132px; margin-left: -12px; }}
  h1 {{ margin: 28px 0 20px; font-size: 92px; font-weight: 400; letter-spacing: -1px; }}
  p {{ margin: 0; font-size: 38px; line-height: 1.35; max-width: 22em; }}
</style>
{icon}
<h1>On the Record</h1>
<p>Who said what, when, where, in which capacity, in which words of which source</p>
"""


def main() -> None:
    icon = (CHECKOUT / "static" / "img" / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(PAGE.format(icon=icon))
        page.screenshot(path=CHECKOUT / "static" / "img" / "card.png")
        browser.close()


if __name__ == "__main__":
    main()
