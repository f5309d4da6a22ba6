"""Statements follow their words when the body changes; what cannot be told goes to an editor."""

import random

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from articles.anchoring import (
    DISORDER,
    ELSEWHERE,
    GONE,
    UNSURE,
    Ambiguous,
    Change,
    NotFound,
    locate,
    reanchor,
)
from articles.models import Article, Statement
from tests import factories as make

# --- locating words ------------------------------------------------------------------------------


def test_words_are_located_by_code_points():
    body = "Он 🙂 сказал: да."
    assert locate(body, ["сказал"]) == [[5, 11]]


def test_white_space_between_the_words_may_differ():
    assert locate("We are\n  ready.", [" We are ready. "]) == [[0, 15]]


def test_passages_are_located_in_their_order():
    body = "“We wait.” “Peace,” he said. “We wait.”"
    assert locate(body, ["Peace", "We wait."]) == [[12, 17], [30, 38]]


@pytest.mark.parametrize("passages", [["war"], ["eac"], ["We", "Peace"], [], [""], ["Peace", ""]])
def test_words_that_are_not_there_are_not_found(passages):
    with pytest.raises(NotFound):
        locate("Peace, as we know.", passages)


def test_words_that_stand_twice_are_ambiguous_unless_a_place_is_near():
    body = "Yes. No. Yes. Maybe."
    with pytest.raises(Ambiguous, match="2 times"):
        locate(body, ["Yes."])
    assert locate(body, ["Yes."], near=8) == [[9, 13]]
    assert locate(body, ["Yes."], near=0) == [[0, 4]]


# --- following a change --------------------------------------------------------------------------


def follow(old: str, new: str, *passages: str) -> list[str]:
    """Follow the first place of each passage; the text before each place found."""
    segments = [[old.index(passage), old.index(passage) + len(passage)] for passage in passages]
    return [new[:start] for start, _ in Change(old, new).follow(segments)]


def test_changes_elsewhere_are_followed():
    old = "The minister spoke. “Peace is possible now,” he said."
    new = "SOCHI. The Minister spoke.\n\n“Peace is  possible now,” he added."
    assert follow(old, new, "Peace is possible now") == ["SOCHI. The Minister spoke.\n\n“"]


def test_a_misprint_in_the_words_is_not_overlooked():
    with pytest.raises(NotFound, match=GONE):
        follow("He said: peace is posible.", "He said: peace is possible.", "peace is posible")


REPLIES = "Mr. Black was asked of trade. Yes. Mr. White was asked of arms control. Yes. All rose."


def test_the_same_words_are_told_by_what_stands_around_them():
    second = REPLIES.rindex("Yes.")
    new = REPLIES.replace("Mr. Black was asked of trade.", "Mr. Black, the envoy, was asked.")
    ((start, _),) = Change(REPLIES, new).follow([[second, second + 4]])
    assert start == new.rindex("Yes.")


def test_words_do_not_take_the_place_of_the_same_words_of_another():
    new = REPLIES.replace("Mr. Black was asked of trade. Yes. ", "")
    with pytest.raises(NotFound):
        follow(REPLIES, new, "Yes.")
    second = REPLIES.rindex("Yes.")
    ((start, _),) = Change(REPLIES, new).follow([[second, second + 4]])
    assert start == new.index("Yes.")


def test_a_few_words_in_other_surroundings_are_not_the_same_words():
    with pytest.raises(NotFound, match=ELSEWHERE):
        follow("Asked of war he said: No.", "A wholly new report. Does it rain? No.", "No.")


def test_where_everything_around_is_alike_the_order_tells():
    old = "Peace and work for all. " * 4
    second = old.index("Peace", 1)
    ((start, _),) = Change(old, old.strip()).follow([[second, second + 5]])
    assert start == second


def test_where_nothing_tells_nothing_is_guessed():
    refrain = "Peace and work for all."
    old = " ".join([refrain] * 60)
    new = " ".join(["He began.", *[refrain] * 61, "He ended."])
    middle = 30 * (len(refrain) + 1)
    with pytest.raises(Ambiguous, match=UNSURE):
        Change(old, new).follow([[middle, middle + 5]])


def test_passages_that_changed_places_are_not_put_together():
    old = "“We are ready for talks,” he said. “We have always been waiting.”"
    new = "“We have always been waiting.” He said: “We are ready for talks.”"
    with pytest.raises(NotFound, match=DISORDER):
        follow(old, new, "We are ready for talks", "We have always been waiting.")


def test_part_of_a_word_is_followed_as_such():
    old, new = "an unmistakeable sign of strength", "Well, an unmistakeable sign of strength"
    assert follow(old, new, "mistakeable sign of strength") == ["Well, an un"]


WORDS = ["peace", "talks", "war", "aid", "arms", "and", "of", "the"]
words = st.lists(st.sampled_from(WORDS), max_size=40)


