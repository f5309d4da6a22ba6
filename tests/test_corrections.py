"""What was corrected while everybody could see it, and nothing else.

Each change is a transaction of its own, as in life: the database tells them apart by their moments.
"""

import pytest

from articles import corrections, publishing
from articles.dates import PartialDate
from articles.models import Speaker
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
