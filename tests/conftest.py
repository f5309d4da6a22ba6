"""What tests of all rooms share: where their search index is, and whether there is a browser."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest
from django.conf import settings

from articles.search import index
from tests.chromium import find_chromium

INDEX = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """An index for this process alone: each worker of xdist has a database of its own, too."""
    folder = tempfile.mkdtemp(prefix="on-the-record-index-")
    config.stash[INDEX] = folder
    settings.SEARCH_INDEX_DIR = folder
    os.environ["SEARCH_INDEX_DIR"] = folder  # for the processes that tests start
    # What a request brings up to date on a busy machine must not be what a test fails by.
    index.REQUEST_BUDGET, index.REQUEST_WAIT = 30, 5


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[INDEX], ignore_errors=True)


@pytest.hookimpl(trylast=True)  # the marker is set by tests/browser
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_chromium():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium was found"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not find_chromium():
        terminalreporter.write_line(
            "NO CHROMIUM WAS FOUND: nothing was tried in a real browser. Install chromium, or say "
            "where one is: CHROMIUM=/path/to/chromium make test",
            red=True,
            bold=True,
        )


@pytest.fixture
def empty_index(db, settings, tmp_path):
    """An index of the test's own, there before the first request asks for it.

    It is made in the test's transaction, which the thread of a background rebuild cannot see.
    """
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    index.update()
