"""How many public records each speaker, topic, source … has: the numbers of the directories.

From the index, so that a number beside a link and the total of the search behind it are one, topics
count what is under them, and a directory of thousands costs milliseconds.
"""

from __future__ import annotations

from collections import Counter

from . import index, matching
from .facets import count_all
from .values import Key


def by_facet(name: str, kind: str = "statements") -> Counter[Key]:
    """Key (id of a record, year, word) to number of public statements, or articles.

    Key 0 is "not stated". index.NotReady while there is no index.
    """
    searcher = index.ready(kind).searcher
    everything = matching.Matcher(()).query(None)
    return Counter(count_all(searcher, everything, name))


def total(kind: str = "statements") -> int:
    """How many public statements, or articles, there are."""
    return index.ready(kind).searcher.num_docs
