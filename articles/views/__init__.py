"""Public pages. Thin: validate, search, render."""

from django.conf import settings
from django.http import HttpRequest


def site_context(request: HttpRequest) -> dict[str, object]:
    """What every template may use (a context processor)."""
    return {
        "demonstration": settings.DEMONSTRATION,
        "path": request.path,
        "editing": is_editor(request),
    }


def is_editor(request: HttpRequest) -> bool:
    """Whether links to the admin are shown.

    A visitor without a session is not asked for one, so that public pages stay the same for all
    and can be cached: touching the session would set `Vary: Cookie`.
    """
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_session and hasattr(request, "user") and request.user.is_staff
