"""New articles, many at a time: a fixed number of commands, whatever their number."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.utils import timezone

from articles.models import Article, ArticleTopic, Original, Statement, StatementTopic
from articles.readers import ArticleDraft, StatementDraft

from . import columns
from .copying import copy_in
from .names import Names
from .proposing import propose


def create(drafts: Sequence[ArticleDraft], names: Names, *, publish: bool) -> list[Article]:
    """Save articles that are not in the database, with what their drafts state.

    Published and confirmed with `publish`, else drafts and proposals. What the quotation engine
    finds, where a draft says nothing of statements, is proposed either way.
    """
    now = timezone.now() if publish else None
    articles = [new_article(draft, names, now) for draft in drafts]
    copy_in(articles)
    copy_in(
        [
            Original.of(article, draft.original, draft.media_type)
            for article, draft in zip(articles, drafts, strict=True)
        ]
    )
    copy_in(
        [
            ArticleTopic(article_id=article.pk, topic_id=topic)
            for article, draft in zip(articles, drafts, strict=True)
            for topic in names.topics(draft.topics)
        ]
    )
    create_statements(
        [
            (new_statement(article, draft, index, names, now), stated)
            for article, draft in zip(articles, drafts, strict=True)
            for index, stated in enumerate(columns.stated_by(draft))
        ],
        names,
    )
    propose(
        [
            article
            for article, draft in zip(articles, drafts, strict=True)
            if draft.statements is None
        ],
        names,
    )
    return articles


def new_article(draft: ArticleDraft, names: Names, published: datetime.datetime | None) -> Article:
    article = Article(source_id=names.source(draft.source), external_id=draft.id)
    for name, value in columns.of_article(draft).items():
        setattr(article, name, value)
    if published:
        article.status = Article.Status.PUBLISHED
        article.first_public_at = published
    return article


def new_statement(
    article: Article,
    draft: ArticleDraft,
    index: int,
    names: Names,
    confirmed: datetime.datetime | None,
) -> Statement:
    """The draft's statement number `index`, unsaved."""
    stated = columns.stated_by(draft)[index]
    statement = Statement(
        article=article,
        segments=[list(segment) for segment in stated.segments],
        text=stated.text_in(draft.body),
        position=index,
    )
    for name, value in columns.of_statement(draft, stated, names, article.source_id).items():
        setattr(statement, name, value)
    if confirmed:
        statement.status = Statement.Status.CONFIRMED
        statement.confirmed_at = confirmed
    return statement


def create_statements(new: Sequence[tuple[Statement, StatementDraft]], names: Names) -> None:
    """Save unsaved statements with the topics that their drafts name."""
    copy_in([statement for statement, _ in new])
    copy_in(
        [
            StatementTopic(statement_id=statement.pk, topic_id=topic)
            for statement, stated in new
            for topic in names.topics(stated.topics)
        ]
    )
