"""Old addresses of records that others have taken up."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles import mergers

View = Callable[[HttpRequest, str], HttpResponse]


def leads_on(kind: str) -> Callable[[View], View]:
    """A view of one record: where there is none, go to the one that has taken it up, if any.

    Not for ever: a merger can be undone.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def show(request: HttpRequest, slug: str) -> HttpResponse:
            try:
                return view(request, slug)
            except Http404:
                record = mergers.leads_to(kind, slug)
                if record is None:
                    raise
                return redirect(record)

        return show

    return decorate
