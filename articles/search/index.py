"""The index and how it stays true to the database.

`ready` is what a request asks for: an index that holds every change committed before the
request, or word that it is catching up. `update` and `rebuild` do all the work there is. What an
index lacks is said by `feed`, what is on disk by `storage`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import tantivy
from django.db import connection

from . import documents, feed, schema, storage, text, writing
from .storage import State
from .values import Labels

log = logging.getLogger(__name__)

# What one request gives to others' changes, in seconds: work, and waiting for another writer.
REQUEST_BUDGET = 0.1
REQUEST_WAIT = 0.15
# How long a request waits for an index to be made where there is none.
REBUILD_WAIT = 2.0

READ = 500  # articles read from the database at a time
BATCH = 2_000  # articles between two commits of a long catch-up
REQUEST_BATCH = 20

Progress = Callable[[int], None]  # is told the number of articles done so far


class NotReady(Exception):
    """There is no index of this database yet; one is being made."""


@dataclass(frozen=True)
class Ready:
    """What a search needs. `stemmers`: those of the languages that stand in the index.

    `labels`: of values of facets, as the database has them now; who asks for others adds them.
    """

    searcher: tantivy.Searcher
    stemmers: tuple[str, ...]
    catching_up: bool
    labels: Labels


@dataclass(frozen=True)
class Opened:
    """A generation that this process has open."""

    generation: Path
    state: State
    indexes: dict[str, tantivy.Index]
    stemmers: tuple[str, ...]
    labels: Labels = field(default_factory=dict, compare=False)  # true to the state

    def ready(self, kind: str, *, catching_up: bool) -> Ready:
        labels = {} if catching_up else self.labels
        return Ready(self.indexes[kind].searcher(), self.stemmers, catching_up, labels)


_opened: Opened | None = None
_opening = threading.Lock()
_rebuilding: threading.Thread | None = None


# --- reading -------------------------------------------------------------------------------------


def ready(kind: str) -> Ready:
    """A searcher of "statements" or "articles", as true as a request can make it.

    Asks the database in one query whether anything is lacking, and works off what fits into a
    request. NotReady when there is nothing to search yet.
    """
    opened = _open()
    following = opened and _following(opened.state)
    if opened and following == opened.state and not opened.state.pending:
        return opened.ready(kind, catching_up=False)
    if opened and following:
        complete = update(budget=REQUEST_BUDGET, wait=REQUEST_WAIT, heap=writing.SERVING_HEAP)
        return (_open() or opened).ready(kind, catching_up=not complete)
    return _ready_after_rebuild(kind, opened)


def standing(kind: str) -> tantivy.Searcher:
    """What stands, true to the database or not yet: to work out how much work something is.

    Asks the database for nothing where there is an index. NotReady where there is none.
    """
    opened = _open()
    return opened.indexes[kind].searcher() if opened else ready(kind).searcher


def _ready_after_rebuild(kind: str, stale: Opened | None) -> Ready:
    """Make the index anew beside the request, which waits a little and takes what stands."""
    _rebuild_in_background().join(REBUILD_WAIT)
    opened = _open()
    following = opened and _following(opened.state)
    if opened and following:
        return opened.ready(kind, catching_up=bool(following.pending))
    if stale and stale.state.position.database == feed.position().database:
        return stale.ready(kind, catching_up=True)
    raise NotReady


def _open() -> Opened | None:
    """What is current, as far as it has been committed; None when it is missing or damaged."""
    global _opened
    generation = storage.current()
    # The state is read first: what it says is done was committed before it was written.
    state = generation and storage.read_state(generation)
    if not generation or not state:
        return None
    with _opening:
        try:
            if not _opened or _opened.generation != generation:
                indexes = _open_indexes(generation)
                _opened = Opened(generation, state, indexes, _stemmers(indexes))
            elif _opened.state != state:
                _opened = _reloaded(_opened, state)
        except (ValueError, OSError) as error:
            log.warning("The index in %s cannot be opened: %s", generation, error)
            return None
        return _opened


def _reloaded(opened: Opened, state: State) -> Opened:
    for index in opened.indexes.values():
        index.reload()
    return replace(opened, state=state, stemmers=_stemmers(opened.indexes), labels={})


def _open_indexes(generation: Path, *, create: bool = False) -> dict[str, tantivy.Index]:
    return {kind: schema.open_index(str(generation / kind), create=create) for kind in schema.KINDS}


def _stemmers(indexes: dict[str, tantivy.Index]) -> tuple[str, ...]:
    """Those of the languages met, so that a query need not ask for all."""
    found = set()
    for index in indexes.values():
        every = tantivy.Query.all_query()
        languages = index.searcher().aggregate(
            every, {"met": {"terms": {"field": "language", "size": 10_000}}}
        )
        found |= {text.stemmer_of(bucket["key"]) for bucket in languages["met"]["buckets"]}
    return tuple(sorted(stemmer for stemmer in found if stemmer))


def _following(state: State) -> State | None:
    """The state that the index must come to, one query; None when it must be made anew."""
    since = state.position.snapshot
    changes = feed.read(since)
    foreign = changes.now.database != state.position.database
    from_the_future = changes.now.snapshot.xmax < since.xmax
    pruned = any(horizon >= since.xmin for horizon in changes.rows.get("pruned", ()))
    if foreign or from_the_future or pruned or "everything" in changes.rows:
        return None
    if not changes.rows:
        return state
    touched = feed.articles_touched(changes.rows)
    return State(changes.now, tuple(sorted(touched.union(state.pending))))


# --- writing -------------------------------------------------------------------------------------


def update(
    *,
    budget: float | None = None,
    wait: float | None = None,
    progress: Progress | None = None,
    heap: int = writing.REBUILD_HEAP,
) -> bool:
    """Bring the index up to the database, making it anew where needed.

    With a `budget` (seconds) it stops after about that time, and `wait` bounds the waiting for
    another writer; `heap` is what each of two writers may take where it is made anew, in bytes.
    True when nothing is left to do. Call it outside a transaction: what is not committed cannot
    be in the index.
    """
    with storage.writer_lock(wait) as lock:
        if not lock:
            return False
        opened = _open()
        following = opened and _following(opened.state)
        if not opened or not following or (budget is None and _lacks_most(opened, following)):
            _rebuild(progress, heap)
            return True
        if following != opened.state:
            storage.write_state(opened.generation, following)
        if not following.pending:
            return True
        with writing.writers(opened.indexes, lock, patient=budget is None) as writers:
            left = _work_off(opened, writers, following, budget, progress)
        return not left.pending


def _lacks_most(opened: Opened, state: State) -> bool:
    """Whether there is more to do than is done: to make it anew is quicker then."""
    return len(state.pending) > max(BATCH, opened.indexes["articles"].searcher().num_docs)


def rebuild(progress: Progress | None = None) -> None:
    """Make the index anew beside the one that stands, and swap it in whole."""
    with storage.writer_lock():
        _rebuild(progress, writing.REBUILD_HEAP)


def _work_off(
    opened: Opened,
    writers: writing.Writers,
    state: State,
    budget: float | None,
    progress: Progress | None,
) -> State:
    """Read the pending articles again, batch by batch; each is committed, then struck off."""
    global _opened
    deadline = None if budget is None else time.monotonic() + budget
    size = BATCH if budget is None else REQUEST_BATCH
    builder = documents.Builder()
    done = 0
    while state.pending and (deadline is None or time.monotonic() < deadline):
        batch, rest = state.pending[:size], state.pending[size:]
        for start in range(0, len(batch), READ):
            for article, found in builder.build(batch[start : start + READ]):
                writing.drop(writers, article)
                writing.add(writers, found)
        writing.commit(writers)
        state = replace(state, pending=rest)
        storage.write_state(opened.generation, state)
        done += len(batch)
        if progress:
            progress(done)
    with _opening:
        _opened = _reloaded(opened, state)
    return state


def _rebuild(progress: Progress | None, heap: int) -> None:
    position = feed.position()
    generation = storage.new_generation()
    indexes = _open_indexes(generation, create=True)
    writers = writing.fresh_writers(indexes, heap)
    builder = documents.Builder()
    done, reached = 0, 0
    while ids := documents.public_ids(after=reached, limit=READ):
        for _, found in builder.build(ids):
            writing.add(writers, found)
        done, reached = done + len(ids), ids[-1]
        if progress:
            progress(done)
    writing.finish(writers)
    storage.write_state(generation, State(position))
    storage.make_current(generation)


def _rebuild_in_background() -> threading.Thread:
    """A thread that brings the index up to date; one at a time in a process."""
    global _rebuilding
    with _opening:
        if _rebuilding is None or not _rebuilding.is_alive():
            _rebuilding = threading.Thread(target=_update_then_disconnect, daemon=True)
            _rebuilding.start()
        return _rebuilding


def _update_then_disconnect() -> None:
    try:
        update(heap=writing.SERVING_HEAP)
    except Exception:
        log.exception("The search index could not be made")
    finally:
        connection.close()


# --- looking -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Status:
    """`lacking`: articles to read again; None: the index must be made anew."""

    generation: Path | None
    statements: int
    articles: int
    segments: int
    bytes: int
    lacking: int | None


def status() -> Status:
    opened = _open()
    if not opened:
        return Status(None, 0, 0, 0, 0, None)
    searchers = {kind: opened.indexes[kind].searcher() for kind in schema.KINDS}
    following = _following(opened.state)
    return Status(
        generation=opened.generation,
        statements=searchers["statements"].num_docs,
        articles=searchers["articles"].num_docs,
        segments=sum(one.num_segments for one in searchers.values()),
        bytes=sum(file.stat().st_size for file in opened.generation.rglob("*") if file.is_file()),
        lacking=len(following.pending) if following else None,
    )
