from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.models import Occasion, Statement

from .base import DeskAdmin, DeskForm
from .counting import counted
from .dates import PartialDateInput


class OccasionForm(DeskForm):
    starts = PartialDateInput(label="From")
    ends = PartialDateInput(label="To")


@admin.register(Occasion)
class OccasionAdmin(DeskAdmin):
    form = OccasionForm
    list_display = ["name", "place", "from_", "to", "statements"]
    search_fields = ["name", "place"]
    date_hierarchy = "starts_on"
    fieldsets = [
        (None, {"fields": ["name", "place", ("starts", "ends"), "description"]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def label(self, obj: Occasion) -> str:
        return f"{obj} ({obj.starts})" if obj.starts else str(obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        number = counted(Statement, "occasion")
        return super().get_queryset(request).annotate(statements_counted=number)

    @admin.display(description="from", ordering="starts_on")
    def from_(self, occasion: Occasion) -> str:
        return str(occasion.starts or "")

    @admin.display(ordering="ends_on")
    def to(self, occasion: Occasion) -> str:
        return str(occasion.ends or "")

    @admin.display(ordering="statements_counted")
    def statements(self, occasion: Occasion) -> int:
        return occasion.statements_counted  # type: ignore[attr-defined]
