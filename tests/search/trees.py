"""Queries of the language as hypothesis makes them, within its limits."""

from hypothesis import strategies as st

from articles.search.language import (
    Either,
    Every,
    Field,
    Near,
    Node,
    Phrase,
    Prefix,
    Without,
    Word,
)

WORDS = st.sampled_from(
    ["peace", "trade", "мир", "和平", "naïve", "US-Russian", "x", "2019", "O’Brien"]
)
LEAVES = st.one_of(
    WORDS.map(Word),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda words: Phrase(" ".join(words))),
    st.builds(Near, st.sampled_from(["peace trade", "peace trade мир"]), st.integers(0, 5)),
    st.sampled_from(["pea", "мир", "tra"]).map(Prefix),
    st.sampled_from(
        [
            Field("speaker", "berg"),
            Field("speaker", "none"),
            Field("topic", "trade"),
            Field("office", "foreign minister"),
            Field("from", "2018"),
            Field("on", "2019-05"),
            Field("lang", "fr"),
        ]
    ),
)


def _joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(Every),
        several.map(Either),
        parts.filter(lambda part: not isinstance(part, Without)).map(Without),
    )


def trees() -> st.SearchStrategy[Node]:
    return st.recursive(LEAVES, _joined, max_leaves=8)
