from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.models import Article, Source

from .counting import counted
from .merging import MergingAdmin


@admin.register(Source)
class SourceAdmin(MergingAdmin):
    list_display = ["name", "kind", "country", "language", "articles"]
    list_filter = ["kind", "language"]
    search_fields = ["name", "homepage"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "homepage", "country", "language", "description"]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def with_labels(self, records: QuerySet) -> QuerySet:
        return records.select_related("country")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(articles_counted=counted(Article, "source"))

    @admin.display(ordering="articles_counted")
    def articles(self, source: Source) -> int:
        return source.articles_counted  # type: ignore[attr-defined]
