"""Running other programs: what ends them, and what status they leave."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from .conftest import PATIENCE, wait_until

WHILE_WE_LIVE = """
import sys
from archive.child import run_while_we_live
sys.exit(run_while_we_live([sys.executable, "-c", *sys.argv[1:]]))
"""
# Says that it is up; when it is asked to end, once, it says so in a file.
PROGRAM = """
import signal, sys
def told(*_):
    with open(sys.argv[1], "a") as file:
        file.write("told ")
    sys.exit()
signal.signal(signal.SIGTERM, told)
print("up", flush=True)
signal.pause()
"""


@pytest.mark.parametrize("name", ["INT", "TERM", "KILL"])
def test_the_program_is_told_when_we_end_in_whatever_way(start, tmp_path: Path, name: str) -> None:
    file = tmp_path / "told"
    process = start("-c", WHILE_WE_LIVE, PROGRAM, str(file))
    assert process.stdout.readline() == "up\n"
    process.send_signal(signal.Signals[f"SIG{name}"])
    wait_until(file.exists, "the program was told")
    wait_until(file.read_text, "it has written that")
    assert file.read_text() == "told "


def test_the_status_of_the_program_is_ours(start) -> None:
    process = start("-c", WHILE_WE_LIVE, "raise SystemExit(7)")
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 7


def test_we_wait_for_the_program_when_interrupted(start, tmp_path: Path) -> None:
    slow = PROGRAM.replace("def told(*_):", "def told(*_):\n    import time; time.sleep(1)")
    file = tmp_path / "told"
    process = start("-c", WHILE_WE_LIVE, slow, str(file))
    assert process.stdout.readline() == "up\n"
    process.send_signal(signal.SIGINT)
    process.wait(timeout=PATIENCE)
    assert file.read_text() == "told "
