"""When the database does not answer, or not in time: a page, or JSON, that says what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from psycopg.errors import QueryCanceled

from . import errors

log = logging.getLogger(__name__)

TOO_LONG = (
    "This would have kept the database busy for longer than one request may. Please try again; if "
    "it happens again, narrow the search by words, dates or filters, or ask for fewer records."
)
AWAY = "The database of the archive does not answer just now. Please try again in a moment."


class DatabaseFailures:
    """Middleware; STATEMENT_TIMEOUT says how long a statement may take."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError):
            return None
        log.error("%s %s: %s", request.method, request.path, exception)
        problem = TOO_LONG if isinstance(exception.__cause__, QueryCanceled) else AWAY
        if request.path.startswith("/api/"):
            answer: HttpResponse = JsonResponse({"detail": problem}, status=503)
            answer["Retry-After"] = errors.RETRY_AFTER
            return answer
        return errors.unavailable(problem)
