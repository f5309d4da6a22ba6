"""python -m archive.postgres run [--scratch] -- COMMAND [ARGUMENT...]"""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence

from archive.child import run_in_our_place

from .messages import PostgresError, say
from .server import Server


def main(arguments: Sequence[str]) -> int:
    """Give the command's exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m archive.postgres",
        usage="%(prog)s run [--scratch] -- COMMAND [ARGUMENT...]",
        description="Run a command with DATABASE_URL set to a private PostgreSQL.",
    )
    parser.add_argument("action", choices=["run"])
    parser.add_argument("--scratch", action="store_true", help="a new server, removed in the end")
    at = arguments.index("--") if "--" in arguments else len(arguments)
    options, command = parser.parse_args(arguments[:at]), arguments[at + 1 :]
    if not command:
        parser.error("no command after --")
    if not shutil.which(command[0]):
        say(f"{command[0]}: no such program")
        return 127
    if os.environ.get("DATABASE_URL"):
        return run_in_our_place(command, {})
    try:
        with Server(scratch=options.scratch) as url:
            return run_in_our_place(command, {"DATABASE_URL": url})
    except PostgresError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
