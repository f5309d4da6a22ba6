"""A web node as a process of its own, which answers what it is asked on standard input.

python -m tests.search.node [VERSION]     VERSION: of the way from text to tokens

save WORD      saves a public statement with the word         -> its id
find WORD      searches as a page does                        -> how many it found
check          compares index and database                    -> how many differences
lacks          what a request would have to work off          -> how many articles
generation     which index it reads                           -> its folder
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

PATIENCE = 30  # seconds


class Node:
    """The other end, for a test."""

    def __init__(self, database_url: str, folder: Path, *version: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.search.node", *version],
            env={
                **os.environ,
                "DATABASE_URL": database_url,
                "SEARCH_INDEX_DIR": str(folder),
                "DJANGO_SETTINGS_MODULE": "tests.settings",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, *words: str) -> str:
        assert self.process.stdin and self.process.stdout
        print(*words, file=self.process.stdin, flush=True)
        return self.process.stdout.readline().strip()

    def finds(self, word: str) -> int:
        return int(self.ask("find", word))

    def comes_to_find(self, word: str) -> bool:
        """Whether it does, once what it does beside its requests is done."""
        deadline = time.monotonic() + PATIENCE
        while self.finds(word) != 1:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
        return True

    def is_true(self) -> bool:
        return self.ask("check") == "0"

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@contextmanager
def node(database_url: str, folder: Path, *version: str) -> Iterator[Node]:
    started = Node(database_url, folder, *version)
    try:
        yield started
    finally:
        started.kill()


def answer(command: str, word: str = "") -> object:
    from articles.search import check, feed, index, storage
    from articles.search.language import parse
    from articles.search.searching import Search, search
    from tests import factories

    if command == "save":
        # Names that the factories make are unique in one process only.
        source = factories.source(name=f"Source of {word}")
        article = factories.article(body=f"Peace, said {word}.", source=source)
        speaker = factories.speaker(name=f"Speaker of {word}")
        return factories.statement(article=article, speaker=speaker).pk
    if command == "find":
        return search(Search(query=parse(word))).total
    if command == "check":
        return len(list(check.differences()))
    if command == "prune":
        return feed.prune(keep=int(word))
    if command == "lacks":
        return index.status().lacking
    return storage.current() or ""


if __name__ == "__main__":
    django.setup()
    for version in sys.argv[1:]:
        from articles.search import text

        text.version = lambda version=version: version
    for line in sys.stdin:
        print(answer(*line.split()), flush=True)
