"""Pages for what went wrong: each says what, and what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from articles.models import Article, Statement

RETRY_AFTER = "5"  # seconds


def _error(
    request: HttpRequest, status: int, title: str, problem: str, **more: object
) -> HttpResponse:
    context = {"status": status, "title": title, "problem": problem, **more}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 400, "Not understood", "The request could not be understood.")


def refused(request: HttpRequest, problems: list[str]) -> HttpResponse:
    """400 for parameters that are unknown or malformed; each problem names its parameter."""
    problem = "The address asks for something that this page does not know."
    return _error(request, 400, "Not understood", problem, problems=problems)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 403, "Not open to you", "This page is not open to you.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    problem = (
        "There is no page at this address. The archive’s addresses do not change, so it may be "
        "mistyped."
    )
    return _error(request, 404, "Nothing here", problem)


def withdrawn(request: HttpRequest, record: Article | Statement, what: str) -> HttpResponse:
    """410 for what was public and is not: when it was withdrawn and why, and nothing of it."""
    problem = f"This {what} was part of the archive and has been withdrawn."
    reason = record.withdrawn_reason if isinstance(record, Article) else record.status_reason
    gone = {"at": record.withdrawn_at, "reason": reason}
    return _error(request, 410, "Withdrawn", problem, withdrawn=gone)


def if_withdrawn(request: HttpRequest, statement: Statement) -> HttpResponse | None:
    """410 for a statement that was withdrawn, by itself or with its article."""
    if statement.article.status == Article.Status.WITHDRAWN:
        return withdrawn(request, statement.article, "statement")
    if statement.status == Statement.Status.WITHDRAWN:
        return withdrawn(request, statement, "statement")
    return None


def index_missing(request: HttpRequest) -> HttpResponse:
    problem = "The index of the archive is being made. Please try again in a moment."
    page = _error(request, 503, "One moment", problem)
    page["Retry-After"] = RETRY_AFTER
    return page


def unavailable(problem: str) -> HttpResponse:
    page = _without_database(503, "Not just now", problem)
    page["Retry-After"] = RETRY_AFTER
    return page


def server_error(request: HttpRequest) -> HttpResponse:
    problem = "Something went wrong here. It has been recorded; please try again in a while."
    return _without_database(500, "Something went wrong", problem)


def _without_database(status: int, title: str, problem: str) -> HttpResponse:
    """Without the request, so that nothing is asked of a database that may be the trouble."""
    context = {"status": status, "title": title, "problem": problem}
    return HttpResponse(render_to_string("error.html", context), status=status)
