"""What the quotation engine finds in an article, as proposals that wait for an editor.

The only place where engine and archive meet: the command that loads files and the editors' desk
both come here. A proposal is never confirmed here, whatever the load was told, and what an editor
has decided on stays decided: nothing is proposed over a statement that is there or was deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.apps import apps

from articles.anchoring import put_in_order
from articles.dates import PartialDate
from articles.models import Article, Proposal, Statement, StatementTopic, Topic
from articles.models.statement import text_of
from articles.quotations import Mention, Quotation, find
from articles.quotations.topics import suggest

from .copying import copy_in
from .known_people import KnownPeople
from .names import Names
from .pairing import squeezed


def propose(articles: Sequence[Article], names: Names | None = None) -> list[Statement]:
    """Save proposals for articles that have no statements yet: one look at the archive for all."""
    if not articles:
        return []
    engine = _Engine(names or Names())
    found = [
        (statement, quotation)
        for article in articles
        for statement, quotation in engine.proposals(article)
    ]
    return engine.save(found)


def propose_more(article: Article, names: Names | None = None) -> list[Statement]:
    """Save proposals for what no statement of the article covers, and nobody has deleted."""
    taken = [span for one in article.statements.all() for span in one.segments]
    known = {squeezed(one.text) for one in article.statements.all()} | _deleted(article)
    engine = _Engine(names or Names())
    saved = engine.save(
        (statement, quotation)
        for statement, quotation in engine.proposals(article)
        if squeezed(statement.text) not in known and not _overlap(statement.segments, taken)
    )
    if saved:
        put_in_order(article)
    return saved


def _deleted(article: Article) -> set[str]:
    """The words of the article's statements that somebody deleted."""
    events = apps.get_model("articles", "StatementEvent").objects
    texts = events.filter(article=article.pk, pgh_label="delete").values_list("text", flat=True)
    return {squeezed(text) for text in texts}


def _overlap(segments: Sequence[Sequence[int]], taken: Iterable[Sequence[int]]) -> bool:
    return any(start < end and begin < stop for start, stop in taken for begin, end in segments)


class _Engine:
    """The engine with what it needs of the archive: people, topics, tenures."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.people = KnownPeople()
        self.phrases = {
            topic.pk: tuple(topic.cue_phrases) for topic in Topic.objects.exclude(cue_phrases=[])
        }

    def proposals(self, article: Article) -> list[tuple[Statement, Quotation]]:
        """Unsaved, in the order of the text. The headline and the standfirst tell names only."""
        said = _said(article)
        day = said.first if said and said.precision == "day" else None
        head = "".join(f"{part}\n\n" for part in (article.title, article.summary) if part)
        text = head + article.body
        found = find(text, published_on=day, people=self.people.in_text(text, day))
        inside = [one for one in found if one.start >= len(head)]
        return [
            (self._statement(article, quotation, len(head), position), quotation)
            for position, quotation in enumerate(inside)
        ]

    def _statement(
        self, article: Article, quotation: Quotation, head: int, position: int
    ) -> Statement:
        segments = [[start - head, end - head] for start, end in quotation.segments]
        speaker = quotation.person if isinstance(quotation.person, int) else None
        said = _said(article)
        tenure = self.names.tenure(speaker, None, said)
        statement = Statement(
            article=article,
            segments=segments,
            text=text_of(article.body, segments),
            position=position,
            kind=quotation.kind,
            attribution=_printed(quotation.attribution, 500),
            cue=_printed(quotation.cue, 200),
            speaker_id=speaker,
            tenure_id=tenure,
            office_as_printed="" if tenure else " ".join(quotation.office.split())[:300],
            place=article.place,
            language=article.language,
            confidence=quotation.confidence,
            rule=quotation.rule[:60],
        )
        statement.said = said
        return statement

    def save(self, found: Iterable[tuple[Statement, Quotation]]) -> list[Statement]:
        pairs = list(found)
        statements = [statement for statement, _ in pairs]
        copy_in(statements)
        Proposal.objects.bulk_create(
            Proposal(
                statement=statement,
                name=(quotation.speaker or "")[:200],
                candidates=[name[:200] for name in quotation.candidates],
            )
            for statement, quotation in pairs
        )
        copy_in(
            [
                StatementTopic(statement_id=statement.pk, topic_id=topic)
                for statement in statements
                for topic in suggested_topics(statement, self.phrases)
            ]
        )
        return statements


def suggested_topics(statement: Statement, phrases: dict[int, tuple[str, ...]]) -> list[int]:
    """The topics whose cue phrases stand in the statement or its paragraph."""
    spans = [(start, end) for start, end in statement.segments]
    return suggest(statement.article.body, spans, phrases) if spans else []


def _said(article: Article) -> PartialDate | None:
    """The day of the dateline is nearer to the words than that of publication."""
    return PartialDate(article.dateline_on) if article.dateline_on else article.published


def _printed(mention: Mention | None, most: int) -> str:
    return " ".join(mention.text.split())[:most] if mention else ""
