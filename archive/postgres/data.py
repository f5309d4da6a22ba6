"""What the folder of a server says: which version wrote its data, and whether one runs on them."""

import fcntl
import os
import socket
from pathlib import Path
from typing import NamedTuple

from .account import Account
from .messages import PostgresError


class PidFile(NamedTuple):
    """What PostgreSQL has written about its process; what it has not yet written is empty."""

    process: str = ""
    port: str = ""
    folder: Path = Path("/nonexistent")  # of the socket
    status: str = ""

    @classmethod
    def read(cls, data: Path) -> "PidFile":
        try:
            lines = (data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return cls()
        process, _, _, port, folder, _, _, status = (lines + [""] * 8)[:8]
        return cls(process, port, Path(folder), status.strip())

    def answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as client:
            return client.connect_ex(f"{self.folder}/.s.PGSQL.{self.port}") == 0


def take_lock(home: Path, account: Account) -> int | None:
    """A descriptor that holds the lock of the one server for `home`; None when another has it."""
    path = home / "lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        account.own(path, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def check_data(data: Path, major: str) -> None:
    """Whether a server of this version may start on the data, or PostgresError. Hold the lock."""
    if not data.exists():
        return
    written_by = (data / "PG_VERSION").read_text().strip()
    if written_by != major:
        raise PostgresError(
            f"{data} was written by PostgreSQL {written_by}; the installed one is {major}. "
            "Dump it with the old one and load it into the new; or, if nothing in it needs "
            "keeping, remove the folder."
        )
    left = PidFile.read(data)
    if left.answers():
        raise PostgresError(
            f"A PostgreSQL that was started in another way (process {left.process}) runs on {data}."
        )
    # After a power cut its number may be another process's, which PostgreSQL takes for a server.
    (data / "postmaster.pid").unlink(missing_ok=True)
