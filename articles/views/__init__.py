"""Public pages. Thin: validate, search, render."""

from django.conf import settings
from django.http import HttpRequest


def site_context(request: HttpRequest) -> dict[str, object]:
    """What every template may use (a context processor)."""
    return {"demonstration": settings.DEMONSTRATION, "path": request.path}
