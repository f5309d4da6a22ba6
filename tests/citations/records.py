"""Invented records of the sorts that style guides tell apart, as citations see them."""

from __future__ import annotations

import datetime

from articles.citations import cited
from articles.citations.cited import Cited
from articles.models import Article, Polity, Statement
from tests import factories

TODAY = datetime.date(2026, 3, 1)
SITE = "https://archive.example"


def of(record: Statement | Article, name: str = "abcdefghijkl") -> Cited:
    """The record with an address that a golden file can hold."""
    kind = "statements" if isinstance(record, Statement) else "articles"
    make = cited.statement if isinstance(record, Statement) else cited.article
    found = make(record, f"{SITE}/{kind}/{name}/", TODAY)
    return Cited(**{**vars(found), "public_id": name})


def minister(name: str = "Anna Berg", sort_name: str = "Berg, Anna"):
    """A tenure of a minister of foreign affairs."""
    norland = Polity.objects.filter(name="Norland").first() or factories.polity(name="Norland")
    return factories.tenure(
        speaker=factories.speaker(name=name, sort_name=sort_name),
        office=norland.offices.first()
        or factories.office(title="Foreign Minister", polity=norland),
    )


def news(**details) -> Statement:
    """A minister quoted in a news article."""
    tenure = minister()
    article = factories.article(
        body="“We expect the talks to go on,” the minister said. “They are useful.”",
        title="Norland expects talks to go on",
        source=factories.source(name="Northern News Agency", kind="agency"),
        url="https://agency.example/2019/1",
    )
    defaults = {
        "speaker": tenure.speaker,
        "tenure": tenure,
        "place": "Sochi",
        "attribution": "the minister",
        "topics": [factories.topic(name="Arms control")],
    }
    words = ["We expect the talks to go on,", "They are useful."]
    return factories.statement(words, article=article, **{**defaults, **details})


def speech() -> Statement:
    """A passage of a speech in a transcript."""
    tenure = minister("Carl-Erik Dahl", "Dahl, Carl-Erik")
    article = factories.article(
        body="Mr. President, is peace too much to ask?",
        title="Address to the General Assembly",
        source=factories.source(name="Verbatim Records", kind="transcript"),
        url="https://records.example/pv.7",
        published="2018-09",
    )
    return factories.statement(
        "is peace too much to ask?",
        article=article,
        speaker=tenure.speaker,
        tenure=tenure,
        occasion=factories.occasion(name="General Debate"),
        place="New York",
        said="2018-09-25",
    )


def press_conference() -> Statement:
    """Indirect speech of a press conference, by somebody whose name is not known."""
    article = factories.article(
        body="The border would “stay open”, an official told reporters.",
        title="Border stays open",
        source=factories.source(name="The Daily Herald", kind="newspaper"),
        published="2020",
    )
    return factories.statement(
        "The border would “stay open”",
        article=article,
        kind="indirect",
        attribution="an official",
        occasion=factories.occasion(name="Press conference after the talks"),
        said="2020-02",
    )


def body() -> Statement:
    """A ministry that speaks as one, undated, on its own site."""
    ministry = factories.speaker(name="Ministry of Trade and Industry", kind="body")
    article = factories.article(
        body="Trade is open.",
        title="On trade",
        source=factories.source(name="Ministry of Trade and Industry", kind="ministry"),
        published="",
        url="https://ministry.example/trade",
    )
    return factories.statement("Trade is open.", article=article, speaker=ministry)


def article() -> Article:
    return factories.article(
        title="What “open” means?",
        summary="A long read.",
        place="Oslo",
        source=factories.source(name="The Daily Herald", kind="newspaper"),
        published="2020-09-02",
        url="https://herald.example/open",
    )


RECORDS = {
    "news": news,
    "speech": speech,
    "press-conference": press_conference,
    "body": body,
    "article": article,
}
