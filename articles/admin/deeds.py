"""What the buttons of the review page do to one statement. Each says what it has done.

The caller has asked for the permission, holds the row and its transaction, and keeps the log.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from articles import publishing
from articles.anchoring import put_in_order
from articles.dates import PartialDate
from articles.ingestion.attribution import kind_of
from articles.models import Article, Speaker, Statement, Tenure, Topic
from articles.models.statement import text_of

from . import reverting, spans
from .spans import Impossible
from .statement_form import only_tenure


def accept(request: HttpRequest, statement: Statement, _: str) -> str:
    if not statement.segments:
        raise Impossible("Its words are not in the text. Find them anew, then accept.")
    publishing.confirm(statement)
    return "Accepted"


def reject(request: HttpRequest, statement: Statement, _: str) -> str:
    publishing.reject(statement, request.POST.get("reason", "").strip())
    return "Rejected"


def undo(request: HttpRequest, statement: Statement, _: str) -> str:
    """Take the last change back, whoever made it; a decision needs the right to decide."""
    last = reverting.last_change(statement)
    if last is None:
        raise Impossible("Nothing was changed yet.")
    if last.decides and not request.user.has_perm("articles.confirm_statement"):
        raise PermissionDenied
    reverting.undo(statement, last)
    return "Undone"


# --- words ---------------------------------------------------------------------------------------


def move_start(request: HttpRequest, statement: Statement, step: str) -> str:
    return _move(statement, "start", step)


def move_end(request: HttpRequest, statement: Statement, step: str) -> str:
    return _move(statement, "end", step)


def _move(statement: Statement, end: spans.End, step: str) -> str:
    body, place = statement.article.body, statement.segments
    _put(statement, spans.move(body, place, end, -1 if step == "-1" else 1))
    return f"Moved the {end}"


def take_words(request: HttpRequest, statement: Statement, _: str) -> str:
    _put(statement, _selected(request, statement.article))
    return "Took other words"


def take_start(request: HttpRequest, statement: Statement, _: str) -> str:
    ((start, _end),) = _selected(request, statement.article)
    _put(statement, spans.set_end(statement.article.body, statement.segments, "start", start))
    return "Moved the start"


def take_end(request: HttpRequest, statement: Statement, _: str) -> str:
    ((_start, end),) = _selected(request, statement.article)
    _put(statement, spans.set_end(statement.article.body, statement.segments, "end", end))
    return "Moved the end"


def _selected(request: HttpRequest, article: Article) -> spans.Place:
    """What the editor has selected in the text: offsets of code points, to whole words."""
    given = [request.POST.get(name, "") for name in ("from", "to")]
    if not all(one.isascii() and one.isdigit() and len(one) < 10 for one in given):
        raise Impossible("No words were selected.")
    start, end = map(int, given)
    return spans.snapped(article.body, start, end)


def _put(statement: Statement, place: spans.Place) -> None:
    statement.segments = place
    statement.text = text_of(statement.article.body, place)
    statement.save(update_fields=["segments", "text"])
    put_in_order(statement.article)


def make(request: HttpRequest, article: Article) -> Statement:
    """A proposal of the words selected, by an editor; who spoke before is likely to speak on."""
    place = _selected(request, article)
    others = article.statements.exclude(status=Statement.Status.REJECTED).order_by("position")
    before = [one for one in others if one.segments and one.segments[0] < place[0]]
    last = before[-1] if before else None
    statement = Statement(
        article=article,
        segments=place,
        text=text_of(article.body, place),
        kind=Statement.Kind.DIRECT if _in_marks(article.body, place) else Statement.Kind.INDIRECT,
        speaker=last.speaker if last else None,
        tenure=last.tenure if last else None,
        place=article.place,
        language=article.language,
        created_by_id=request.user.pk,
    )
    statement.said = PartialDate(article.dateline_on) if article.dateline_on else article.published
    publishing.propose(statement)
    put_in_order(article)
    return statement


def _in_marks(body: str, place: spans.Place) -> bool:
    start, end = place[0]
    return body[start - 1 : start] in {'"', "“", "„", "«"} or body[end : end + 1] in {"”", '"', "»"}


def remove(request: HttpRequest, statement: Statement, _: str) -> str:
    """Only what an editor entered by hand and was never decided on; all else is rejected."""
    if statement.rule or statement.confirmed_at or not statement.created_by_id:
        raise Impossible("This is rejected, not removed: others may refer to it.")
    statement.topics.clear()
    statement.addressees.clear()
    statement.delete()
    put_in_order(statement.article)
    return "Removed"


# --- who -----------------------------------------------------------------------------------------


def choose_speaker(request: HttpRequest, statement: Statement, key: str) -> str:
    speaker = Speaker.objects.filter(pk=key).first() if _is_key(key) else None
    if speaker is None:
        raise Impossible("There is no such speaker any more.")
    _give(statement, speaker)
    return f"Speaker: {speaker}"


def create_speaker(request: HttpRequest, statement: Statement, _: str) -> str:
    """Whom the engine names and the archive did not know; of all proposals that wait for them."""
    proposal = getattr(statement, "proposal", None)
    name = request.POST.get("name", "") or (proposal.name if proposal else "")
    if proposal is None or name not in (proposal.name, *proposal.candidates) or not name:
        raise Impossible("There is no name to create a speaker of.")
    if not request.user.has_perm("articles.change_statement"):
        raise PermissionDenied
    speaker = Speaker.objects.create(name=name, kind=kind_of(name))
    waiting = statement.article.statements.filter(
        proposal__name=name, speaker=None, status=Statement.Status.PROPOSED
    )
    for one in waiting.exclude(pk=statement.pk):
        _give(one, speaker)
    _give(statement, speaker)
    return f"Created {speaker}"


def _give(statement: Statement, speaker: Speaker) -> None:
    statement.speaker = speaker
    statement.tenure = only_tenure(speaker, statement.said)
    statement.save(update_fields=["speaker", "tenure"])


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18


# --- what a correction may choose ----------------------------------------------------------------


def tenures_to_choose(request: HttpRequest, statement: Statement) -> list[Tenure]:
    if not statement.speaker_id:
        return []
    held = Tenure.objects.filter(speaker=statement.speaker_id)
    return list(held.select_related("office__polity"))


def topics_to_choose(request: HttpRequest, statement: Statement) -> list[Topic]:
    """Those ticked: the form offered them."""
    keys = [key for key in request.POST.getlist("topics") if _is_key(key)]
    return list(Topic.objects.filter(pk__in=keys))
