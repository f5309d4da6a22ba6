"""The index on disk: generations, the state beside them, the writer's lock.

    SEARCH_INDEX_DIR/<fingerprint of the schema>/
        lock                       held by the one process that writes
        current -> generation-…    swapped by an atomic rename
        generation-…/
            state.json             what the generation holds, replaced by an atomic rename
            statements/ articles/  Tantivy's own files

A state says: "I hold what this snapshot saw, but for these articles." It is written before the
work it promises, so that whoever finds it after a kill does the rest; doing it twice is harmless.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from . import schema
from .feed import Position, Snapshot


@dataclass(frozen=True)
class State:
    """`pending`: articles whose documents may be older than the position."""

    position: Position
    pending: tuple[int, ...] = ()

    def to_json(self) -> str:
        return json.dumps(
            {
                "database": self.position.database,
                "snapshot": str(self.position.snapshot),
                "pending": self.pending,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> State:
        """ValueError, KeyError or TypeError on anything that `to_json` has not written."""
        data = json.loads(text)
        position = Position(data["database"], Snapshot.parse(data["snapshot"]))
        return cls(position, tuple(int(number) for number in data["pending"]))


def folder() -> Path:
    """The folder of this schema's generations."""
    return Path(settings.SEARCH_INDEX_DIR) / schema.fingerprint()


def current() -> Path | None:
    """The generation that readers read, if there is one."""
    try:
        return folder() / (folder() / "current").readlink()
    except OSError:
        return None


def read_state(generation: Path) -> State | None:
    """None when the file is missing or damaged: the generation is then of no use."""
    try:
        return State.from_json((generation / "state.json").read_text())
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(generation: Path, state: State) -> None:
    """Replace the state so that a reader, or a kill, sees the old one or the new one whole."""
    path = generation / "state.json"
    fresh = path.with_suffix(".new")
    with fresh.open("w") as file:
        file.write(state.to_json())
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync(generation)


def _sync(directory: Path) -> None:
    """Make a rename in the directory survive a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def new_generation() -> Path:
    """An empty generation that nobody reads yet."""
    folder().mkdir(parents=True, exist_ok=True)
    generation = Path(tempfile.mkdtemp(prefix="generation-", dir=folder()))
    for kind in schema.KINDS:
        (generation / kind).mkdir()
    return generation


def make_current(generation: Path) -> None:
    """Let readers have the generation, then drop the others (call with the lock held)."""
    link = folder() / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(generation.name)
    link.replace(folder() / "current")
    _sync(folder())
    # A reader that has an old one open keeps its files until it lets go of them.
    for other in folder().glob("generation-*"):
        if other != generation:
            shutil.rmtree(other, ignore_errors=True)


@dataclass(frozen=True)
class WriterLock:
    """The lock of the one writer, held."""

    handle: int

    def keep_until(self, finish: Callable[[], object]) -> None:
        """Hold it on, beside whoever has it now, until `finish` has returned in its own thread."""
        shared = os.dup(self.handle)  # the system lets go of a lock with its last handle

        def finish_and_let_go() -> None:
            try:
                finish()
            finally:
                os.close(shared)

        threading.Thread(target=finish_and_let_go, daemon=True).start()


@contextlib.contextmanager
def writer_lock(wait: float | None = None) -> Iterator[WriterLock | None]:
    """The lock of the one writer, if it was had within `wait` seconds.

    None waits as long as it takes. The system lets go of the lock when a process ends, however
    it ends.
    """
    folder().mkdir(parents=True, exist_ok=True)
    handle = os.open(folder() / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        yield WriterLock(handle) if _lock(handle, wait) else None
    finally:
        os.close(handle)


def _lock(handle: int, wait: float | None) -> bool:
    if wait is None:
        fcntl.flock(handle, fcntl.LOCK_EX)
        return True
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.01)
