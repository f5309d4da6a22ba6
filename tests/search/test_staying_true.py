"""The index stays true to the database, whatever happens to either."""

from __future__ import annotations

import json
import shutil
import signal
import threading

import psycopg
import pytest
from django.db import connection

from articles import publishing
from articles.models import Article, Speaker, Statement, Topic
from articles.search import check, feed, index, storage
from articles.search.language import parse
from articles.search.searching import Search, search
from tests import factories

from .process import STEPS, processes

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return settings.SEARCH_INDEX_DIR


@pytest.fixture
def other():
    """Connections of other people, which commit when they are told to."""
    opened = []

    def other() -> psycopg.Connection:
        opened.append(psycopg.connect(**connection.get_connection_params()))
        return opened[-1]

    yield other
    for one in opened:
        one.close()


def found(words: str) -> int:
    return search(Search(query=parse(words))).total


def assert_true_to_the_database() -> None:
    assert [str(one) for one in check.differences()] == []


# --- what is edited ------------------------------------------------------------------------------


def edits():
    """Ways of changing what the index reads, each with a word found only after it."""
    return {
        "a statement is saved": lambda s: factories.statement("Zebra."),
        "a headline in bulk": lambda s: Article.objects.update(title="Zebra"),
        "a statement in bulk": lambda s: Statement.objects.update(attribution="Zebra"),
        "a speaker is renamed": lambda s: Speaker.objects.update(name="Zebra"),
        "a speaker gets another name": lambda s: s.speaker.other_names.create(name="Zebra"),
        "plain SQL": lambda s: _sql("UPDATE articles_speaker SET name = 'Zebra'"),
        "another speaker": lambda s: Statement.objects.update(
            speaker=factories.speaker(name="Zebra")
        ),
    }


def _sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("edit", edits())
def test_what_is_saved_is_found_by_the_next_request(edit):
    statement = factories.statement("Peace.", speaker=factories.speaker())
    index.update()
    assert found("zebra") == 0
    edits()[edit](statement)
    assert found("zebra") == 1
    assert_true_to_the_database()


def test_numbers_follow_offices_and_the_tree_of_topics():
    russia, georgia = factories.polity(), factories.polity()
    office, wide = factories.office(polity=russia), factories.topic()
    narrow = factories.topic()
    tenure = factories.tenure(office=office)
    article = factories.article(topics=[narrow])
    factories.statement(article=article, tenure=tenure, topics=[narrow])
    index.update()
    assert_true_to_the_database()
    office.polity = georgia
    office.save()
    assert_true_to_the_database()
    Topic.objects.filter(pk=narrow.pk).update(parent=wide)
    assert_true_to_the_database()
    tenure.office = factories.office()
    tenure.save()
    assert_true_to_the_database()
    article.topics.clear()
    Statement.topics.through.objects.all().delete()
    assert_true_to_the_database()


def test_what_ceases_to_be_public_is_gone_with_the_next_request():
    statement = factories.statement("Zebra.")
    index.update()
    assert found("zebra") == 1
    publishing.propose(statement)
    assert found("zebra") == 0
    publishing.confirm(statement)
    assert found("zebra") == 1
    publishing.withdraw(statement.article, "A mistake.")
    assert found("zebra") == 0
    publishing.publish(statement.article)
    assert found("zebra") == 1
    statement.delete()
    assert found("zebra") == 0


def test_truncated_tables_are_an_empty_archive():
    factories.statement("Zebra.")
    index.update()
    _sql("TRUNCATE articles_article CASCADE")
    index.update()
    assert found("zebra") == 0
    assert index.status().articles == 0


# --- commits -------------------------------------------------------------------------------------


def test_commits_out_of_order_are_all_seen(other):
    first, second = (factories.statement("Peace.") for _ in range(2))
    index.update()
    slow, quick = other(), other()
    update = "UPDATE articles_statement SET attribution = %s WHERE id = %s"
    slow.execute(update, ["Zebra", first.pk])
    quick.execute(update, ["Gazelle", second.pk])
    quick.commit()
    assert (found("gazelle"), found("zebra")) == (1, 0)
    assert (found("gazelle"), found("zebra")) == (1, 0)
    slow.commit()
    assert (found("gazelle"), found("zebra")) == (1, 1)


def test_a_commit_with_savepoints_is_seen_and_a_rollback_is_not(other):
    first, second = (factories.statement("Peace.") for _ in range(2))
    index.update()
    slow = other()
    update = "UPDATE articles_statement SET attribution = %s WHERE id = %s"
    with slow.transaction():
        with slow.transaction():
            slow.execute(update, ["Zebra", first.pk])
        with pytest.raises(ZeroDivisionError), slow.transaction():
            slow.execute(update, ["Gazelle", second.pk])
            raise ZeroDivisionError
        factories.statement("Antelope.")
        assert (found("antelope"), found("zebra")) == (1, 0)
    slow.commit()
    assert (found("zebra"), found("gazelle")) == (1, 0)


