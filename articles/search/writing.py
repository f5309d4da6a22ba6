"""Tantivy's writers, one for each kind of record, and what they take.

Each has a thread of its own, and its memory is written out beside that of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import tantivy

from . import schema, storage
from .documents import Documents

UPDATE_HEAP = 32_000_000  # bytes, for each kind of record
# When much is to do. The fewer times what was added is written out, the less is to be merged
# after; a process that serves beside has less to spare.
REBUILD_HEAP = 400_000_000
SERVING_HEAP = 100_000_000

Writers = dict[str, tantivy.IndexWriter]  # kind of record to its writer


def fresh_writers(indexes: Mapping[str, tantivy.Index], heap: int) -> Writers:
    """Writers of indexes that nobody else has open."""
    return {kind: index.writer(heap, num_threads=1) for kind, index in indexes.items()}


@contextmanager
def writers(
    indexes: Mapping[str, tantivy.Index], lock: storage.WriterLock, *, patient: bool
) -> Iterator[Writers]:
    """Writers of what is being read. Their merges end before anybody else may write.

    A writer that is let go while it merges would still replace segments, under the feet of the
    next one. A request does not wait for that, but the lock does.
    """
    opened = fresh_writers(indexes, SERVING_HEAP if patient else UPDATE_HEAP)
    try:
        yield opened
    finally:
        for writer in opened.values():
            if patient:
                writer.wait_merging_threads()
            else:
                lock.keep_until(writer.wait_merging_threads)


def drop(writers: Writers, article: int) -> None:
    """Take out all documents of an article."""
    for writer in writers.values():
        writer.delete_documents_by_term("article", article)


def add(writers: Writers, found: Documents) -> None:
    for kind, writer in writers.items():
        for document in getattr(found, kind):
            writer.add_document(tantivy.Document.from_dict(document, schema.schema()))


def commit(writers: Writers) -> None:
    _beside_each_other(writers, tantivy.IndexWriter.commit)


def finish(writers: Writers) -> None:
    """Commit, and let the merges come to their end. The writers are of no use after."""
    _beside_each_other(writers, _finish)


def _finish(writer: tantivy.IndexWriter) -> None:
    writer.commit()
    writer.wait_merging_threads()


def _beside_each_other(writers: Writers, do: Callable[[tantivy.IndexWriter], object]) -> None:
    with ThreadPoolExecutor(len(writers)) as threads:
        list(threads.map(do, writers.values()))
