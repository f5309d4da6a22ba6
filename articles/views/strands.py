"""What the same speaker said before and after on the same topic."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.urls import reverse

from articles.addresses import SearchAddress
from articles.dates import PartialDate
from articles.models import Speaker, Statement, Topic
from articles.search.searching import Search, first_of_each

MOST_TOPICS = 3
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Strand:
    """`url` is the search of all that the speaker said on the topic."""

    topic: Topic
    earlier: Statement | None
    later: Statement | None
    url: str


def strands(statement: Statement) -> list[Strand]:
    """One for each topic on which the speaker said something earlier or later.

    Only what is certain: where no more than the year is known, nothing of the same year is earlier
    or later. index.NotReady while there is no index.
    """
    speaker = statement.speaker
    if not speaker or not statement.said:
        return []
    topics = list(statement.topics.all())[:MOST_TOPICS]
    searches = [one for topic in topics for one in _around(speaker, statement.said, topic)]
    # At the ends of all time the statement itself is what is found.
    found = [None if one == statement else one for one in first_of_each(searches)]
    strands, seen = [], set()
    for topic, earlier, later in zip(topics, found[::2], found[1::2], strict=True):
        if (earlier or later) and (earlier, later) not in seen:
            seen.add((earlier, later))
            strands.append(Strand(topic, earlier, later, _url(speaker, topic)))
    return strands


def _around(speaker: Speaker, said: PartialDate, topic: Topic) -> tuple[Search, Search]:
    """The last that was said before the date, and the first after it."""
    on_topic = Search(chosen={"speaker": frozenset({speaker.pk}), "topic": frozenset({topic.pk})})
    return (
        on_topic.having(until=_day(said.first, -DAY), sort="-date"),
        on_topic.having(since=_day(said.last, DAY), sort="date"),
    )


def _day(day: datetime.date, step: datetime.timedelta) -> PartialDate:
    try:
        return PartialDate(day + step)
    except OverflowError:  # beyond the first and the last day there is
        return PartialDate(day)


def _url(speaker: Speaker, topic: Topic) -> str:
    parameters = {"speaker": [speaker.slug], "topic": [topic.slug]}
    return str(SearchAddress(reverse("statements"), parameters))
