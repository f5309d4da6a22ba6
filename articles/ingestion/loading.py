"""A load: batches of drafts, each in one transaction: a killed process leaves it whole or undone.

A batch that the database refuses is tried again article by article, so that one refusal costs
one article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from django.db import DatabaseError, connection, transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from articles.models import Article, Original, Statement
from articles.readers import ArticleDraft, Failure
from articles.readers.drafts import JSON, TEXT

from .creating import create
from .merging import by_load
from .names import Names
from .outcomes import Outcome, Result
from .updating import update

Report = Callable[[Outcome], None]
Identity = tuple[str, str, str]

BATCH_ARTICLES = 200
BATCH_BYTES = 4 * 2**20

# Held while a batch is written, so that two loads do not make the same speaker twice.
_ONE_LOAD_AT_A_TIME = 0x6172_7469_636C_6573

_TWICE = "another version of this article came before it in this load; one load takes one."


def load(
    found: Iterable[ArticleDraft | Failure],
    report: Report,
    *,
    publish: bool = False,
    dry_run: bool = False,
) -> None:
    """Save what a reader found, and report each outcome once it is saved, in order.

    `publish` confirms the statements that the file states and publishes the articles; it revives
    nothing that was withdrawn, rejected or taken back. `dry_run` does everything and undoes it.
    """
    with _undone() if dry_run else nullcontext():
        run = _Load(publish)
        for batch in _batches(found):
            for outcome in run.outcomes(batch):
                report(outcome)


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _batches(
    found: Iterable[ArticleDraft | Failure],
) -> Iterator[list[ArticleDraft | Failure]]:
    """In order, none twice in one batch: the second is to find what the first has left."""
    batch: list[ArticleDraft | Failure] = []
    identities: set[Identity] = set()
    size = 0
    for one in found:
        identity = one.identity if isinstance(one, ArticleDraft) else None
        weight = len(one.original) if isinstance(one, ArticleDraft) else 0
        full = len(batch) >= BATCH_ARTICLES or size + weight > BATCH_BYTES
        if batch and (full or identity in identities):
            yield batch
            batch, identities, size = [], set(), 0
        if identity:
            identities.add(identity)
        size += weight
        batch.append(one)
    if batch:
        yield batch


@dataclass(frozen=True)
class _Stored:
    """What is asked of an article in the database before it is read whole."""

    pk: int
    sha256: str | None
    status: str
    has_proposals: bool

    def is_left(self, draft: ArticleDraft, *, publish: bool) -> bool:
        """Whether the same bytes were loaded before and there is nothing to publish either."""
        if hashlib.sha256(draft.original).hexdigest() != self.sha256:
            return False
        return not publish or (self.status == Article.Status.PUBLISHED and not self.has_proposals)


class _Load:
    """What one load remembers from batch to batch."""

    def __init__(self, publish: bool) -> None:
        self.publish = publish
        self.names = Names()
        self._seen: set[int] = set()  # hashes of identities: millions of them fit in memory

    def outcomes(self, batch: Sequence[ArticleDraft | Failure]) -> list[Outcome]:
        drafts = [one for one in batch if isinstance(one, ArticleDraft)]
        saved = iter(self._save(drafts))
        return [
            next(saved)
            if isinstance(one, ArticleDraft)
            else Outcome(Result.FAILED, one.line, reason=one.reason)
            for one in batch
        ]

    def _save(self, drafts: Sequence[ArticleDraft]) -> list[Outcome]:
        if not drafts:
            return []
        try:
            with by_load(), transaction.atomic():
                outcomes = self._write(drafts)
                _check_constraints()
        except DatabaseError as error:
            self.names.forget()
            if not connection.is_usable():
                raise
            if len(drafts) == 1:
                reason = f"the database refuses it: {str(error).splitlines()[0]}"
                return [_outcome(Result.FAILED, drafts[0], reason=reason)]
            return [outcome for draft in drafts for outcome in self._save([draft])]
        self._seen.update(hash(draft.identity) for draft in drafts)
        return outcomes

    def _write(self, drafts: Sequence[ArticleDraft]) -> list[Outcome]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_LOAD_AT_A_TIME])
            # Each trigger asks for this setting, and where there is none it costs an exception.
            # (Not being a SELECT, it also carries the history's context into the transaction.)
            cursor.execute("SET LOCAL pgtrigger.ignore = '{}'")
            # Triggers keep their plans, made when the tables were smaller: a join that was planned
            # for an empty one reads the whole of it at each batch until statistics are gathered.
            cursor.execute("DISCARD PLANS")
        stored = _stored(drafts, self.names)
        new = [draft for draft in drafts if draft.identity not in stored]
        create(new, self.names, publish=self.publish)
        return [self._outcome(draft, stored.get(draft.identity)) for draft in drafts]

    def _outcome(self, draft: ArticleDraft, stored: _Stored | None) -> Outcome:
        if stored is None:
            return _outcome(Result.CREATED, draft)
        if stored.is_left(draft, publish=self.publish):
            return _outcome(Result.UNCHANGED, draft)
        if hash(draft.identity) in self._seen:
            return _outcome(Result.FAILED, draft, reason=_TWICE)
        changes = update(stored.pk, draft, self.names, publish=self.publish)
        result = Result.UPDATED if changes.made else Result.UNCHANGED
        return _outcome(result, draft, kept=tuple(changes.kept))


def _outcome(
    result: Result, draft: ArticleDraft, *, reason: str = "", kept: tuple[str, ...] = ()
) -> Outcome:
    name = draft.id or draft.url
    return Outcome(result, draft.line, name, reason, kept, draft.ignored)


def _stored(drafts: Sequence[ArticleDraft], names: Names) -> dict[Identity, _Stored]:
    """Those of the articles that are in the database (one query, and one for a source)."""
    by_source: dict[int, list[ArticleDraft]] = {}
    for draft in drafts:
        source = names.known_source(draft.source)
        if source is not None:
            by_source.setdefault(source, []).append(draft)
    if not by_source:
        return {}
    wanted = Q()
    for source, theirs in by_source.items():
        wanted |= Q(source=source, external_id__in=[draft.id for draft in theirs if draft.id])
        urls = [draft.url for draft in theirs if not draft.id]
        wanted |= Q(source=source, external_id="", url__in=urls)
    originals = Original.objects.filter(article=OuterRef("pk"), media_type__in=[JSON, TEXT])
    proposals = Statement.objects.filter(article=OuterRef("pk"), status=Statement.Status.PROPOSED)
    rows = Article.objects.filter(wanted).annotate(
        sha256=Subquery(originals.order_by("-received_at", "-id").values("sha256")[:1]),
        has_proposals=Exists(proposals),
    )
    return {
        (
            row["source__name"],
            row["external_id"],
            "" if row["external_id"] else row["url"],
        ): _Stored(
            pk=row["pk"],
            sha256=row["sha256"],
            status=row["status"],
            has_proposals=row["has_proposals"],
        )
        for row in rows.values(
            "pk",
            "source__name",
            "external_id",
            "url",
            "status",
            "sha256",
            "has_proposals",
        )
    }


def _check_constraints() -> None:
    """Check now what is checked at the end of a transaction, while the batch can be taken apart."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
