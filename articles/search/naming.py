"""Records by what one types of their names: whole names in a query, beginnings in a box.

Only what is public is looked at, and numbers come from the index: which values a result has says
the index, which of them are meant say the names in the database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import tantivy
from tantivy import Query

from articles.models import Polity, Speaker, SpeakerName

from . import matching, schema, text
from .facets import Facet, count_all
from .values import Key

MOST_NAMES = 5_000  # of values whose names are read, the most frequent ones


def names(facet: Facet, keys: Iterable[Key]) -> Iterator[tuple[Key, str]]:
    """(key, name) for every name that each of these values has. One query, for speakers two."""
    if facet.model is Speaker:
        ids = [int(key) for key in keys if key]
        yield from Speaker.objects.filter(pk__in=ids).values_list("pk", "name")
        yield from SpeakerName.objects.filter(speaker__in=ids).values_list("speaker", "name")
    elif facet.model is None:
        yield from ((value.key, value.label) for value in facet.describe(keys).values())
    else:
        for record in facet.records(keys):
            yield record.pk, str(record)
            if isinstance(record, Polity) and record.code:
                yield record.pk, record.code


def meant(facet: Facet, name: str, searcher: tantivy.Searcher) -> Counter[Key]:
    """Values of public records that a name means, with how many records each has.

    Those that have exactly this name; if there are none, those with all of its words in one name.
    """
    wanted = text.tokens(name)
    if facet.model is Speaker:
        words = [matching.in_order(schema.NAMES, [token]) for token in wanted]
        public = _speakers(searcher, words)
    else:
        public = count_all(searcher, Query.all_query(), facet.name)
    found = [(key, text.tokens(known)) for key, known in names(facet, public)]
    exact = {key for key, tokens in found if tokens == wanted}
    partly = {key for key, tokens in found if set(wanted) <= set(tokens)}
    return Counter({key: public[key] for key in exact or partly})


def begun(
    facet: Facet, typed: str, searcher: tantivy.Searcher, query: Query
) -> tuple[Counter[Key], bool]:
    """Values in a result with words in one of their names that begin as those typed.

    With how many records of the result each has, and whether that is all: where more than
    MOST_NAMES may be meant, names of the most frequent are read.
    """
    wanted = text.tokens(typed)
    if facet.model is Speaker and wanted:
        words = [matching.begins(schema.NAMES, token) for token in wanted]
        counts = _speakers(searcher, [query, *words])
    else:
        counts = count_all(searcher, query, facet.name)
    looked_at = dict(Counter(counts).most_common(MOST_NAMES))
    keys = {key for key, name in names(facet, looked_at) if _begin(text.tokens(name), wanted)}
    return Counter({key: counts[key] for key in keys}), len(looked_at) == len(counts)


def _speakers(searcher: tantivy.Searcher, words: Sequence[Query]) -> Mapping[Key, int]:
    """Speakers whose records have all of this among names and attributions: candidates.

    Every record has all names of its speaker, so that a speaker who is meant is counted in full.
    """
    met = count_all(searcher, matching.all_of(words), "speaker") if words else {}
    return {key: number for key, number in met.items() if key}


def _begin(tokens: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(token.startswith(one) for token in tokens) for one in wanted)
