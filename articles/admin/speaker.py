from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.models import Speaker, SpeakerName, Statement

from .base import DeskForm, DeskInline
from .counting import counted
from .dates import PartialDateInput
from .merging import MergingAdmin
from .office import TenureInline, years
from .tables import SpeakerTable, TablesMixin


class SpeakerForm(DeskForm):
    born = PartialDateInput(label="Born")
    died = PartialDateInput(label="Died")


class OtherNameInline(DeskInline):
    model = SpeakerName
    verbose_name = "other name"
    fields = ["name", "kind"]


@admin.register(Speaker)
class SpeakerAdmin(TablesMixin, MergingAdmin):
    resource_classes = [SpeakerTable]
    form = SpeakerForm
    list_display = ["name", "kind", "latest_office", "statements"]
    list_filter = ["kind"]
    search_fields = ["name", "other_names__name", "sort_name", "=wikidata_id"]
    inlines = [TenureInline, OtherNameInline]
    fieldsets = [
        (None, {"fields": ["name", "sort_name", "kind", ("born", "died"), "note", "wikidata_id"]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def label(self, obj: Speaker) -> str:
        """With the latest office, which tells namesakes apart, else the years of life."""
        return " — ".join(filter(None, [obj.name, self.latest_office(obj) or _life(obj)]))

    def with_labels(self, records: QuerySet) -> QuerySet:
        return records.prefetch_related("tenures__office__polity")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        number = counted(Statement, "speaker")
        return super().get_queryset(request).annotate(statements_counted=number)

    @admin.display(description="latest office")
    def latest_office(self, speaker: Speaker) -> str:
        tenures = list(speaker.tenures.all())  # by their beginning
        if not tenures:
            return ""
        when = years(tenures[-1])
        return f"{tenures[-1].office}{f' ({when})' if when else ''}"

    @admin.display(ordering="statements_counted")
    def statements(self, speaker: Speaker) -> int:
        return speaker.statements_counted  # type: ignore[attr-defined]


def _life(speaker: Speaker) -> str:
    if not speaker.born and not speaker.died:
        return ""
    born, died = (date.first.year if date else "" for date in (speaker.born, speaker.died))
    return f"{born}–{died}"
