"""Starting the server, sharing it, and stopping it when the last who uses it has gone.

Two things are left to the system, which does them however a process ends:

- Who uses the server holds the writing end of the pipe `users`. Its reading end is the keeper's
  (keeper.sh), which stops the server when the last writer has gone.
- The lock on the file `lock` is inherited by the keeper and the server. Who can take it knows that
  neither runs, whatever a postmaster.pid from before a power cut may say.
"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .account import Account, account_for
from .data import PidFile, check_data, take_lock
from .folders import CHECKOUT, DATABASE, HOME, PORT, find_programs, make_home, make_runtime_folder
from .messages import PostgresError

KEEPER = Path(__file__).with_name("keeper.sh")
PATIENCE = 60  # seconds, for another process that is just starting or stopping the server

SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "max_connections": 60,
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "jit": "off",  # compiling costs more than it saves on queries of milliseconds
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}
SCRATCH_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server:
    """A PostgreSQL for as long as a `with` lasts, which gives its address (a DATABASE_URL).

    `home` keeps its data; who comes while it runs shares it, and the last to leave stops it. A
    scratch server has new data, removed in the end, that need not survive a power cut.
    Raises PostgresError.
    """

    def __init__(self, home: Path = HOME, *, scratch: bool = False) -> None:
        self.home = home
        self.scratch = scratch
        self.runtime: Path | None = None
        self.pipe: int | None = None
        self.keeper: subprocess.Popen[str] | None = None

    def __enter__(self) -> str:
        try:
            self._enter()
        except OSError as error:
            self._leave()
            raise PostgresError(f"PostgreSQL could not be started: {error}") from error
        except BaseException:
            self._leave()
            raise
        # Not with the folder as the host: django-environ leaves the %2F in it as they are.
        return f"postgres://{DATABASE}@/{DATABASE}?host={self.runtime}&port={PORT}"

    def __exit__(self, *_: object) -> None:
        self._leave()

    def _enter(self) -> None:
        account = account_for(CHECKOUT if self.scratch else self.home)
        programs = find_programs(account)
        if self.scratch:
            self.runtime = make_runtime_folder(account)
            self._launch(account, programs, self.runtime, self.runtime)
            return
        home = make_home(self.home, account)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self._join(home) or self._start(account, programs, home):
                return
            time.sleep(0.1)
        raise PostgresError(
            f"The PostgreSQL of {home} has been starting or stopping for a minute: see {home}/log. "
            f"The first line of {home}/data/postmaster.pid is the number of its process."
        )

    def _join(self, home: Path) -> bool:
        """Become one of those for whom the server is kept, if it runs."""
        running = PidFile.read(home / "data")
        if running.status != "ready":
            return False
        try:
            self.pipe = os.open(running.folder / "users", os.O_WRONLY | os.O_NONBLOCK)
            time.sleep(0.05)  # a keeper that is just going has let go of its end by then
            os.write(self.pipe, b"\n")
        except OSError:  # there is no such pipe, or nobody reads it
            self._let_go()
            return False
        self.runtime = running.folder
        return True

    def _start(self, account: Account, programs: Path, home: Path) -> bool:
        """Start the server, unless another process is about to."""
        lock = take_lock(home, account)
        if lock is None:
            return False
        try:
            check_data(home / "data", major_version(account, programs))
            (home / "log").unlink(missing_ok=True)
            self.runtime = make_runtime_folder(account)
            self._launch(account, programs, home, self.runtime, lock)
        finally:
            os.close(lock)
        return True

    def _launch(
        self, account: Account, programs: Path, home: Path, runtime: Path, *inherited: int
    ) -> None:
        """Start the keeper, and wait until it says that the server is ready."""
        reader = self._make_pipe(account, runtime / "users")
        options = account.popen_options()
        options["env"] |= self._words_for_keeper(programs, home, runtime)
        try:
            self.keeper = subprocess.Popen(  # noqa: S603
                ["/bin/sh", "-c", KEEPER.read_text()],
                stdin=reader,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=inherited,
                start_new_session=True,  # Ctrl-C is for us
                **options,
            )
        finally:
            os.close(reader)
        said = read_until_ready(self.keeper.stdout)
        if said is not None:
            self.keeper.wait()
            raise PostgresError(f"PostgreSQL did not start. It said:\n{said}")

    def _make_pipe(self, account: Account, users: Path) -> int:
        """Open both ends; ours is in `self.pipe`, the reading end is returned."""
        os.mkfifo(users)
        account.own(users, 0o600)
        reader = os.open(users, os.O_RDONLY | os.O_NONBLOCK)  # else it would wait for a writer
        os.set_blocking(reader, True)
        self.pipe = os.open(users, os.O_WRONLY)
        return reader

    def _words_for_keeper(self, programs: Path, home: Path, runtime: Path) -> dict[str, str]:
        settings: dict[str, Any] = SETTINGS | (SCRATCH_SETTINGS if self.scratch else {})
        settings["unix_socket_directories"] = runtime
        settings |= {f"{name}_file": runtime / f"pg_{name}.conf" for name in ("hba", "ident")}
        return {
            "BIN": str(programs),
            "FOLDER": str(home),
            "RUNTIME": str(runtime),
            "DATABASE": DATABASE,
            "SERVER_OPTIONS": shlex.join(f"--{name}={value}" for name, value in settings.items()),
            "INITDB_OPTIONS": "--no-sync" if self.scratch else "",
            "STOP_MODE": "immediate" if self.scratch else "fast",
        }

    def _leave(self) -> None:
        """Let go of the server; wait until it has stopped, unless others still use it."""
        self._let_go()
        if self.runtime and not self.keeper and self.scratch:
            shutil.rmtree(self.runtime)  # it has not come to a keeper, who would do it
        deadline = time.monotonic() + PATIENCE
        while self.runtime and self.runtime.exists() and time.monotonic() < deadline:
            ended = self.keeper and self.keeper.poll() is not None
            if ended or in_use(self.runtime / "users"):
                break
            time.sleep(0.02)
        if self.keeper:
            self.keeper.poll()
        self.runtime = self.keeper = None

    def _let_go(self) -> None:
        if self.pipe is not None:
            os.close(self.pipe)
            self.pipe = None


def major_version(account: Account, programs: Path) -> str:
    return account.run(programs / "postgres", "--version").stdout.split()[-1].split(".")[0]


def read_until_ready(output: Iterable[str] | None) -> str | None:
    """None when the server is ready, else what the keeper said (its last lines)."""
    said: list[str] = []
    for line in output or ():
        if line == "ready\n":
            return None
        said.append(line)
    return "".join(said[-20:]).rstrip()


def in_use(users: Path) -> bool:
    """Whether anybody holds the writing end of the pipe."""
    try:
        reader = os.open(users, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        return os.read(reader, 1) != b""
    except BlockingIOError:
        return True
    finally:
        os.close(reader)
