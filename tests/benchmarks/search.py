"""Search over a million statements, beside PostgreSQL, SQLite and bare Tantivy, in one run.

    .venv/bin/python tests/benchmarks/search.py [FILE...]
        [--statements N] [--rounds N] [--folder DIR]

FILEs are in the interchange format; without any, the statements are words without sense. What is
made is kept in the folder (var/benchmark) and found again. DATABASE_URL, if set, names a database
that may be filled; otherwise a PostgreSQL is started in the folder.

The log of queries is gone through once to warm all engines, then so many rounds, the engines by
turns at each query. Engine work is: total, best 20, six facets (ours: eight and a timeline) and 20
excerpts with marks, of words that ours takes from PostgreSQL; then the same again with whole
records, as pages show them. API and page are whole requests within this process; throughput is
asked of gunicorn by clients on this machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from archive.postgres import Server
from tests.benchmarks.searching.queries import Query, log

CHECKOUT = Path(__file__).resolve().parents[2]
Times = dict[str, dict[str, list[float]]]  # engine -> group of queries -> milliseconds
OURS = "ours"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=CHECKOUT / "var" / "benchmark")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SEARCH_INDEX_DIR": str(options.folder / "index"),
        "API_RATE": "100000/second",
        "PYTHONPATH": str(CHECKOUT),
    }
    if os.environ.get("DATABASE_URL"):
        run(options)
    else:
        with Server(options.folder / "postgres") as url:
            os.environ["DATABASE_URL"] = url
            run(options)


def run(options: argparse.Namespace) -> None:
    import django

    django.setup()
    from archive import garbage
    from tests.benchmarks.searching import database, pages, peers

    for rate in database.fill(options.statements, options.files, options.folder):
        print(rate, flush=True)
    print(database.describe())
    print(database.build(), flush=True)
    garbage.rarely()
    engines = {OURS: with_words_alone(engine()), "ours with whole records": engine()}
    for peer in (
        peers.BareTantivy(options.folder),
        peers.Postgres(),
        peers.Sqlite(options.folder),
    ):
        engines[peer.name] = peer.answer
    report_times(measure({**engines, "API request": api(), "page": page()}, options.rounds))
    print(database.catch_up(), flush=True)
    report_serving()
    report_index()
    pages.report()


# --- ours ----------------------------------------------------------------------------------------


def engine() -> Callable[[Query], int]:
    from django.http import QueryDict

    from articles.filters import StatementFilter
    from articles.search.searching import search

    def answer(query: Query) -> int:
        data = QueryDict(mutable=True)
        data.update(query.parameters)
        filters = StatementFilter(data)
        if filters.problems:
            raise SystemExit(f"{query}: {filters.problems}")
        return search(filters.search).total

    return answer


def with_words_alone(answer: Callable[[Query], int]) -> Callable[[Query], int]:
    """Of records only what the peers give: the excerpt, in the order of the ranking."""
    from articles.models import Statement
    from articles.search import highlight, records, text

    def excerpts(_: type, ids: list[int], node: object) -> list:
        rows = Statement.objects.public().filter(pk__in=ids).values_list("pk", "text", "language")
        found = {pk: (words, text.stemmer_of(language)) for pk, words, language in rows}
        return [highlight.excerpt(found[pk][0], node, found[pk][1]) for pk in ids]

    def answer_with_words_alone(query: Query) -> int:
        with mock.patch.object(records, "found", excerpts):
            return answer(query)

    return answer_with_words_alone


def api() -> Callable[[Query], int]:
    from django.test import Client

    client = Client()

    def answer(query: Query) -> int:
        return client.get("/api/v1/statements/", query.parameters).json()["count"]

    return answer


def page() -> Callable[[Query], int]:
    from django.test import Client

    client = Client()

    def answer(query: Query) -> int:
        found = client.get("/statements/", query.parameters)
        if found.status_code != 200:
            raise SystemExit(f"{query}: {found.status_code}")
        return len(found.content)

    return answer


# --- measuring -----------------------------------------------------------------------------------


def measure(engines: dict[str, Callable[[Query], int]], rounds: int) -> Times:
    times: Times = defaultdict(lambda: defaultdict(list))
    names = list(engines)
    for number in range(rounds + 1):
        for place, query in enumerate(log()):
            turn = (number + place) % len(names)
            for name in names[turn:] + names[:turn]:
                began = time.perf_counter()
                engines[name](query)
                if number:  # the first round warms
                    spent = (time.perf_counter() - began) * 1000
                    times[name][query.group].append(spent)
        print(f"round {number} of {rounds} done", file=sys.stderr, flush=True)
    return times


def report_times(times: Times) -> None:
    print(f"\n{len(log())} queries; milliseconds; × is the ratio to ours at the median")
    print(f"{'':<30}{'p50':>9}{'p95':>9}{'p99':>9}{'mean':>9}{'×':>8}")
    ours = statistics.median(every(times[OURS]))
    for name, groups in times.items():
        print(f"{name:<30}{figures(every(groups))}{statistics.median(every(groups)) / ours:>8.2f}")
    print("\nby kind of query, the median, and × the ratio to ours")
    for group in times[OURS]:
        print(f"  {group}")
        mine = statistics.median(times[OURS][group])
        for name, groups in times.items():
            median = statistics.median(groups[group])
            print(f"    {name:<28}{median:>9.1f}{median / mine:>8.2f}")


def every(groups: dict[str, list[float]]) -> list[float]:
    return [one for some in groups.values() for one in some]


def figures(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=100)
    return "".join(f"{one:>9.1f}" for one in (cuts[49], cuts[94], cuts[98], statistics.mean(times)))


def report_serving() -> None:
    from tests.benchmarks.searching.serving import THREADS, WORKERS, memory, served, throughput

    print(f"\ngunicorn with {WORKERS} workers of {THREADS} threads, clients on the same machine")
    with served() as (port, process):
        throughput(port, log(), 2)  # warms
        for clients in (1, 2, 4):
            print(f"  {clients} clients: {throughput(port, log(), clients):.1f} pages a second")
        print(f"  memory of each worker, MB: {', '.join(f'{one:.0f}' for one in memory(process))}")


def report_index() -> None:
    from articles.search import index

    status = index.status()
    print(
        f"\nindex: {status.bytes / 1e6:,.0f} MB for {status.statements:,} statements and "
        f"{status.articles:,} articles, {status.segments} segments"
    )


if __name__ == "__main__":
    main()
