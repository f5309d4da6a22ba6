"""Offices and who held them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.models import Office, Tenure

from .base import DeskAdmin, DeskForm, DeskInline
from .dates import PartialDateInput
from .tables import OfficeTable, TablesMixin


def years(tenure: Tenure) -> str:
    """Such as 2004–2012, since 2004, until 2012; empty when neither end is known."""
    begins, ends = tenure.starts, tenure.ends
    if begins and ends:
        return f"{begins.first.year}–{ends.first.year}"
    if begins:
        return f"since {begins.first.year}"
    return f"until {ends.first.year}" if ends else ""


class TenureForm(DeskForm):
    starts = PartialDateInput(label="From")
    ends = PartialDateInput(label="To")


class TenureInline(DeskInline):
    model = Tenure
    form = TenureForm
    verbose_name = "office held"
    verbose_name_plural = "offices held"
    fields = ["office", "starts", "ends"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("office__polity", "speaker")


class HolderInline(TenureInline):
    verbose_name = "holder"
    verbose_name_plural = "holders"
    fields = ["speaker", "starts", "ends"]


@admin.register(Office)
class OfficeAdmin(TablesMixin, DeskAdmin):
    resource_classes = [OfficeTable]
    list_display = ["title", "polity", "holders"]
    search_fields = ["title", "polity__name"]
    fieldsets = [
        (None, {"fields": ["title", "polity"]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]
    inlines = [HolderInline]

    def with_labels(self, records: QuerySet) -> QuerySet:
        return records.select_related("polity")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("tenures__speaker")

    def holders(self, office: Office) -> str:
        """The newest three."""
        held = [_holder(tenure) for tenure in reversed(office.tenures.all())]
        return "; ".join(held[:3]) + ("; …" if len(held) > 3 else "")

    def is_public(self, obj: Any) -> bool:
        return False  # an office has no page


def _holder(tenure: Tenure) -> str:
    when = years(tenure)
    return f"{tenure.speaker} ({when})" if when else str(tenure.speaker)


@admin.register(Tenure)
class TenureAdmin(DeskAdmin):
    """For the choice of a capacity; tenures are edited with their speaker or their office."""

    form = TenureForm
    list_display = ["speaker", "office", "from_", "to"]
    search_fields = ["speaker__name", "speaker__other_names__name", "office__title"]
    fields = ["speaker", "office", ("starts", "ends")]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def label(self, obj: Tenure) -> str:
        when = years(obj)
        return f"{obj.speaker}: {obj.office}{f' ({when})' if when else ''}"

    def with_labels(self, records: QuerySet) -> QuerySet:
        return records.select_related("speaker", "office__polity")

    def is_public(self, obj: Any) -> bool:
        return False

    @admin.display(description="from", ordering="starts_on")
    def from_(self, tenure: Tenure) -> str:
        return str(tenure.starts or "")

    @admin.display(ordering="ends_on")
    def to(self, tenure: Tenure) -> str:
        return str(tenure.ends or "")
