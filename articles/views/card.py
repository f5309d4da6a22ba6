"""The picture of the card that others show of a page that was shared."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static

from articles.addresses import permanent


def card(request: HttpRequest) -> str:
    """Its whole address; a picture of the archive, since words are not pictured."""
    return permanent(request, static("img/card.png"))
