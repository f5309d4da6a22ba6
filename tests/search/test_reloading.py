"""An open index shows what was last loaded, and nobody else loads."""

import time

import tantivy

from articles.search import schema

LONGER_THAN_THE_ENGINE_LOOKS = 1.2  # seconds; it looks for commits twice a second


def test_no_thread_of_the_engine_changes_what_a_searcher_sees(tmp_path):
    writing = schema.open_index(str(tmp_path), create=True)
    reading = schema.open_index(str(tmp_path))
    writer = writing.writer(15_000_000, num_threads=1)
    writer.add_document(tantivy.Document.from_dict({"pk": 1}, schema.schema()))
    writer.commit()
    time.sleep(LONGER_THAN_THE_ENGINE_LOOKS)
    assert reading.searcher().num_docs == 0
    reading.reload()
    assert reading.searcher().num_docs == 1
