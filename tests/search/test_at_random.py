"""Whatever happens in whatever order, index and database agree in the end.

ROUNDS=500 make test ARGS="tests/search/test_at_random.py" goes on for longer than the usual few.
"""

from __future__ import annotations

import os
import random
import signal

import pytest
from django.db import transaction

from articles import publishing
from articles.models import Article, Speaker, Statement, Topic
from articles.search import check, index
from articles.search.language import parse
from articles.search.searching import Search, search
from tests import factories
from tests.ingestion.lines import ingest, line, stated

from .process import STEPS, processes

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ROUNDS = int(os.environ.get("ROUNDS", "12"))
EDITS = 6  # in a round


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return settings.SEARCH_INDEX_DIR


def test_edits_imports_and_kills_leave_the_index_true(folder):
    chance = random.Random(ROUNDS)
    people = [factories.speaker() for _ in range(3)]
    topics = [factories.topic() for _ in range(3)]
    killed = 0
    for number in range(ROUNDS):
        for _ in range(EDITS):
            chance.choice(EVERYTHING)(chance, people, topics)
        if number % 3 == 0:
            (process,) = processes(["update", chance.choice(list(STEPS))], folder=folder)
            killed += process.wait(timeout=120) == -signal.SIGKILL
        if chance.random() < 0.5:
            index._opened = None  # as a process that starts
        if chance.random() < 0.7:
            search(Search(query=parse("peace")))
    assert killed
    index.update()
    assert [str(one) for one in check.differences()] == []


# --- what happens --------------------------------------------------------------------------------


def say_something(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    words = f"Peace {chance.randrange(10**6)}."
    factories.statement(words, speaker=chance.choice(people), topics=topics[:1])


def load_a_file(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    """Some of it new, some of it met before, with other words or none."""
    body = f"War or peace {chance.randrange(9)}."
    named = stated("War or peace", body=body, speaker="Ada Brook", country="GBR")
    lines = {chance.randrange(6): chance.choice([[], [named]]) for _ in range(3)}
    ingest(
        *(line(id=str(one), body=body, statements=said) for one, said in lines.items()),
        publish=chance.random() < 0.7,
    )


def decide(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    if (said := _one_of(chance, Statement)) and said.segments:
        chance.choice([publishing.confirm, publishing.propose, publishing.reject])(said)


def publish_or_withdraw(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    ways = [publishing.publish, publishing.return_to_draft, _withdraw]
    if article := _one_of(chance, Article):
        chance.choice(ways)(article)


def _withdraw(article: Article) -> None:
    publishing.withdraw(article, "A mistake.")


def rename(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    Speaker.objects.filter(pk=chance.choice(people).pk).update(name=f"N{chance.random()}")


def move_a_topic(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    topics[0].parent = chance.choice([None, topics[1], topics[2]])
    topics[0].save()


def tag(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    if said := _one_of(chance, Statement):
        said.topics.set(chance.sample(topics, 2))


def undo_it_all(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    with transaction.atomic():
        chance.choice(EVERYTHING[:-2])(chance, people, topics)
        transaction.set_rollback(True)


def delete(chance: random.Random, people: list[Speaker], topics: list[Topic]) -> None:
    if said := _one_of(chance, Statement):
        said.delete()


EVERYTHING = [
    say_something, load_a_file, decide, publish_or_withdraw, rename, move_a_topic, tag, delete,
    undo_it_all,
]  # fmt: skip


def _one_of(chance: random.Random, model):
    found = list(model.objects.order_by("pk"))
    return chance.choice(found) if found else None
