"""Invariants that the database itself holds, whatever writes to it."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from articles.models import Article, Statement, Topic
from tests import factories as make

pytestmark = pytest.mark.django_db


def refused(sql: str, *params: object) -> bool:
    """Whether the database refuses `sql`, at once or at the end of the transaction."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, params)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except DatabaseError as error:
        code = error.__cause__.sqlstate
        assert code.startswith("23") or code == "P0001", error  # a constraint, or a trigger
        return True
    return False


@pytest.mark.parametrize(
    "segments",
    ["{{5,3}}", "{{0,4},{2,8}}", "{{10,14},{0,4}}", "{{0,400}}", "{{4,4}}"],
)
def test_segments_must_lie_in_the_body_ascending_and_apart(segments):
    said = make.statement("Peace is possible.")
    assert refused("UPDATE articles_statement SET segments = %s WHERE id = %s", segments, said.id)


def test_text_must_be_what_the_segments_select():
    said = make.statement("Peace is possible.")
    assert refused("UPDATE articles_statement SET text = 'War.' WHERE id = %s", said.id)


def test_a_statement_in_two_passages_joins_them_with_a_space():
    text = "“We agreed,” he said. “Nothing else.”"
    article = make.article(body=text)
    said = make.statement(["We agreed,", "Nothing else."], article=article)
    assert said.text == "We agreed, Nothing else."


def test_offsets_count_code_points():
    article = make.article(body="🕊 Мир возможен.")
    assert make.statement("Мир возможен.", article=article).segments == [[2, 15]]


def test_a_body_cannot_change_under_its_statements():
    said = make.statement("Peace is possible.")
    assert refused("UPDATE articles_article SET body = 'x' WHERE id = %s", said.article_id)


def test_words_without_segments_cannot_be_confirmed():
    said = make.statement("Peace is possible.")
    assert refused("UPDATE articles_statement SET segments = '{}' WHERE id = %s", said.id)


def test_a_withdrawn_article_needs_a_reason():
    article = make.article()
    assert refused("UPDATE articles_article SET status = 'withdrawn' WHERE id = %s", article.id)


def test_a_tenure_ends_after_it_begins():
    held = make.tenure(starts="2004-03-09")
    assert refused("UPDATE articles_tenure SET ends_on = '2001-01-01' WHERE id = %s", held.id)


def test_a_tenure_from_march_may_end_in_the_same_year():
    assert make.tenure(starts="2019-03", ends="2019").pk


@pytest.mark.parametrize("record", ["article", "statement"])
def test_public_ids_never_change(record):
    made = getattr(make, record)()
    assert refused(f"UPDATE articles_{record} SET public_id = 'x' WHERE id = %s", made.id)


def test_evidence_is_not_deleted():
    topic, person = make.topic(), make.speaker()
    said = make.statement("Peace.", topics=[topic], speaker=person)
    for record in (topic, person, said.article, said.article.source):
        with pytest.raises(ProtectedError):
            record.delete()


def test_evidence_is_not_deleted_in_bulk_either():
    make.statement("Peace.", topics=[make.topic()])
    with pytest.raises(ProtectedError):
        Topic.objects.all().delete()
    with pytest.raises(ProtectedError):
        Article.objects.all().delete()


def test_a_topic_cannot_be_its_own_ancestor():
    wider = make.topic()
    narrower = make.topic(parent=wider)
    assert refused("UPDATE articles_topic SET parent_id = %s WHERE id = %s", narrower.id, wider.id)


def test_one_article_for_each_identifier_of_a_source():
    first = make.article(external_id="a1")
    with pytest.raises(IntegrityError):
        make.article(source=first.source, external_id="a1")


def test_public_is_a_confirmed_statement_of_a_published_article():
    public = make.statement("Peace.")
    make.statement("Peace.", status=Statement.Status.PROPOSED)
    make.statement("Peace.", status=Statement.Status.REJECTED)
    make.statement("Peace.", article=make.article(body="Peace.", status=Article.Status.DRAFT))
    make.statement("Peace.", article=make.article(body="Peace.", status=Article.Status.WITHDRAWN))
    assert list(Statement.objects.public()) == [public]


def test_new_statements_are_held_to_their_articles_together():
    """One wrong row of many refuses all of them, also where the others fit their own articles."""
    other = make.article(body="Nothing of the kind was said.")
    said = make.statement("Peace is possible.")
    copy = """
        INSERT INTO articles_statement (
            public_id, article_id, segments, text, position, kind, attribution, cue,
            office_as_printed, said_on_precision, place, language, status, status_reason, rule,
            created_at
        )
        SELECT left(md5(a.id::text), 12), a.id, s.segments, s.text, 0, s.kind, '', '', '', 'day',
            '', 'en', 'proposed', '', '', now()
        FROM articles_statement s, articles_article a WHERE a.id = ANY(%s)
    """
    assert not refused(copy, [said.article_id])
    Statement.objects.exclude(pk=said.pk).delete()
    assert refused(copy, [said.article_id, other.id])


@pytest.mark.parametrize("start", [0, 1])
def test_words_may_stand_at_the_very_beginning_and_end(start):
    article = make.article(body="😀 Да")
    said = make.statement(article.body[start:], article=article)
    assert said.segments == [[start, 4]]
