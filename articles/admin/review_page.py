"""What the review page shows: the text with its statements marked, and a card for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.safestring import SafeString

from articles import marking
from articles.ingestion.proposing import suggested_topics
from articles.models import Article, Speaker, Statement, Tenure, Topic

from .correction import CorrectionForm
from .rules_in_words import in_words
from .versions import stamp

SHARES = (95, 90, 80, 60)  # from which confidence on all are accepted, in percent
MOST_NAMES = 1000  # offered in a field


@dataclass(frozen=True)
class Candidate:
    """Who else may have spoken: somebody of the archive, with the office on the day, or a name."""

    name: str
    speaker: Speaker | None = None
    office: str = ""


@dataclass
class Card:
    """One statement, with what an editor needs to decide on it."""

    number: int
    statement: Statement
    version: str
    form: CorrectionForm
    candidates: list[Candidate]
    office: str
    named: str = ""  # whom the engine names, where the archive knows nobody of that name
    found: str = ""
    conflict: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def percent(self) -> int | None:
        sure = self.statement.confidence
        return None if sure is None else round(sure * 100)

    @property
    def waits(self) -> bool:
        return self.statement.status == Statement.Status.PROPOSED


@dataclass(frozen=True)
class Paragraph:
    """`start` is where it begins in the body, in code points."""

    start: int
    html: SafeString


def statements_of(article: Article) -> QuerySet[Statement]:
    events = apps.get_model("articles", "StatementEvent").objects
    return (
        article.statements.select_related(
            "speaker", "tenure__office__polity", "polity", "occasion", "proposal"
        )
        .prefetch_related("topics", "addressees")
        .annotate(changed=Exists(events.filter(pgh_obj=OuterRef("pk"), pgh_label="update")))
        .order_by("position", "pk")
    )


def paragraphs(article: Article, statements: Iterable[Statement]) -> list[Paragraph]:
    """The body; each statement is marked with its number, kind and status."""
    marks = [
        marking.Mark(
            one.segments,
            url=f"#s-{one.pk}",
            anchor=f"t-{one.pk}",
            label=str(number),
            css=f"is-{one.kind} is-{one.status} of-{one.pk}",
        )
        for number, one in enumerate(statements, start=1)
    ]
    spans = marking.paragraph_spans(article.body)
    marked = marking.paragraphs(article.body, marks)
    return [Paragraph(start, html) for (start, _), html in zip(spans, marked, strict=True)]


def cards(
    article: Article,
    statements: list[Statement],
    bound: Mapping[int, CorrectionForm] | None = None,
) -> list[Card]:
    """A card for each statement; `bound` are forms that are shown again as they were sent."""
    people = _People(statements)
    phrases = {
        topic.pk: tuple(topic.cue_phrases) for topic in Topic.objects.exclude(cue_phrases=[])
    }
    topics = Topic.objects.in_bulk()
    found = []
    for number, one in enumerate(statements, start=1):
        one.article = article
        suggested = [topics[pk] for pk in suggested_topics(one, phrases)]
        form = (bound or {}).get(one.pk) or form_for(one, people.tenures_of(one), suggested)
        found.append(_card(number, one, form, people))
    return found


def _card(number: int, one: Statement, form: CorrectionForm, people: _People) -> Card:
    return Card(
        number,
        one,
        version=stamp(one),
        form=form,
        candidates=people.candidates(one),
        office=_office(one.tenure) if one.tenure else one.office_as_printed,
        named="" if one.speaker else _named(one),
        found=in_words(one.rule),
    )


def form_for(
    statement: Statement,
    tenures: list[Tenure],
    suggested: list[Topic],
    data: Any = None,
) -> CorrectionForm:
    return CorrectionForm(data, instance=statement, tenures=tenures, suggested=suggested)


def _named(statement: Statement) -> str:
    proposal = getattr(statement, "proposal", None)
    return proposal.name if proposal else ""


class _People:
    """Those who may have spoken, and their offices: three queries for all statements."""

    def __init__(self, statements: list[Statement]) -> None:
        names = {name for one in statements for name in _names(one)}
        called = Q(name__in=names) | Q(other_names__name__in=names)
        self.called: dict[str, list[Speaker]] = {}
        speakers = Speaker.objects.filter(called).distinct().prefetch_related("other_names")
        for speaker in speakers:
            for name in {speaker.name, *(other.name for other in speaker.other_names.all())}:
                self.called.setdefault(name, []).append(speaker)
        keys = {speaker.pk for found in self.called.values() for speaker in found}
        keys |= {one.speaker_id for one in statements if one.speaker_id}
        self.held: dict[int, list[Tenure]] = {}
        tenures = Tenure.objects.filter(speaker__in=keys).select_related("office__polity")
        for tenure in tenures:
            self.held.setdefault(tenure.speaker_id, []).append(tenure)

    def tenures_of(self, statement: Statement) -> list[Tenure]:
        return self.held.get(statement.speaker_id or 0, [])

    def candidates(self, statement: Statement) -> list[Candidate]:
        """In order: first whom the engine names, then the next best."""
        found = []
        for name in _names(statement):
            bearers = self.called.get(name, [])
            found += [Candidate(one.name, one, self._office(one, statement)) for one in bearers]
            found += [] if bearers else [Candidate(name)]
        return [one for one in found if not one.speaker or one.speaker.pk != statement.speaker_id]

    def _office(self, speaker: Speaker, statement: Statement) -> str:
        """The office on the day, where one was in force."""
        day = statement.said_on
        for tenure in self.held.get(speaker.pk, []):
            starts, ends = tenure.starts, tenure.ends
            if day and (not starts or starts.first <= day) and (not ends or day <= ends.last):
                return _office(tenure)
        return ""


def _names(statement: Statement) -> list[str]:
    proposal = getattr(statement, "proposal", None)
    if proposal is None:
        return []
    known = statement.speaker.name if statement.speaker else ""
    names = [name for name in (proposal.name, *proposal.candidates) if name and name != known]
    return list(dict.fromkeys(names))


def _office(tenure: Tenure) -> str:
    polity = tenure.office.polity
    return f"{tenure.office.title}, {polity}" if polity else tenure.office.title


def context(article: Article, bound: Mapping[int, CorrectionForm] | None = None) -> dict[str, Any]:
    """Text, cards and counts (about ten queries, whatever the number of statements)."""
    statements = list(statements_of(article))
    made = cards(article, statements, bound)
    waiting = [card for card in made if card.waits]
    return {
        "article": article,
        "paragraphs": paragraphs(article, statements),
        "cards": made,
        "decided": len(made) - len(waiting),
        "waiting": len(waiting),
        "shares": [(share, _surer(waiting, share)) for share in SHARES],
        "speakers": Speaker.objects.order_by("name").values_list("name", flat=True)[:MOST_NAMES],
        "topics": Topic.objects.values_list("name", flat=True)[:MOST_NAMES],
    }


def _surer(waiting: list[Card], share: int) -> int:
    return sum(is_sure(card.statement, share) for card in waiting)


def is_sure(statement: Statement, share: int) -> bool:
    """Whether a proposal, with its speaker known, is at least so confident, in percent."""
    sure = statement.confidence
    return bool(
        sure is not None and sure * 100 >= share and statement.speaker_id and statement.segments
    )
