"""The site as it is served: gunicorn on this machine, asked by clients on it."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from .queries import Query

WORKERS, THREADS = 2, 4
PATIENCE = 60  # seconds


@contextmanager
def served() -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The port of a gunicorn on the database and the index of this process, and the process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "archive.wsgi", f"--bind=127.0.0.1:{port}"]
    command += [f"--workers={WORKERS}", f"--threads={THREADS}", "--log-level=warning"]
    process = subprocess.Popen([*command, "--no-control-socket"], env=os.environ)
    try:
        _wait_for(port)
        yield port, process
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if _get(http.client.HTTPConnection("127.0.0.1", port), "/healthz/ready") == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("gunicorn did not become ready.")


def _get(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path, headers={"Host": "localhost"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def throughput(port: int, log: Sequence[Query], clients: int) -> float:
    """Pages a second; the clients share the log."""
    paths = iter([f"/statements/?{urlencode(query.parameters)}" for query in log])
    lock, failed = threading.Lock(), []

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while True:
            with lock:
                path = next(paths, None)
            if path is None:
                return
            if (status := _get(connection, path)) != 200:
                failed.append((path, status))

    began = time.perf_counter()
    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise SystemExit(f"{len(failed)} requests failed, the first: {failed[0]}")
    return len(log) / (time.perf_counter() - began)


def memory(process: subprocess.Popen[bytes]) -> list[float]:
    """Of each worker, in MB: what is its own, and its part of what it shares (Linux only).

    Files of the index that are mapped into it belong to the system's cache and are not counted.
    """
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [_anonymous(child) / 1e6 for child in children]


def _anonymous(process: str) -> int:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    found = re.search(r"^Pss_Anon:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