def test_a_long_transaction_delays_nobody(other):
    statement = factories.statement("Peace.")
    index.update()
    slow = other()
    slow.execute(
        "UPDATE articles_article SET title = 'Zebra' WHERE id = %s", [statement.article_id]
    )
    for number in range(5):
        factories.statement(f"Gazelle {number}.")
        assert found("gazelle") == number + 1
    slow.commit()
    assert found("zebra") == 1
    assert_true_to_the_database()


# --- pruning, restoring, damage ------------------------------------------------------------------


def generation() -> str:
    return storage.current().name


def test_an_index_that_saw_all_that_was_pruned_goes_on():
    for _ in range(3):
        factories.statement("Peace.")
    index.update()
    before = generation()
    # Transactions that ran just then, in other databases too, might have written what is pruned.
    quiet = not storage.read_state(storage.current()).position.snapshot.running
    assert feed.prune(keep=0) > 0
    factories.statement("Zebra.")
    assert found("zebra") == 1
    assert generation() == before or not quiet
    assert_true_to_the_database()


def test_an_index_that_missed_what_was_pruned_is_made_anew():
    factories.statement("Peace.")
    index.update()
    before = generation()
    factories.statement("Zebra.")
    factories.statement("Gazelle.")
    feed.prune(keep=0)
    assert found("zebra gazelle OR zebra") == 1
    assert generation() != before
    assert_true_to_the_database()


def test_an_index_of_another_database_or_of_the_future_is_made_anew():
    factories.statement("Zebra.")
    index.update()
    for change in ({"database": "another"}, {"snapshot": "999999999:999999999:"}):
        before = generation()
        state = storage.current() / "state.json"
        state.write_text(json.dumps({**json.loads(state.read_text()), **change}))
        index.update()
        assert generation() != before
        assert found("zebra") == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: shutil.rmtree(folder),
        lambda folder: (folder / "state.json").write_text("{"),
        lambda folder: (folder / "state.json").unlink(),
        lambda folder: (folder / "statements" / "meta.json").write_text("no index"),
        lambda folder: [path.unlink() for path in (folder / "statements").glob("*.store")],
    ],
    ids=["folder gone", "state broken", "state gone", "meta broken", "segment gone"],
)
def test_a_missing_or_damaged_folder_is_made_anew(damage):
    factories.statement("Zebra.")
    index.update()
    damage(storage.current())
    index._opened = None  # as a process that starts
    assert found("zebra") == 1
    assert_true_to_the_database()


def test_an_index_is_made_where_there_is_none():
    factories.statement("Zebra.")
    assert found("zebra") == 1


# --- processes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_next_one_does_the_rest(step, folder):
    for number in range(4):
        factories.statement(f"Peace {number}.")
    if "rebuild" not in step:
        index.update()
        Statement.objects.update(attribution="Zebra")
    (process,) = processes(["update", step], folder=folder)
    assert process.wait(timeout=60) == -signal.SIGKILL
    index._opened = None
    assert found("zebra" if "rebuild" not in step else "peace") == 4
    assert_true_to_the_database()
    assert len(list(storage.folder().glob("generation-*"))) == 1


def test_concurrent_writers_each_find_what_they_saved(folder):
    index.update()
    running = processes(
        ["save-and-find", "1"], ["save-and-find", "2"], ["save-and-find", "3"], folder=folder
    )
    assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
    assert found("peace") == 36
    assert_true_to_the_database()


def test_nobody_else_writes_until_the_merges_of_a_request_have_ended():
    merging = threading.Event()
    with storage.writer_lock() as lock:
        lock.keep_until(merging.wait)
    with storage.writer_lock(wait=0.05) as other:
        assert other is None
    merging.set()
    with storage.writer_lock(wait=10) as other:
        assert other


def test_many_small_changes_leave_few_segments():
    index.update()
    for number in range(40):
        factories.statement(f"Peace {number}.")
        assert found("peace") == number + 1
    index.update()
    assert index.status().segments < 30
    assert_true_to_the_database()


def test_an_index_that_lacks_more_than_it_has_is_made_anew(monkeypatch):
    monkeypatch.setattr(index, "BATCH", 2)
    factories.statement("Zebra.")
    index.update()
    before = index.status().generation
    for number in range(3):
        factories.statement(f"Peace {number}.")
    index.update()
    assert index.status().generation != before
    assert (found("zebra"), found("peace")) == (1, 3)
    assert_true_to_the_database()


def test_readers_see_the_old_index_while_a_new_one_is_made(monkeypatch):
    factories.statement("Zebra.")
    index.update()
    seen = []
    make_current = storage.make_current

    def look_first(generation):
        seen.append(search(Search(query=parse("zebra"))).total)
        make_current(generation)
        seen.append(search(Search(query=parse("zebra"))).total)

    monkeypatch.setattr(storage, "make_current", look_first)
    index.rebuild()
    assert seen == [1, 1]
