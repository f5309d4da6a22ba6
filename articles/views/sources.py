"""Where the articles come from: the directory, and one source."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Source

from .directory import Directory, show
from .merged import leads_on
from .record import about

LATEST_ARTICLES = 10

SOURCES = Directory(
    facet="source",
    template="sources.html",
    records=lambda: Source.objects.order_by("name"),
    names=("name",),
    letter_of="name",
    counts_articles=True,
)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    return show(request, SOURCES)


@require_safe
@leads_on("source")
def source(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(Source.objects.select_related("country"), slug=slug)
    articles = Article.objects.public().filter(source=record)
    context = {
        "article_count": articles.count(),
        "articles": articles.defer("body").select_related("source")[:LATEST_ARTICLES],
        **about(request, "source", record),
    }
    return render(request, "source.html", context)
