"""What becomes public, and what no longer is: the only places that change a status.

Each takes an unsaved or saved instance, sets the status with its moment and reason, and saves.
Permissions are the caller's business; history is kept by triggers.
"""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from articles.models import Article, Statement


def publish(article: Article) -> None:
    """Make the article, with its confirmed statements, public; also again after a withdrawal."""
    article.status = Article.Status.PUBLISHED
    article.first_public_at = article.first_public_at or timezone.now()
    article.withdrawn_at = None
    article.withdrawn_reason = ""
    article.save()


def return_to_draft(article: Article) -> None:
    """Take the article off the public pages while it is worked on."""
    article.status = Article.Status.DRAFT
    article.withdrawn_at = None
    article.withdrawn_reason = ""
    article.save()


def withdraw(article: Article, reason: str) -> None:
    """Take the article back; its address then says when and why. ValueError without a reason."""
    if not reason.strip():
        raise ValueError("A withdrawal needs its reason: it is shown at the article's address.")
    article.status = Article.Status.WITHDRAWN
    article.first_public_at = article.first_public_at or timezone.now()
    article.withdrawn_at = timezone.now()
    article.withdrawn_reason = reason.strip()
    article.save()


def withdraw_statement(statement: Statement, reason: str) -> None:
    """Take the statement back; its address then says when and why. ValueError without a reason."""
    if not reason.strip():
        raise ValueError("A withdrawal needs its reason: it is shown at the statement's address.")
    statement.status = Statement.Status.WITHDRAWN
    statement.status_reason = reason.strip()
    statement.withdrawn_at = timezone.now()
    statement.save()


def confirm(statement: Statement) -> None:
    """Say that the source supports the statement, also again after a withdrawal.

    The database refuses one without segments.
    """
    statement.status = Statement.Status.CONFIRMED
    statement.status_reason = ""
    statement.confirmed_at = statement.confirmed_at or timezone.now()
    statement.save()


def confirm_all(statements: Collection[Statement]) -> None:
    """The same of many saved statements, in two queries."""
    chosen = Statement.objects.filter(pk__in=[statement.pk for statement in statements])
    chosen.filter(confirmed_at=None).update(confirmed_at=timezone.now())
    chosen.update(status=Statement.Status.CONFIRMED, status_reason="")


def propose(statement: Statement, reason: str = "") -> None:
    """Put the statement (back) before an editor, with the reason that is shown there."""
    statement.status = Statement.Status.PROPOSED
    statement.status_reason = reason
    statement.save()


def reject(statement: Statement, reason: str = "") -> None:
    """Say that the source does not support it, or that it is no statement."""
    statement.status = Statement.Status.REJECTED
    statement.status_reason = reason
    statement.save()
