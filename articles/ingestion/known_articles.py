"""Whether a report is in the archive already, whichever way it came."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from articles.models import Article
from articles.readers import ArticleDraft, Failure
from articles.readers.text import identity


def known_article(source: str, *, url: str, body: str, pasted: str = "") -> Article | None:
    """The source's article with this address, else with these words; by the source's name.

    `pasted` is what was pasted once, though an editor has corrected the body since.
    """
    theirs = Article.objects.filter(source__name=source).select_related("source")
    if url and (found := theirs.filter(url=url).order_by("pk").first()):
        return found
    same_words = theirs.filter(external_id=identity(body)) | theirs.filter(body=body)
    found = same_words.order_by("pk").first()
    if found or not pasted:
        return found
    digest = hashlib.sha256(pasted.encode()).hexdigest()
    return theirs.filter(originals__sha256=digest).order_by("pk").first()


def as_known(draft: ArticleDraft) -> ArticleDraft | Failure:
    """The draft with the identity under which the archive has its article, if it has it."""
    known = known_article(draft.source, url=draft.url, body=draft.body)
    if known is None:
        return draft
    if not known.external_id and not known.url:
        reason = f"is in the archive already, entered by hand: “{known}”."
        return Failure(draft.line, reason)
    return replace(draft, id=known.external_id, url=known.url or draft.url)
