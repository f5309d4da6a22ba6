"""Marks: escaped first, at the words that matched."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from articles.search.highlight import LENGTH, excerpt
from articles.search.language import parse

ATTACK = "<img src=x onerror=alert(1)>"


def marks(words: str, query: str, stemmer: str | None = "english") -> list[str]:
    return re.findall("<mark>(.*?)</mark>", excerpt(words, parse(query).node, stemmer))


def test_html_in_the_text_is_escaped_and_marks_still_stand():
    shown = excerpt(f"Peace {ATTACK} now", parse("peace img").node, "english")
    assert "<img" not in shown
    assert shown == "<mark>Peace</mark> &lt;<mark>img</mark> src=x onerror=alert(1)&gt; now"


def test_other_forms_of_a_word_are_marked_in_the_language_of_the_text():
    assert marks("He negotiates; they negotiated.", "negotiating") == ["negotiates", "negotiated"]
    assert marks("Он говорил о переговорах.", "переговоры", "russian") == ["переговорах"]


def test_a_phrase_is_marked_only_where_it_stands_as_written():
    found = marks("mutual respect, and respect that is mutual; Mutual  respect", '"mutual respect"')
    assert found == ["mutual respect", "Mutual  respect"]


def test_words_near_each_other_are_marked_only_where_they_are_near():
    text = "arms of every kind, and control of arms; control"
    assert marks(text, '"arms control"~1') == ["control", "arms", "control"]
    assert marks("arms and more arms", '"arms control"~3') == []


def test_a_prefix_marks_what_begins_so_and_accents_do_not_matter():
    assert marks("Sanctions, sanctioned, unsanctioned", "sanction*") == ["Sanctions", "sanctioned"]
    assert marks("Luiz Inácio", "inacio", None) == ["Inácio"]


def test_refused_words_are_not_marked():
    assert marks("war and peace", "peace -war") == ["peace"]


def test_unspaced_scripts_are_marked_by_characters():
    assert marks("我们希望和平发展", "和平", None) == ["和平"]


def test_a_long_text_is_cut_around_the_match():
    shown = excerpt("word " * 500 + "Mueller " + "word " * 500, parse("mueller").node, "english")
    assert "<mark>Mueller</mark>" in shown
    assert shown.startswith("…") and shown.endswith("…")
    assert len(shown) < LENGTH + 60


@given(st.text(max_size=300), st.text(max_size=20))
def test_a_short_text_is_shown_whole_whatever_it_holds(words, query):
    shown = excerpt(words, parse(query).node, "english")
    plain = re.sub("</?mark>", "", shown)
    assert html.unescape(plain) == words
    assert "<" not in plain
