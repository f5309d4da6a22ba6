"""A load in a process of its own, to kill or to let compete:

python -m tests.commands.process DATABASE FILE [BATCH]   kills itself before the commit of a batch
"""

from __future__ import annotations

import os
import signal
import sys

import django
from django.core.management import call_command
from django.db import connection


def die_before_commit(of_batch: int) -> None:
    from articles.ingestion import loading

    original, calls = loading._check_constraints, 0

    def deadly() -> None:
        nonlocal calls
        calls += 1
        original()
        if calls == of_batch:
            os.kill(os.getpid(), signal.SIGKILL)

    loading._check_constraints = deadly


if __name__ == "__main__":
    django.setup()
    from articles.ingestion import loading

    database, file, *batch = sys.argv[1:]
    connection.settings_dict["NAME"] = database
    loading.BATCH_ARTICLES = 2
    if batch:
        die_before_commit(int(batch[0]))
    call_command("ingest", file, "--publish")
