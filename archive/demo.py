"""The archive with its demonstration, on this machine only: python -m archive.demo

What it makes is kept under var/ and used again by the next start: the database (but for one that
DATABASE_URL names), the search index, the secret key, the password of the account `reviewer`.
"""

import os
import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from django.core.exceptions import ImproperlyConfigured

from archive.child import run_while_we_live
from archive.postgres import PostgresError, Server

CHECKOUT = Path(__file__).resolve().parent.parent
VAR = CHECKOUT / "var"
HOST = "127.0.0.1"
REVIEWER = "reviewer"


class DemoError(Exception):
    """Why there is no demonstration, in words for the person at the terminal."""


# --- the site on one's own machine ---------------------------------------------------------------


def local_environment() -> dict[str, str]:
    """What archive.settings asks for, with values that are right for one's own machine only."""
    return {
        "SECRET_KEY": kept_secret(VAR / "secret_key"),
        "DEMONSTRATION": "true",
        "SECURE_SSL": "false",
        "ALLOWED_HOSTS": f"localhost,{HOST}",
    }


@contextmanager
def local_site() -> Iterator[None]:
    """Lend the environment what it lacks: `local_environment`, and a database while this lasts."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    for name, value in local_environment().items():
        os.environ.setdefault(name, value)
    if os.environ.get("DATABASE_URL"):
        yield
    else:
        with Server() as url:
            os.environ["DATABASE_URL"] = url
            yield


def kept_secret(path: Path, size: int = 48) -> str:
    """The random text in a file, which is made when it is first asked for. For its owner only."""
    path.parent.mkdir(exist_ok=True)
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(size))
    return path.read_text().strip()


# --- its start -----------------------------------------------------------------------------------


def open_port(wanted: str) -> socket.socket:
    """Listen on the port. Who comes while the archive is being prepared waits."""
    choose = "Choose another: make demo PORT=8001"
    if not wanted.isascii() or not wanted.isdigit() or not 0 < int(wanted) < 2**16:
        raise DemoError(f"PORT is “{wanted}”, which is no number of a port. {choose}")
    try:
        return socket.create_server((HOST, int(wanted)))
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise DemoError(f"Port {wanted} cannot be had: {reason}. {choose}") from error


def prepare() -> None:
    """Everything that a start needs; done again, it changes nothing that was edited."""
    import django
    from django.core.management import call_command

    django.setup()
    from articles.search import index

    check_connection()
    call_command("migrate", verbosity=0)
    load_articles()
    collect_static()
    index.update()


def check_connection() -> None:
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise DemoError(f"The database of DATABASE_URL does not answer: {error}") from error


def load_articles() -> None:
    """Load the demonstration into an archive without articles."""
    from django.core.management import call_command

    from articles.models import Article

    if not Article.objects.exists():
        call_command("loaddata", "demo", verbosity=0)


def collect_static() -> None:
    """Collect and compress the static files, which takes seconds, where one of them is newer."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    collected = Path(settings.STATIC_ROOT) / "staticfiles.json"
    found = (item for finder in get_finders() for item in finder.list([]))
    newest = max(Path(storage.path(path)).stat().st_ctime for path, storage in found)
    if not collected.exists() or collected.stat().st_mtime < newest:
        call_command("collectstatic", interactive=False, verbosity=0)


def make_reviewer(password: str) -> None:
    """An account that may do everything, with this password whatever it was changed to."""
    from django.contrib.auth.models import User

    user, _ = User.objects.get_or_create(username=REVIEWER)
    user.is_active = user.is_staff = user.is_superuser = True
    if not user.check_password(password):  # else who is signed in would be signed out
        user.set_password(password)
    user.save()


def announce(site: str, password: str) -> None:
    print(
        f"\n  On the Record       {site}"
        f"\n  The editors' desk   {site}admin/"
        f"\n  Name, password      {REVIEWER}, {password}"
        "\n\nCtrl-C stops it.",
        flush=True,
    )


def serve(server: socket.socket) -> int:
    """Gunicorn, until it or we are ended; its exit status."""
    from django.db import connections

    connections.close_all()
    options = [f"--bind=fd://{server.fileno()}", "--threads=8", f"--chdir={CHECKOUT}"]
    options += ["--log-level=warning", "--graceful-timeout=5", "--no-control-socket"]
    gunicorn = [sys.executable, "-m", "gunicorn", "archive.wsgi", *options]
    return run_while_we_live(gunicorn, pass_fds=[server.fileno()])


def end_as_by_ctrl_c(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> int:
    # Ctrl-C too: a shell lets what it starts in the background ignore it.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end_as_by_ctrl_c)
    try:
        with open_port(os.environ.get("PORT") or "8000") as server, local_site():
            print("Preparing the archive …", flush=True)
            prepare()
            password = kept_secret(VAR / "reviewer_password", size=12)
            make_reviewer(password)
            announce(f"http://{HOST}:{server.getsockname()[1]}/", password)
            return serve(server)
    except (DemoError, PostgresError, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
