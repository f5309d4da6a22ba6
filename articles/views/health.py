"""What a load balancer asks: is the process alive, and can it answer?"""

from __future__ import annotations

import logging

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.search import index

log = logging.getLogger(__name__)

PLAIN = "text/plain; charset=utf-8"


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type=PLAIN)


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and there is an index to search, else 503 with the reason."""
    problem = _problem()
    return HttpResponse(problem or "ok", content_type=PLAIN, status=503 if problem else 200)


def _problem() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        index.ready("statements")
    except index.NotReady:
        return "The search index is being made."
    except Error:
        log.exception("The database does not answer")
        return "The database does not answer."
    except OSError:
        log.exception("The search index cannot be read")
        return "The search index cannot be read."
    return ""
