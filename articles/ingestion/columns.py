"""A draft as attributes of the models, so that creating and comparing say the same of it."""

from __future__ import annotations

from typing import Any

from articles.readers import ArticleDraft, StatementDraft

from .names import Names

Columns = dict[str, Any]


def of_article(draft: ArticleDraft) -> Columns:
    """All that a file says of an article but its identity, its topics and its statements."""
    return {
        "url": draft.url,
        "title": draft.title,
        "summary": draft.summary,
        "language": draft.language,
        "published": draft.published_on,
        "place": draft.place,
        "body": draft.body,
        **({"dateline_on": draft.dateline_on} if draft.dateline_on else {}),
    }


def of_statement(
    article: ArticleDraft, stated: StatementDraft, names: Names, source: int, *, make: bool = True
) -> Columns:
    """All that a file says of a statement but its words, its position and its topics.

    `make=False` makes no new speaker: then a name by which nobody is known stands for itself.
    """
    polity = names.polity(stated.country)
    look_up = names.speaker if make else names.known_speaker
    speaker = look_up(stated.speaker, polity, source)
    said = stated.said_on or article.published_on
    return {
        "kind": stated.kind,
        "attribution": stated.speaker,
        "cue": stated.cue,
        "speaker_id": speaker,
        # What the source prints is better than what we know of the day.
        "tenure_id": None if stated.office else names.tenure(speaker, polity, said),
        "office_as_printed": stated.office,
        "polity_id": polity,
        "said": said,
        "language": article.language,
    }


def stated_by(draft: ArticleDraft) -> tuple[StatementDraft, ...]:
    """The statements of an article. Where a file says nothing of them, `proposing` finds some."""
    return draft.statements or ()
