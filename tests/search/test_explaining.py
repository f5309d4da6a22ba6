"""Nothing found is explained."""

import pytest

from articles.search import explaining
from articles.search.explaining import explain
from tests import factories


@pytest.fixture
def why(ask):
    def why(words, address=""):
        results = ask(address, words=words)
        assert results.total == 0
        return explain(results.search)

    return why


def test_the_word_that_removed_everything_is_named_with_its_nearest_spellings(why):
    factories.statement("Sanctions were lifted.")
    found = why("sanktions lifted")
    assert found.reasons == ("“sanktions” stands in no statement of the archive.",)
    assert [(one.query, one.total) for one in found.suggestions] == [
        ("sanctions lifted", 1),
        ("lifted", 1),
    ]


def test_a_word_that_only_an_article_has_is_absent_from_the_statements_alone(why):
    factories.article(title="A summit in Osaka", body="They met in Osaka.")
    assert why("osaka").reasons == ("“osaka” stands in no statement of the archive.",)


def test_two_misspelt_words_are_put_right_together(why):
    factories.statement("Sanctions were lifted.")
    found = why("sanktions liftet")
    assert [(one.query, one.total) for one in found.suggestions] == [("sanctions lifted", 1)]


def test_of_many_unknown_words_only_some_are_looked_for(why, monkeypatch):
    factories.statement("Sanctions were lifted.")
    looked_into = []
    monkeypatch.setattr(explaining, "nearest", lambda kind, word: looked_into.append(word) or [])
    found = why(" ".join(f"zz{a}{b}" for a in "abcdefg" for b in "hijklm"))
    assert len(found.reasons) == explaining.MOST_TRIED
    assert not looked_into


def test_words_that_stand_in_no_record_together_are_left_out_by_turns(why):
    factories.statement("War and talks.")
    factories.statement("Peace and talks.")
    found = why("war peace talks")
    assert [one.query for one in found.suggestions] == ["peace talks", "war talks"]


def test_filters_that_removed_everything_are_told(why):
    factories.statement("Peace.", topics=[factories.topic(name="Iran")])
    factories.topic(name="Trade")
    found = why("peace", "topic=trade")
    assert [(one.total, one.without) for one in found.suggestions] == [(1, ("topic",))]


def test_the_one_filter_that_removed_everything_is_named(why):
    factories.statement("Peace.", topics=[factories.topic(name="Iran")], said="2019")
    factories.topic(name="Trade")
    found = why("peace", "topic=trade&year=2019")
    assert [(one.text, one.total, one.without) for one in found.suggestions] == [
        ("Leave out the topic Trade", 1, ("topic",)),
        ("The same without the filters", 1, ("topic", "year")),
    ]
    assert why("", "topic=trade&from=2019").suggestions[0].without == ("topic",)
    assert why("peace", "topic!=iran&to=2019").suggestions[0].text == "Allow the topic Iran"
    assert why("peace", "topic=iran&from=2020").suggestions[0].text == "Leave out “from 2020”"


def test_a_spelling_that_only_the_filters_keep_from_being_found_is_offered_without_them(why):
    factories.statement("Sanctions were lifted.")
    factories.topic(name="Trade")
    (first, *_) = why("sanktions", "topic=trade").suggestions
    assert (first.text, first.query, first.without) == (
        "Search for “sanctions”, without the filters",
        "sanctions",
        ("topic",),
    )


def test_a_speakers_name_is_offered(why):
    factories.statement("Peace.", speaker=factories.speaker(name="Sergey Lavrov"))
    assert why("lavrof").suggestions[0].query == "lavrov"


def test_a_word_of_a_draft_or_a_proposal_is_never_offered(why):
    factories.statement("Zebra.", article=factories.article(body="Zebra.", status="draft"))
    factories.statement("Zebra.", status="proposed")
    assert why("zebro").suggestions == ()
