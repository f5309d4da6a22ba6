"""What was corrected while everybody could see it, and nothing else.

Each change is a transaction of its own, as in life: the database tells them apart by their moments.
"""

import pghistory
import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.formats import date_format

from articles import corrections, publishing
from articles.dates import PartialDate
from articles.models import Speaker, Statement
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def told(found) -> list[list[tuple[str, str, str]]]:
    return [
        [(one.name, one.before, one.after) for one in correction.differences]
        for correction in found
    ]


@pytest.fixture
def statement():
    return factories.statement(
        "peace is near",
        article=factories.article(title="Talks", body="He said peace is near."),
        speaker=factories.speaker(name="Anna Berg"),
        attribution="the minister",
    )


def change(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()


def test_what_was_never_changed_has_no_corrections(statement):
    assert corrections.of_statement(statement) == []
    assert corrections.of_article(statement.article) == []


def test_a_corrected_speaker_date_and_wording_are_told_with_what_was_before(statement):
    change(statement, speaker=factories.speaker(name="Carl Dahl"))
    change(statement, attribution="", said=PartialDate.parse("2019-05"))
    assert told(corrections.of_statement(statement)) == [
        [("Attribution as printed", "the minister", ""), ("Said on", "14 May 2019", "May 2019")],
        [("Speaker", "Anna Berg", "Carl Dahl")],
    ]
    first, second = corrections.of_statement(statement)
    assert first.at > second.at


def test_other_words_are_shown_around_what_changed(statement):
    change(statement, segments=[[8, 16]], text="peace is")
    ((words,),) = told(corrections.of_statement(statement))
    assert words == ("Words", "peace is near", "peace is")


def test_a_headline_and_a_text_that_was_corrected(statement):
    article = statement.article
    change(article, title="Talks held")
    change(article, body=f"{article.body} {'They parted. ' * 20}")
    text, headline = told(corrections.of_article(article))
    assert headline == [("Headline", "Talks", "Talks held")]
    assert text[0][0] == "Text" and text[0][2].endswith("They parted. ")


def test_what_happened_before_publication_is_not_told(statement):
    article = factories.article(status="draft", title="Rough", body="A draft of words.")
    draft = factories.statement("of words", article=article, attribution="a source")
    change(article, title="Better")
    change(draft, attribution="an envoy")
    publishing.publish(article)
    assert corrections.of_article(article) == []
    assert corrections.of_statement(draft) == []
    change(article, title="Best")
    assert told(corrections.of_article(article)) == [[("Headline", "Better", "Best")]]


def test_what_happened_before_confirmation_is_not_told(statement):
    proposed = factories.statement(
        "He said", article=statement.article, status="proposed", attribution="he"
    )
    change(proposed, attribution="she")
    publishing.confirm(proposed)
    assert corrections.of_statement(proposed) == []


def test_of_what_was_changed_while_it_was_taken_back_only_the_outcome_is_told(statement):
    publishing.propose(statement, "a note between editors")
    change(statement, attribution="a secret draft")
    change(statement, attribution="the envoy")
    publishing.confirm(statement)
    assert told(corrections.of_statement(statement)) == [
        [("Attribution as printed", "the minister", "the envoy")]
    ]


def test_an_article_that_returned_to_draft_tells_what_became_public_again(statement):
    article = statement.article
    publishing.return_to_draft(article)
    change(article, title="Nobody's business")
    change(statement, attribution="somebody")
    change(article, title="Talks renewed")
    publishing.publish(article)
    assert told(corrections.of_article(article)) == [[("Headline", "Talks", "Talks renewed")]]
    statement.refresh_from_db()
    assert told(corrections.of_statement(statement)) == [
        [("Attribution as printed", "the minister", "somebody")]
    ]


def test_a_speaker_that_is_no_more_is_not_named(statement):
    gone = statement.speaker
    change(statement, speaker=factories.speaker(name="Carl Dahl"))
    Speaker.objects.filter(pk=gone.pk).delete()
    ((difference,),) = told(corrections.of_statement(statement))
    assert difference[1] == "a record that has since been merged or removed"


def test_statuses_confidences_and_editors_are_no_corrections(statement):
    change(statement, status_reason="for the desk", confidence=0.5, position=7)
    assert corrections.of_statement(statement) == []


# --- topics, those spoken to, withdrawals --------------------------------------------------------


def test_topics_that_came_and_went_are_told(statement):
    iran, trade = factories.topic(name="Iran"), factories.topic(name="Trade")
    statement.topics.set([iran])
    statement.article.topics.set([iran])
    with pghistory.context(user=1):
        statement.topics.set([trade])
        statement.article.topics.add(trade)
    assert told(corrections.of_statement(statement)) == [[("Topics", "Iran", "Trade")]]
    assert told(corrections.of_article(statement.article)) == [[("Topics", "Iran", "Iran, Trade")]]


def test_a_first_topic_that_an_editor_adds_later_is_told(statement):
    with pghistory.context(user=1):
        statement.topics.add(factories.topic(name="Iran"))
    assert told(corrections.of_statement(statement)) == [[("Topics", "", "Iran")]]


def test_another_addressee_is_told(statement):
    statement.addressees.add(factories.speaker(name="Carl Dahl"))
    statement.addressees.set([factories.speaker(name="Ida Ek")])
    assert told(corrections.of_statement(statement)) == [[("Said to", "Carl Dahl", "Ida Ek")]]


def test_topics_that_changed_while_it_was_proposed_are_not_told(statement):
    statement.topics.add(factories.topic(name="Iran"))
    with pghistory.context(user=1):
        publishing.propose(statement)
        statement.topics.set([factories.topic(name="Trade")])
        statement.topics.set([factories.topic(name="Energy")])
        publishing.confirm(statement)
    assert told(corrections.of_statement(statement)) == [[("Topics", "Iran", "Energy")]]


def test_what_a_fixture_brings_is_no_correction():
    call_command("loaddata", "demo", verbosity=0)
    for statement in Statement.objects.public()[:10]:
        assert corrections.of_statement(statement) == []
        assert corrections.of_article(statement.article) == []


def test_a_withdrawal_that_was_taken_back_is_told_with_its_reason(statement):
    publishing.withdraw_statement(statement, "Misheard.")
    change(statement, attribution="an envoy")
    publishing.confirm(statement)
    publishing.withdraw(statement.article, "By mistake.")
    publishing.publish(statement.article)
    day = f"Withdrawn on {date_format(timezone.localdate(), 'j F Y')}"
    assert told(corrections.of_statement(statement)) == [
        [(day, "By mistake.", "public again")],
        [
            ("Attribution as printed", "the minister", "an envoy"),
            (day, "Misheard.", "public again"),
        ],
    ]
    assert told(corrections.of_article(statement.article)) == [
        [(day, "By mistake.", "public again")]
    ]


# --- when it last changed ------------------------------------------------------------------------


def moved(record, act) -> bool:
    record.refresh_from_db()
    before = record.changed_at
    act()
    record.refresh_from_db()
    assert record.changed_at >= before
    return record.changed_at > before


OF_A_STATEMENT = {
    "Words": {"segments": [[8, 16]], "text": "peace is"},
    "Kind": {"kind": "indirect"},
    "Speaker": {"speaker": None},
    "Office on that day": {"tenure": factories.tenure},
    "Office as printed": {"office_as_printed": "envoy"},
    "Spoken for": {"polity": factories.polity},
    "Attribution as printed": {"attribution": "an envoy"},
    "Verb of saying as printed": {"cue": "said"},
    "Said on": {"said": PartialDate.parse("2019")},
    "Place": {"place": "Oslo"},
    "Occasion": {"occasion": factories.occasion},
    "Language": {"language": "no"},
}
OF_AN_ARTICLE = {
    "Headline": {"title": "Talks held"},
    "Standfirst": {"summary": "In short."},
    "Text": {"body": "He said peace is near. They parted."},
    "Source": {"source": factories.source},
    "Published": {"published": None},
    "Place": {"place": "Oslo"},
    "Address of the original": {"url": "https://e.org/1"},
    "Archived copy": {"archived_url": "https://e.org/2"},
    "Language": {"language": "no"},
}


def given(fields):
    return {name: one() if callable(one) else one for name, one in fields.items()}


def test_nothing_that_is_told_is_left_out_below():
    names = {one.name for one in corrections.STATEMENT} - {"Topics", "Said to"}
    assert names == OF_A_STATEMENT.keys()
    assert {one.name for one in corrections.ARTICLE} - {"Topics"} == OF_AN_ARTICLE.keys()


@pytest.mark.parametrize("name", OF_A_STATEMENT)
def test_what_is_told_of_a_statement_moves_its_moment(statement, name):
    fields = given(OF_A_STATEMENT[name])
    assert moved(statement, lambda: change(statement, **fields))
    assert [one.name for one in corrections.of_statement(statement)[0].differences] == [name]


@pytest.mark.parametrize("name", OF_AN_ARTICLE)
def test_what_is_told_of_an_article_moves_its_moment(statement, name):
    article, fields = statement.article, given(OF_AN_ARTICLE[name])
    assert moved(article, lambda: change(article, **fields))
    assert [one.name for one in corrections.of_article(article)[0].differences] == [name]


def test_links_move_the_moment_of_a_public_record_only(statement):
    iran, speaker = factories.topic(name="Iran"), factories.speaker()
    article = statement.article
    assert moved(statement, lambda: statement.topics.add(iran))
    assert moved(statement, lambda: statement.topics.remove(iran))
    assert moved(statement, lambda: statement.addressees.add(speaker))
    assert moved(article, lambda: article.topics.add(iran))
    publishing.propose(statement)
    assert not moved(statement, lambda: statement.topics.add(iran))


def test_becoming_public_moves_the_moment_and_the_desk_does_not(statement):
    article = statement.article
    assert not moved(statement, lambda: change(statement, status_reason="x", confidence=0.5))
    assert not moved(statement, lambda: publishing.propose(statement, "a doubt"))
    assert not moved(statement, lambda: change(statement, cue="told"))
    assert moved(statement, lambda: publishing.confirm(statement))
    publishing.withdraw(article, "By mistake.")
    assert moved(article, lambda: publishing.publish(article))
    publishing.return_to_draft(article)
    assert moved(statement, lambda: publishing.publish(article))


def test_what_was_read_before_does_not_put_the_moment_back(statement):
    stale = Statement.objects.get(pk=statement.pk)
    statement.topics.add(factories.topic(name="Iran"))
    assert not moved(statement, lambda: change(stale, confidence=0.5))


def test_moving_the_moment_is_no_event_of_the_history(statement):
    before = statement.events.count()
    statement.topics.add(factories.topic(name="Iran"))
    assert statement.events.count() == before
