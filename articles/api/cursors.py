"""Cursors: to any depth at the same cost, and what comes or goes meanwhile moves nothing."""

from __future__ import annotations

import re

from django.http import QueryDict
from rest_framework.request import Request

from articles.addresses import SearchAddress, permanent

from .base import refusal

CURSOR = "cursor"
BEGINNING = "*"
PATTERN = r"^(\*|[0-9]{1,19})$"  # as the description has it

_GIVEN_OUT = re.compile(r"[0-9]{1,19}", re.ASCII)
_GREATEST = 2**63 - 1


def is_asked_for(data: QueryDict) -> bool:
    return bool(data.get(CURSOR, "").strip())


def key(data: QueryDict) -> int | None:
    """The key after which to go on; None to begin. ValidationError for what is no cursor."""
    given = data.get(CURSOR, "").strip()
    if data.get("page", "").strip():
        raise refusal(["page: A cursor and a page exclude each other."])
    if given == BEGINNING:
        return None
    if not _GIVEN_OUT.fullmatch(given) or int(given) >= _GREATEST:
        raise refusal([f"cursor: “{given[:100]}” is none that was given out; begin with *."])
    return int(given)


def after(request: Request, last: int | None) -> str | None:
    """The address of what follows the record with the key `last`; None after the end."""
    if last is None:
        return None
    address = SearchAddress.asked(request.path, request.query_params)
    return permanent(request._request, str(address.with_values({CURSOR: [str(last)]})))
