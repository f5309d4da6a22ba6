"""PostgreSQL servers of a test's own: a primary, a standby of it, a second one to restore into.

Each is a folder of its own under /tmp that only its account reaches, with the wheel's programs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from archive.postgres.account import Account, account_for
from archive.postgres.folders import CHECKOUT, find_programs

PATIENCE = 60  # seconds
OPTIONS = "-c listen_addresses= -c fsync=off -c wal_level=replica -c unix_socket_directories={}"


@dataclass(frozen=True)
class Cluster:
    folder: Path
    account: Account
    programs: Path

    def url(self, database: str = "archive") -> str:
        return f"postgres://postgres@/{database}?host={self.folder}&port=5432"

    def program(self, name: str, *arguments: str) -> str:
        """Run one of PostgreSQL's programs to its end; what it printed."""
        done = self.account.run(self.programs / name, *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def sql(self, statement: str, database: str = "archive") -> list[tuple]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        # Not through a pipe: the server would keep it open.
        self.account.run(
            "sh",
            "-c",
            '"$0" start -w -D "$1/data" -l "$1/log" -o "$2" >/dev/null 2>&1 </dev/null',
            self.programs / "pg_ctl",
            str(self.folder),
            OPTIONS.format(self.folder),
        )
        log = self.folder / "log"
        assert (self.folder / ".s.PGSQL.5432").exists(), log.read_text() if log.exists() else ""

    def stop(self) -> None:
        self.program("pg_ctl", "stop", "-D", f"{self.folder}/data", "-m", "immediate")


@contextmanager
def _folder() -> Iterator[Cluster]:
    account = account_for(CHECKOUT)
    folder = Path(tempfile.mkdtemp(prefix="on-the-record-", dir="/tmp"))
    account.own(folder)
    try:
        yield Cluster(folder, account, find_programs(account))
    finally:
        shutil.rmtree(folder)


@contextmanager
def new_cluster(*, migrated: bool = True) -> Iterator[Cluster]:
    """A server with an empty database `archive`; `migrated`: with the archive's tables."""
    with _folder() as cluster:
        data = f"{cluster.folder}/data"
        cluster.program(
            "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8",
            "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        )  # fmt: skip
        cluster.start()
        try:
            cluster.sql("CREATE DATABASE archive", database="postgres")
            if migrated:
                subprocess.run(
                    [sys.executable, "manage.py", "migrate", "--verbosity=0"],
                    cwd=CHECKOUT,
                    env={**os.environ, "DATABASE_URL": cluster.url()},
                    check=True,
                )
            yield cluster
        finally:
            cluster.stop()


@contextmanager
def standby_of(primary: Cluster) -> Iterator[Cluster]:
    """A server that replays what the primary does."""
    with _folder() as cluster:
        cluster.program(
            "pg_basebackup", "-D", f"{cluster.folder}/data", "-h", str(primary.folder),
            "-U", "postgres", "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
        )  # fmt: skip
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()


def wait_for_replay(primary: Cluster, standby: Cluster) -> None:
    """Until the standby shows all that the primary has committed."""
    ((target,),) = primary.sql("SELECT pg_current_wal_lsn()::text")
    deadline = time.monotonic() + PATIENCE
    while not standby.sql(f"SELECT pg_last_wal_replay_lsn() >= '{target}'::pg_lsn")[0][0]:
        assert time.monotonic() < deadline, "the standby does not follow"
        time.sleep(0.02)
