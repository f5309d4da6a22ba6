"""A process of its own, to kill or to let compete:

python -m tests.search.process DATABASE update [STEP]    kills itself at the step
python -m tests.search.process DATABASE save-and-find N  exits with 1 if it does not find its own
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.db import connection

STEPS = {
    # step: (module, function, kill before it, at which call)
    "before the work is written down": ("storage", "write_state", True, 1),
    "after the work is written down": ("storage", "write_state", False, 1),
    "before the commit": ("writing", "add", False, 2),
    "after the commit": ("storage", "write_state", True, 2),
    "after one batch of two": ("storage", "write_state", False, 2),
    "in a rebuild, before its state": ("storage", "write_state", True, 1),
    "in a rebuild, before the swap": ("storage", "make_current", True, 1),
    "in a rebuild, after the swap": ("storage", "make_current", False, 1),
}


def processes(*arguments: list[str], folder: Path) -> list[subprocess.Popen]:
    """One for each list of arguments, on this process's database and the index in `folder`."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SEARCH_INDEX_DIR": str(folder),
    }
    database = connection.settings_dict["NAME"]
    command = [sys.executable, "-m", "tests.search.process", database]
    return [subprocess.Popen([*command, *rest], env=environment) for rest in arguments]


def die_at(step: str) -> None:
    """Make one function of the index the last one that this process calls."""
    from articles.search import storage, writing

    module_name, name, before, at_call = STEPS[step]
    module: Any = {"storage": storage, "writing": writing}[module_name]
    original: Callable[..., Any] = getattr(module, name)
    calls = 0

    def deadly(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if before and calls == at_call:
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **kwargs)
        if not before and calls == at_call:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(module, name, deadly)


def update(step: str = "") -> None:
    from articles.search import index

    index.BATCH = 2
    if step:
        die_at(step)
    index.update()


def save_and_find(number: str) -> None:
    """Every statement saved is found by the next request, others writing beside it."""
    from articles.search.language import parse
    from articles.search.searching import Search, search
    from tests import factories

    # The number in letters: a word of its own for each process and round.
    for each in range(12):
        word = "".join(chr(ord("a") + int(digit)) for digit in f"{number}{each:02}{os.getpid()}")
        # Names of the factories are unique in one process only.
        article = factories.article(body=f"Peace, said {word}.", source=factories.source(name=word))
        factories.statement(article=article)
        deadline = time.monotonic() + 30
        while True:
            found = search(Search(query=parse(word)))
            if found.total == 1:
                break
            if not found.catching_up or time.monotonic() > deadline:
                sys.exit(f"{word}: {found.total} found, catching up: {found.catching_up}")


if __name__ == "__main__":
    django.setup()
    database, action, *rest = sys.argv[1:]
    connection.settings_dict["NAME"] = database
    {"update": update, "save-and-find": save_and_find}[action](*rest)
