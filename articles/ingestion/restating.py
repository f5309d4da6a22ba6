"""The statements of an article that is loaded again.

Three lists are laid side by side: what the file stated before, what it states now, and what the
archive has. Statements are paired by their words, since a file gives them no names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils import timezone

from articles import anchoring, publishing
from articles.models import Article, Statement
from articles.models.statement import text_of
from articles.readers import ArticleDraft, StatementDraft

from . import columns
from .creating import create_statements, new_statement
from .merging import Changes, decided_by_hand, take, take_topics
from .names import Names
from .pairing import pair, squeezed

DROPPED = "The source’s file no longer states this."

Segments = list[list[int]]


@dataclass
class _Trio:
    """A statement of the file, what it was before, and ours."""

    index: int
    new: StatementDraft
    old_index: int | None = None
    old: StatementDraft | None = None
    ours: Statement | None = None

    @property
    def label(self) -> str:
        return f"statement {self.index + 1}"


def restate(
    article: Article,
    body: str,
    draft: ArticleDraft,
    old: ArticleDraft | None,
    names: Names,
    changes: Changes,
    *,
    publish: bool,
) -> None:
    """Give the article its body, and its statements what the file says of them."""
    _Restating(article, draft, old, names, changes, publish=publish).run(body)


class _Restating:
    def __init__(
        self,
        article: Article,
        draft: ArticleDraft,
        old: ArticleDraft | None,
        names: Names,
        changes: Changes,
        *,
        publish: bool,
    ) -> None:
        self.article, self.draft, self.old = article, draft, old
        self.names, self.changes, self.publish = names, changes, publish
        self.ours = list(article.statements.select_for_update().order_by("position", "pk"))
        self.by_hand = decided_by_hand(self.ours)
        self.trios: list[_Trio] = []
        self.dropped: list[tuple[StatementDraft, Statement]] = []
        if draft.statements is not None:  # else the file says nothing, so there is nothing to pair
            self._pair(columns.stated_by(draft), columns.stated_by(old) if old else ())

    def _pair(self, new: tuple[StatementDraft, ...], old: tuple[StatementDraft, ...]) -> None:
        earlier = [one.text_in(self.old.body) for one in old] if self.old else []
        ours = [one.text for one in self.ours]
        now = [one.text_in(self.draft.body) for one in new]
        ours_of = pair(earlier, ours)
        new_of = pair(earlier, now)
        old_of = {j: i for i, j in new_of.items()}
        free = [j for j in range(len(ours)) if j not in ours_of.values()]
        fresh = [index for index in range(len(new)) if index not in old_of]
        here_already = pair([now[index] for index in fresh], [ours[j] for j in free])
        same = {fresh[i]: free[j] for i, j in here_already.items()}
        for index, stated in enumerate(new):
            i = old_of.get(index)
            j = same.get(index) if i is None else ours_of.get(i)
            self.trios.append(
                _Trio(
                    index,
                    stated,
                    i,
                    old[i] if i is not None else None,
                    self.ours[j] if j is not None else None,
                )
            )
        self.dropped = [
            (one, self.ours[ours_of[i]])
            for i, one in enumerate(old)
            if i not in new_of and i in ours_of
        ]

    def run(self, body: str) -> None:
        self.placed = self._place(body)
        self._move(body)
        for trio in self.trios:
            if trio.ours is not None and trio.old is not None:
                self._compare(trio, trio.old, trio.ours)
                self._reorder(trio, trio.ours)
            elif trio.old is not None and self._says(trio.new) != self._says(trio.old):
                self.changes.keep(trio.label, "deleted here")
        self._add(body)
        for stated, ours in self.dropped:
            self._drop(stated, ours)
        if self.publish:
            self._confirm()

    # --- words -----------------------------------------------------------------------------------

    def _place(self, body: str) -> dict[int, Segments]:
        """Where the file's statements stand in the body, which may be an editor's."""
        change = anchoring.Change(self.draft.body, body)
        placed: dict[int, Segments] = {}
        for trio in self.trios:
            try:
                placed[trio.index] = change.follow(trio.new.segments)
            except anchoring.NotFound:
                continue
        return placed

    def _move(self, body: str) -> None:
        """The body and the words: at the file's places where they are the file's, else followed."""
        moves = body != self.article.body
        settled: dict[int, Segments] = {}
        for trio in self.trios:
            place = self._file_place(trio, moves=moves)
            if trio.ours is not None and place is not None:
                settled[trio.ours.pk] = place
        if moves:
            self.changes.made = True
            others = [one for one in self.ours if one.pk not in settled]
            anchoring.reanchor(self.article, body, others)
        for ours in self.ours:
            if ours.pk in settled and settled[ours.pk] != ours.segments:
                ours.segments = settled[ours.pk]
                ours.text = text_of(body, ours.segments)
                ours.save(update_fields=["segments", "text"])
                self.changes.made = True

    def _file_place(self, trio: _Trio, *, moves: bool) -> Segments | None:
        """The place that our statement takes from the file; None where it follows its words."""
        if trio.ours is None or trio.old is None or self.old is None:
            return None
        before, now = trio.old.text_in(self.old.body), trio.new.text_in(self.draft.body)
        same_words = squeezed(before) == squeezed(now)
        same_body = self.old.body == self.draft.body
        restated = trio.old.segments != trio.new.segments if same_body else not same_words
        if not restated and not moves:
            return None
        ours_are_the_files = squeezed(trio.ours.text) == squeezed(before) and (
            self.article.body != self.old.body or _lists(trio.old) == trio.ours.segments
        )
        place = self.placed.get(trio.index)
        if ours_are_the_files and place and not (restated and trio.ours.pk in self.by_hand):
            return place
        if restated and squeezed(trio.ours.text) != squeezed(now):
            self.changes.keep(trio.label, "words")
        return None

    # --- what is said of the words ---------------------------------------------------------------

    @staticmethod
    def _says(stated: StatementDraft) -> StatementDraft:
        return replace(stated, segments=())

    def _compare(self, trio: _Trio, old: StatementDraft, ours: Statement) -> None:
        if self.old is None or (
            self._says(trio.new) == self._says(old)
            and self.draft.published_on == self.old.published_on
            and self.draft.language == self.old.language
        ):
            return
        if ours.pk in self.by_hand:
            self.changes.keep(trio.label)
            return
        before = self._columns(self.old, old, make=False)
        now = self._columns(self.draft, trio.new, make=ours.speaker_id == before["speaker_id"])
        if ours.speaker_id not in (before["speaker_id"], now["speaker_id"]):
            del now["tenure_id"]  # the other speaker's
        if take(ours, now, before, self.changes, trio.label):
            ours.save()
        self.changes.made |= take_topics(
            ours.topics, self.names.topics(trio.new.topics), self.names.topics(old.topics)
        )

    @staticmethod
    def _reorder(trio: _Trio, ours: Statement) -> None:
        if ours.position == trio.old_index != trio.index:
            ours.position = trio.index
            ours.save(update_fields=["position"])

    def _columns(
        self, draft: ArticleDraft, stated: StatementDraft, *, make: bool
    ) -> columns.Columns:
        return columns.of_statement(draft, stated, self.names, self.article.source_id, make=make)

    # --- statements that come and go -------------------------------------------------------------

    def _add(self, body: str) -> None:
        """What the file states for the first time."""
        now = timezone.now() if self.publish else None
        added = []
        for trio in self.trios:
            if trio.old is not None or trio.ours is not None:
                continue
            if trio.index not in self.placed:
                self.changes.keep(trio.label, "its words are not in the body as edited")
                continue
            made = new_statement(self.article, self.draft, trio.index, self.names, now)
            made.segments = self.placed[trio.index]
            made.text = text_of(body, made.segments)
            added.append((made, trio.new))
        if added:
            create_statements(added, self.names)
            self.changes.made = True

    def _drop(self, stated: StatementDraft, ours: Statement) -> None:
        """Evidence is not deleted: an editor decides."""
        if ours.pk in self.by_hand:
            self.changes.keep(f"“{ours}”", "no longer stated")
        elif ours.status != Statement.Status.REJECTED and ours.status_reason != DROPPED:
            publishing.propose(ours, DROPPED)
            self.changes.made = True

    def _confirm(self) -> None:
        """Confirm what waits and is as the file states it; what an editor changed waits on."""
        confirmed = []
        for trio in self.trios:
            if trio.ours is None or trio.ours.status != Statement.Status.PROPOSED:
                continue
            if self._is_as_stated(trio.ours, trio.new) and trio.ours.pk not in self.by_hand:
                confirmed.append(trio.ours)
            else:
                self.changes.keep(trio.label, "proposed, and stays so")
        if confirmed:
            publishing.confirm_all(confirmed)
            self.changes.made = True

    def _is_as_stated(self, ours: Statement, stated: StatementDraft) -> bool:
        expected = self._columns(self.draft, stated, make=False)
        return (
            bool(ours.segments)
            and squeezed(ours.text) == squeezed(stated.text_in(self.draft.body))
            and all(getattr(ours, name) == value for name, value in expected.items())
        )


def _lists(stated: StatementDraft) -> Segments:
    return [list(segment) for segment in stated.segments]
