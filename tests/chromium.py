"""Where a Chromium for the tests in a browser is: playwright is given the system's own."""

import functools
import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


@functools.cache
def find_chromium() -> str | None:
    """Its path; the environment's CHROMIUM goes before what is found."""
    if chosen := os.environ.get("CHROMIUM"):
        return shutil.which(chosen)
    found = (shutil.which(name) for name in (*NAMES, *ON_MACOS))
    return next((path for path in found if path), None)
