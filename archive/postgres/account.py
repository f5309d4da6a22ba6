"""The local account as which the server runs: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from .messages import PostgresError, say

SERVICE_ACCOUNT = "on-the-record"


class Account(NamedTuple):
    """A local account, and what can be done in its name."""

    name: str
    uid: int
    gid: int

    def popen_options(self) -> dict[str, Any]:
        """What subprocess needs for a process of this account, free of the user's PG* variables."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        options: dict[str, Any] = {"cwd": "/", "env": environment | {"LC_ALL": "C"}, "text": True}
        if self.uid != os.geteuid():
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def run(self, *command: Path | str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Runs to the end; what was printed, both streams together, is in `stdout`."""
        options |= self.popen_options() | {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.run(command, **options)  # noqa: S603

    def may(self, permission: str, folder: Path) -> bool:
        """Whether the account has the permission ("-x", "-w") on a folder and can get there."""
        return self.run("test", permission, folder).returncode == 0

    def own(self, path: Path, mode: int = 0o700) -> None:
        """Makes something of ours the account's, closed to everybody else."""
        if path.stat().st_uid != self.uid:
            os.chown(path, self.uid, self.gid)
        path.chmod(mode)


def account_for(home: Path) -> Account:
    """One's own account. For root: the owner of the folder, or where that is root too an account
    of the server's own.
    """
    if os.geteuid() != 0:
        if account := find_account(os.geteuid()):
            return account
        raise PostgresError(
            f"PostgreSQL needs a user with a name, and user {os.geteuid()} has none on this "
            "machine. Run this as another user, or set DATABASE_URL."
        )
    owner = next(f for f in (home, *home.parents) if f.exists()).stat().st_uid
    account = find_account(owner) if owner else None
    account = account or find_account(SERVICE_ACCOUNT) or new_service_account()
    try:
        account.run("true")
    except OSError as error:
        raise PostgresError(
            f"PostgreSQL does not run as root, and here root cannot become {account.name} "
            f"({error.strerror}). Run this as an ordinary user, or set DATABASE_URL."
        ) from error
    return account


def find_account(who: int | str) -> Account | None:
    with suppress(KeyError):
        entry = pwd.getpwnam(who) if isinstance(who, str) else pwd.getpwuid(who)
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    return None


def new_service_account() -> Account:
    """An account that owns nothing but the server; `nobody` where none can be made."""
    useradd = ["useradd", "--system", "--user-group", "--no-create-home"]
    useradd += ["--home-dir=/nonexistent", "--shell=/usr/sbin/nologin", SERVICE_ACCOUNT]
    with suppress(FileNotFoundError):
        subprocess.run(useradd, capture_output=True, check=False)  # noqa: S603
    if account := find_account(SERVICE_ACCOUNT):
        say(f"PostgreSQL does not run as root: made the account {SERVICE_ACCOUNT} for it.")
        return account
    if account := find_account("nobody"):
        return account
    raise PostgresError("PostgreSQL does not run as root. Run this as an ordinary user.")
