"""Pages for what went wrong: each says what, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _error(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    return render(request, "error.html", {"status": status, **context}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 400, problem="The request could not be understood.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 403, problem="This is not open to you.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 404, problem="There is no page at this address.")


def server_error(request: HttpRequest) -> HttpResponse:
    return _error(request, 500, problem="Something went wrong here. It has been recorded.")
