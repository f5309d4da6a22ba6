"""From text to tokens: one way for indexing, searching and marking."""

import unicodedata

import pytest

from articles.search import text


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("U.S.-Russia talks, don’t", ["u", "s", "russia", "talks", "don", "t"]),
        ("snake_case a²b", ["snake", "case", "a2b"]),
        ("Zürich Zu\u0308rich", ["zurich", "zurich"]),
        ("ещё ЕЩЁ", ["еще", "еще"]),
        ("العَرَبِيَّة", ["العربية"]),
        ("Ἑλλάς", ["ελλας"]),
        ("中华人民", ["中华", "华人", "人民"]),
    ],
)
def test_a_token_is_a_run_of_letters_or_digits_folded(written, tokens):
    assert text.tokens(written) == tokens


@pytest.mark.parametrize("words", ["क्या हिन्दी में", "বাংলা ভাষা", "தமிழ் மொழி"])
def test_marks_within_words_do_not_end_them(words):
    tokens = text.tokens(words)
    assert [text.shown(token) for token in tokens] == words.split()
    assert [text.form(words[start:end]) for start, end, _ in text.places(words)] == tokens


def test_words_that_differ_by_a_mark_stay_apart():
    assert text.tokens("क्या") != text.tokens("कया")


def test_nothing_that_is_folded_is_taken_for_latin_text_that_need_not_be():
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    passed_over = [one for one in every if not text._NOT_LATIN.search(one)]
    assert len(passed_over) > 500
    for one in passed_over:
        assert ord(one) not in text._FOLDING, hex(ord(one))
        assert ord(one) not in text._MARKS, hex(ord(one))
        assert not text.is_unspaced(one), hex(ord(one))
        assert unicodedata.is_normalized("NFC", one), hex(ord(one))


@pytest.mark.parametrize("word", ["today", "1975", "three-day", "country's"])
def test_a_word_without_other_forms_has_no_stem_in_the_index(word):
    assert text.stems(word, "english") == []


def test_only_words_with_other_forms_have_stems_in_the_index():
    written = "the three talks of 1975 and the treaty"
    assert text.tokens(written, "english", indexing=True) == ["talk", "treati"]
