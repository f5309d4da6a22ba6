"""How many public records each speaker, topic, source … has: the numbers of the directories.

From the index, so that a number beside a link and the total of the search behind it are one, topics
count what is under them, and a directory of thousands costs milliseconds.
"""

from __future__ import annotations

import datetime
from collections import Counter

from . import documents, facets, index, matching, schema
from .values import Key


def by_facet(name: str, kind: str = "statements") -> Counter[Key]:
    """Key (id of a record, year, word) to number of public statements, or articles.

    Key 0 is "not stated". index.NotReady while there is no index.
    """
    searcher = index.ready(kind).searcher
    everything = matching.Matcher(()).query(None)
    return Counter(facets.count_all(searcher, everything, name))


def changed(name: str, low: int, high: int) -> dict[int, datetime.datetime]:
    """When a public statement or article that names a record last came or was corrected.

    By the ids of the records, from `low` to `high`. index.NotReady while there is no index.
    """
    found: dict[int, datetime.datetime] = {}
    for kind in schema.KINDS:
        searcher = index.ready(kind).searcher
        for key, latest in facets.latest(searcher, name, "changed", max(low, 1), high).items():
            moment = documents.moment(latest)
            found[key] = max(moment, found.get(key, moment))
    return found


def total(kind: str = "statements") -> int:
    """How many public statements, or articles, there are."""
    return index.ready(kind).searcher.num_docs
