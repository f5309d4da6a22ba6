"""An article that is in the archive already, and what a file says of it now."""

from __future__ import annotations

import hashlib

from articles import publishing
from articles.models import Article, Original
from articles.readers import ArticleDraft, jsonl, text
from articles.readers.drafts import JSON, TEXT

from . import columns
from .merging import Changes, take, take_topics
from .names import Names
from .proposing import propose_more
from .restating import restate


def update(pk: int, draft: ArticleDraft, names: Names, *, publish: bool) -> Changes:
    """Bring the article with this primary key to what the file says, as far as nobody objects."""
    article = Article.objects.select_for_update().get(pk=pk)
    old = _last_loaded(article)
    changes = Changes()
    body = _body_to_be(article, draft, old, changes)
    _take_columns(article, draft, old, changes)
    _take_topics(article, draft, old, names, changes)
    text_changes = body != article.body
    restate(article, body, draft, old, names, changes, publish=publish)
    if text_changes and draft.statements is None:
        propose_more(article, names)
    _keep_original(article, draft)
    if publish:
        _publish(article, changes, loaded_before=old is not None)
    return changes


def _last_loaded(article: Article) -> ArticleDraft | None:
    """What the file said when it was last loaded; None if the article came in another way."""
    original = article.originals.filter(media_type__in=[JSON, TEXT]).first()
    if original is None:
        return None
    content, source = bytes(original.content), article.source.name
    if original.media_type == JSON:
        found = jsonl.read_line(content, source=source)
    else:
        found = text.draft(content, source=source, url=article.url, published_on=article.published)
    return found if isinstance(found, ArticleDraft) else None


def _body_to_be(
    article: Article, draft: ArticleDraft, old: ArticleDraft | None, changes: Changes
) -> str:
    """The body that the article is to have: the file's unless an editor has changed it."""
    if draft.body == article.body or (old and draft.body == old.body):
        return article.body
    if old and article.body == old.body:
        return draft.body
    changes.keep("body")
    return article.body


def _take_columns(
    article: Article, draft: ArticleDraft, old: ArticleDraft | None, changes: Changes
) -> None:
    """All but the body, which takes its statements along."""
    new = columns.of_article(draft)
    del new["body"]
    if take(article, new, columns.of_article(old) if old else None, changes):
        article.save()


def _take_topics(
    article: Article,
    draft: ArticleDraft,
    old: ArticleDraft | None,
    names: Names,
    changes: Changes,
) -> None:
    if draft.topics != (old.topics if old else ()):
        before = names.topics(old.topics) if old else set()
        changes.made |= take_topics(article.topics, names.topics(draft.topics), before)


def _keep_original(article: Article, draft: ArticleDraft) -> None:
    latest = article.originals.filter(media_type=draft.media_type).first()
    if latest is None or latest.sha256 != hashlib.sha256(draft.original).hexdigest():
        Original.of(article, draft.original, draft.media_type).save()


def _publish(article: Article, changes: Changes, *, loaded_before: bool) -> None:
    """Publish a draft that has never been public; what a person took back stays back."""
    if article.status == Article.Status.WITHDRAWN:
        changes.keep("withdrawn, and stays so")
    elif article.status == Article.Status.DRAFT and article.first_public_at:
        changes.keep("taken back to a draft, and stays one")
    elif article.status == Article.Status.DRAFT and not loaded_before:
        changes.keep("a draft entered by hand, and stays one")
    elif article.status == Article.Status.DRAFT:
        publishing.publish(article)
        changes.made = True