@given(words, words, words, st.randoms(use_true_random=False))
def test_words_said_once_are_followed_through_any_change_around_them(before, after, other, chance):
    passage = "the parties have agreed to nothing at all"
    old = " ".join([*before, passage, *after])
    changed = [*before, passage, *after]
    for word in other:
        changed.insert(chance.randrange(len(changed) + 1), word)
    new = "\n".join(changed)
    start = old.index(passage)
    ((found, end),) = Change(old, new).follow([[start, start + len(passage)]])
    assert new[found:end] == passage


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30), st.data())
def test_whatever_changes_the_words_stay_the_same_or_are_not_found(old, new, data):
    spans = [(i, j) for i in range(len(old)) for j in range(i + 1, len(old) + 1)]
    spans = [(i, j) for i, j in spans if old[i:j].strip()]
    if not spans:
        return
    start, end = data.draw(st.sampled_from(spans))
    try:
        ((found, reached),) = Change(old, new).follow([[start, end]])
    except NotFound:
        return
    assert new[found:reached].split() == old[start:end].split()


# --- articles ------------------------------------------------------------------------------------

BODY = "The minister spoke in Sochi.\n\n“We are ready for talks,” he said. “The talks can begin.”"


@pytest.fixture
def article(db) -> Article:
    return make.article(body=BODY)


def check_deferred() -> None:
    """What the database checks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_statements_move_with_their_words(article):
    said = make.statement(["We are ready for talks", "The talks can begin."], article=article)
    result = reanchor(article, f"SOCHI, May 14.\n\n{BODY}")
    check_deferred()
    said.refresh_from_db()
    article.refresh_from_db()
    assert article.body.startswith("SOCHI")
    assert said.text == "We are ready for talks The talks can begin."
    assert said.segments == [[47, 69], [82, 102]]
    assert said.status == "confirmed"
    assert (result.kept, result.moved, result.lost) == ([], [said], [])


def test_statements_before_the_change_are_kept(article):
    said = make.statement("The minister spoke", article=article)
    result = reanchor(article, f"{BODY} All rose.")
    assert (result.kept, result.moved, result.lost) == ([said], [], [])


def test_a_statement_whose_words_are_gone_is_proposed_again_with_the_reason(article):
    said = make.statement("We are ready for talks", article=article)
    result = reanchor(article, BODY.replace("ready for", "open to"))
    check_deferred()
    said.refresh_from_db()
    assert result.lost == [said]
    assert (said.status, said.status_reason, said.segments) == ("proposed", GONE, [])
    assert said.text == "We are ready for talks"


def test_a_rejected_statement_stays_rejected_without_its_words(article):
    said = make.statement("We are ready for talks", article=article, status="rejected")
    reanchor(article, "Another report.")
    said.refresh_from_db()
    assert (said.status, said.segments) == ("rejected", [])


def test_a_statement_that_lost_its_words_finds_them_again_and_waits(article):
    said = make.statement("We are ready for talks", article=article)
    reanchor(article, "Another report.")
    result = reanchor(article, f"Again. {BODY}")
    said.refresh_from_db()
    assert result.moved == [said]
    assert (said.status, said.status_reason) == ("proposed", GONE)
    assert article.body[slice(*said.segments[0])] == said.text


def test_white_space_in_the_words_is_followed(article):
    said = make.statement("We are ready for talks", article=article)
    reanchor(article, BODY.replace("ready for", "ready\nfor"))
    said.refresh_from_db()
    assert said.text == "We are ready\nfor talks"
    assert said.status == "confirmed"


def test_the_old_body_is_read_from_the_database(article):
    said = make.statement("The talks can begin.", article=article)
    article.body = f"Sochi. {BODY}"
    article.title = "Unsaved"
    reanchor(article, article.body)
    check_deferred()
    said.refresh_from_db()
    assert said.status == "confirmed"
    assert Article.objects.get().title != "Unsaved"


def test_only_the_statements_given_are_looked_after(article):
    first = make.statement("We are ready for talks", article=article)
    second = make.statement("The talks can begin.", article=article)
    with pytest.raises(IntegrityError), transaction.atomic():
        reanchor(article, f"Sochi. {BODY}", [first])
        check_deferred()
    second.refresh_from_db()
    assert second.text == "The talks can begin."


def test_hundreds_of_statements_are_moved_in_a_long_article(db):
    paragraphs = [" ".join(random.Random(number).choices(WORDS, k=40)) for number in range(300)]
    article = make.article(body="\n\n".join(paragraphs))
    for paragraph in paragraphs:
        make.statement(paragraph, article=article)
    result = reanchor(article, "\n\n".join(["A headline.", *paragraphs[:150], *paragraphs[151:]]))
    check_deferred()
    assert (len(result.moved), len(result.lost)) == (299, 1)
    assert Statement.objects.filter(status="proposed").get().text == paragraphs[150]
