"""Folders and processes for tests of what runs outside of Django."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds: the machine may be busy


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Unlike `tmp_path` a folder that every account can reach: root's servers run as another."""
    folder = Path(tempfile.mkdtemp(prefix="on-the-record-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of somebody who has set nothing for the archive or for Django."""
    settings = ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "SECURE_SSL", "SEARCH_INDEX_DIR")
    ours = (*settings, "LOG_LEVEL", "DEBUG")
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith("DJANGO_")  # a browser test before sets one
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """`start("-m", "archive.demo", cwd=…, PORT="8001")`: Python in a process group of its own."""
    started = []

    def start(*arguments: str, cwd: Path = CHECKOUT, **more: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=environment | more,
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait_until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"Waited in vain: {what}"
        time.sleep(0.05)
