"""What is said to the person at the terminal."""

import sys


class PostgresError(Exception):
    """Why there is no PostgreSQL, in words for the person at the terminal."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
