"""What is typed, the tree it becomes, and what is said about repairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.language import (
    Either,
    Every,
    Field,
    Near,
    Phrase,
    Prefix,
    Without,
    Word,
    parse,
    typed_form,
)
from articles.search.repairing import DEEPEST, LONGEST, MOST_TERMS
from articles.search.restating import in_words

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", None),
        ("a", A),
        ("a b", Every((A, B))),
        ("a AND b", Every((A, B))),
        ("a OR b", Either((A, B))),
        ("a b OR c", Either((Every((A, B)), C))),
        ("(a OR b) c", Every((Either((A, B)), C))),
        ("a -b", Every((A, Without(B)))),
        ("a NOT b", Every((A, Without(B)))),
        ("-(a b)", Without(Every((A, B)))),
        ('"a b"', Phrase("a b")),
        ("“a b”", Phrase("a b")),
        ('-"a b" c', Every((Without(Phrase("a b")), C))),
        ("sanction*", Prefix("sanction")),
        ("Russia - US", Every((Word("Russia"), Word("US")))),
        ("US-Russian", Word("US-Russian")),
        ("a or b", Every((A, Word("or"), B))),
        ('"arms control"~3', Near("arms control", 3)),
        ("speaker:lavrov a", Every((Field("speaker", "lavrov"), A))),
        ('Speaker:"Sergey Lavrov"', Field("speaker", "Sergey Lavrov")),
        ("-topic:iran", Without(Field("topic", "iran"))),
        ("language:ru", Field("lang", "ru")),
        ("at 12:30", Every((Word("at"), Word("12:30")))),
        ("https://example.org/a", Word("https://example.org/a")),
    ],
)
def test_what_is_typed_becomes_a_tree(typed, tree):
    parsed = parse(typed)
    assert parsed.node == tree
    assert parsed.notices == ()


@pytest.mark.parametrize(
    ("typed", "corrected", "said"),
    [
        ('"a b', '"a b"', "quotation mark"),
        ("(a", "(a)", "not closed"),
        ("a)", "a", "no opening"),
        ("((", "", "no word"),
        ("*", "", "beginning of a word"),
        ("a*b", "a b", "only at the end"),
        ("s*", "s", "only at the end"),
        ("-", "", "no word"),
        ("AND", "", "joined nothing"),
        ("a OR", "a", "joined nothing"),
        ("a NOT", "a", "nothing after"),
        ('"a b c d"~2', '"a b c d"', "two or three words"),
        ('"a b"~999', '"a b"~20', "up to 20"),
        ("speaker: a", "a", "needs a value"),
        ("colour:red", "colour red", "no field"),
        ("\x00", "", ""),
        ("a\x00b", "a b", ""),
    ],
)
def test_what_is_malformed_is_repaired_and_said_so(typed, corrected, said):
    parsed = parse(typed)
    assert parsed.corrected == corrected
    assert said in " ".join(parsed.notices)


def test_length_terms_and_depth_are_bounded_with_a_message():
    assert "1,000 characters" in " ".join(parse("long " * LONGEST).notices)
    assert f"first {MOST_TERMS} words" in " ".join(parse("a " * (MOST_TERMS + 5)).notices)
    assert f"more than {DEEPEST} deep" in " ".join(parse("(" * 50 + "a").notices)
    assert parse("a" * 10_000).node == Word("a" * LONGEST)


FRAGMENTS = st.sampled_from(
    [
        '"',
        "(",
        ")",
        "-",
        "*",
        "~2",
        " ",
        "a",
        "bc",
        "OR ",
        "NOT ",
        "AND ",
        "speaker:",
        'topic:"',
        ":",
    ]
)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(FRAGMENTS).map("".join)
    | st.text(alphabet=st.sampled_from('ab "()-*:~3NOTANDOR\x00\n“«ß日本') | st.characters())
)
def test_nothing_that_can_be_typed_fails(typed):
    parsed = parse(typed)
    again = parse(parsed.corrected)
    assert again.node == parsed.node
    assert again.notices == ()
    if parsed.node:
        assert parse(typed_form(parsed.node)).node == parsed.node


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("sanctions OR embargo", "“sanctions” or “embargo”"),
        ("(a OR b) -c", "(“a” or “b”) and without “c”"),
        ('"mutual respect"', "exactly “mutual respect”"),
        ('"arms control"~3', "“arms control” with at most 3 other words between"),
        ("sanction*", "words that begin with “sanction”"),
    ],
)
def test_a_query_is_restated_in_words(typed, words):
    assert in_words(parse(typed).node) == words
