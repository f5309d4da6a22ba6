"""Speakers, offices and topics as tables: exported, edited elsewhere, and imported again.

An import is tried first and shows, row by row, what it would change; nothing is saved before it is
confirmed, and then all of it or nothing. A row is recognised by its slug; without one it is new.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from import_export import fields, resources, widgets
from import_export.admin import ImportExportMixin
from import_export.formats import base_formats
from import_export.forms import ExportForm

from articles.dates import PartialDate
from articles.models import Office, Polity, Speaker, SpeakerName, Topic

SEPARATOR = ";"
# What a spreadsheet would take for a formula, at the beginning of a cell, is led by an apostrophe.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


class PartialDateWidget(widgets.Widget):
    """2019-05-14, 2019-05 or 2019."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> PartialDate | None:
        text = str(value or "").strip()
        return PartialDate.parse(text) if text else None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(value or "")


class ListWidget(widgets.Widget):
    """A list in one cell, with semicolons between."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        return listed(value)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return f"{SEPARATOR} ".join(value or [])


class RecordWidget(widgets.Widget):
    """A record by one of its fields; one that is not there is an error of the row."""

    def __init__(self, model: type[Model], field: str) -> None:
        self.model, self.field = model, field
        super().__init__()

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Model | None:
        text = str(value or "").strip()
        if not text:
            return None
        found = self.model._default_manager.filter(**{self.field: text}).first()
        if found is None:
            noun = self.model._meta.verbose_name
            raise ValueError(f"There is no {noun} with the {self.field} “{text}”.")
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(getattr(value, self.field, "") or "")


def listed(value: Any) -> list[str]:
    parts = (" ".join(part.split()) for part in str(value or "").split(SEPARATOR))
    return list(dict.fromkeys(filter(None, parts)))


class Difference(resources.Diff):
    """Before and after, escaped; the library's own has styles that our policy refuses."""

    def as_html(self) -> list[SafeString]:
        before = [""] * len(self.right) if self.new else self.left
        return [_shown(one, other) for one, other in zip(before, self.right, strict=True)]


def _shown(before: Any, after: Any) -> SafeString:
    if str(before) == str(after):
        return format_html("{}", after)
    return format_html("<del>{}</del> <ins>{}</ins>", before, after)


class Table(resources.ModelResource):
    """A table of records, safe to open in a spreadsheet."""

    def export_field(self, field: Any, instance: Any, **kwargs: Any) -> Any:
        value = super().export_field(field, instance, **kwargs)
        return f"'{value}" if str(value).startswith(FORMULA) else value

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        for name, value in row.items():
            text = str(value or "")
            if text.startswith("'") and text[1:].startswith(FORMULA):
                row[name] = text[1:]

    def get_diff_class(self) -> type[resources.Diff]:
        return Difference

    class Meta:
        import_id_fields = ["slug"]
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True
        use_transactions = True


class SpeakerTable(Table):
    born = fields.Field(attribute="born", column_name="born", widget=PartialDateWidget())
    died = fields.Field(attribute="died", column_name="died", widget=PartialDateWidget())
    other_names = fields.Field(column_name="other_names")

    class Meta(Table.Meta):
        model = Speaker
        fields = [
            "slug", "name", "other_names", "sort_name", "kind",
            "born", "died", "wikidata_id", "note",
        ]  # fmt: skip
        export_order = fields

    def dehydrate_other_names(self, speaker: Speaker) -> str:
        if not speaker.pk:
            return ""
        return f"{SEPARATOR} ".join(one.name for one in speaker.other_names.all())

    def skip_row(self, instance: Any, original: Any, row: Any, *args: Any, **kwargs: Any) -> bool:
        if "other_names" in row and instance.pk:
            names = {one.name for one in instance.other_names.all()}
            if names != set(listed(row["other_names"])):
                return False
        return super().skip_row(instance, original, row, *args, **kwargs)

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """A column that is not there changes no names; one that is has all of them."""
        if "other_names" not in row:
            return
        names = listed(row["other_names"])
        instance.other_names.exclude(name__in=names).delete()
        known = set(instance.other_names.values_list("name", flat=True))
        for name in names:
            if name not in known:
                SpeakerName.objects.create(speaker=instance, name=name)


class OfficeTable(Table):
    polity = fields.Field(
        attribute="polity", column_name="polity", widget=RecordWidget(Polity, "name")
    )

    class Meta(Table.Meta):
        model = Office
        fields = ["slug", "title", "polity"]
        export_order = fields


class TopicTable(Table):
    parent = fields.Field(
        attribute="parent", column_name="parent", widget=RecordWidget(Topic, "slug")
    )
    cue_phrases = fields.Field(
        attribute="cue_phrases", column_name="cue_phrases", widget=ListWidget()
    )

    class Meta(Table.Meta):
        model = Topic
        fields = ["slug", "name", "parent", "description", "cue_phrases"]
        export_order = fields


class TablesMixin(ImportExportMixin):
    """Links to import and export in the list of a noun, for those who may."""

    export_form_class = ExportForm
    import_error_display = ("message",)

    def get_import_formats(self) -> list[Any]:
        return [base_formats.CSV, base_formats.TSV]

    def get_export_formats(self) -> list[Any]:
        return [base_formats.CSV, base_formats.TSV]

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Whoever imports adds and changes."""
        return self.has_add_permission(request) and self.has_change_permission(request)  # type: ignore[attr-defined]

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)  # type: ignore[attr-defined]
