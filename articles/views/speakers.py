"""Who speaks: the directory, and one speaker."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Speaker

from .company import company
from .directory import Directory, show
from .merged import leads_on
from .record import about

SPEAKERS = Directory(
    facet="speaker",
    template="speakers.html",
    records=lambda: Speaker.objects.order_by("sort_name", "name", "pk"),
    names=("name", "sort_name", "other_names__name"),
    letter_of="sort_name",
)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    return show(request, SPEAKERS)


@require_safe
@leads_on("speaker")
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(Speaker.objects.prefetch_related("other_names"), slug=slug)
    tenures = list(record.tenures.select_related("office__polity"))
    found = about(request, "speaker", record, tenures)
    context = {
        "tenures": tenures,
        "other_names": record.other_names.all(),
        "company": company(found["within"], record.slug) if found["within"] else None,
        **found,
    }
    return render(request, "speaker.html", context)
