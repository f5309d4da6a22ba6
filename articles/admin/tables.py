"""Speakers, offices and topics as tables: exported, edited elsewhere, and imported again.

An import is tried first and shows, row by row, what it would change; nothing is saved before it is
confirmed, and then all of it or nothing. A row is recognised by its slug; without one it is new.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from import_export import fields, resources, widgets
from import_export.admin import ImportExportMixin
from import_export.formats import base_formats
from import_export.forms import ConfirmImportForm, ExportForm

from articles.dates import PartialDate
from articles.models import Office, Polity, Speaker, SpeakerName, Topic

SEPARATOR = ";"
FORMATS = [base_formats.CSV, base_formats.TSV]
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

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """A column that there is not would be passed over in silence."""
        known = [field.column_name for field in self.fields.values()]
        for name in dataset.headers or []:
            if name and name not in known:
                raise ValueError(
                    f"There is no column “{name}” in this table. It may have: {', '.join(known)}."
                )

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


class TriedTable(ConfirmImportForm):
    """What is sent to confirm an import: of a table that was tried here, and of no other file."""

    GONE = "It was imported already, or is no longer there."
    OVERTAKEN = "What it would change is not what you were shown: others have saved meanwhile."

    seen = forms.CharField(widget=forms.HiddenInput, required=False)  # a digest of what was shown

    def clean_import_file_name(self) -> str:
        try:
            name = signing.Signer().unsign(self.cleaned_data["import_file_name"])
        except signing.BadSignature as error:
            raise ValidationError(self.GONE) from error
        if not Path(name).is_file():
            raise ValidationError(self.GONE)
        return str(name)

    def clean_format(self) -> str:
        if self.cleaned_data["format"] not in map(str, range(len(FORMATS))):
            raise ValidationError("There is no such format.")
        return str(self.cleaned_data["format"])

    def clean_resource(self) -> str:
        return ""  # there is one of each noun


class TablesMixin(ImportExportMixin):
    """Links to import and export in the list of a noun, for those who may."""

    export_form_class = ExportForm
    confirm_form_class = TriedTable
    import_template_name = "admin/articles/import.html"

    def get_import_formats(self) -> list[Any]:
        return FORMATS

    def get_export_formats(self) -> list[Any]:
        return FORMATS

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Whoever imports adds and changes."""
        return self.has_add_permission(request) and self.has_change_permission(request)  # type: ignore[attr-defined]

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)  # type: ignore[attr-defined]

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        said = (
            "It is not written in UTF-8. In a spreadsheet, save it as “CSV UTF-8”."
            if isinstance(e, UnicodeError)
            else "Its first line has to name the columns, and each line has to have all of them."
        )
        form.add_error("import_file", f"This file was not read as a table. {said}")

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        values = super().get_confirm_form_initial(request, import_form)
        if values:
            values["import_file_name"] = signing.Signer().sign(values["import_file_name"])
        return values

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.has_import_permission(request):
            form = self.create_confirm_form(request)
            if not form.is_valid():
                return self._not_imported(request, TriedTable.GONE)
        return super().process_import(request, **kwargs)

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The trial; what it has shown is remembered in the form that confirms it."""
        response = super().import_action(request, **kwargs)
        if form := response.context_data.get("confirm_form"):
            form.initial["seen"] = _digest(response.context_data["result"])
        return response

    def process_dataset(self, dataset: Any, form: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Import it, and undo it where it changed other than was shown."""
        kwargs["rollback_on_validation_errors"] = True
        with transaction.atomic():
            result = super().process_dataset(dataset, form, request, **kwargs)
            result.overtaken = _digest(result) != form.cleaned_data["seen"]
            if result.overtaken:
                transaction.set_rollback(True)
        return result

    def process_result(self, result: Any, request: HttpRequest) -> HttpResponse:
        """What was tried may not go any more: others have changed something meanwhile."""
        if wrong := _first_error(result) or (TriedTable.OVERTAKEN if result.overtaken else ""):
            return self._not_imported(request, wrong)
        return super().process_result(result, request)

    def _not_imported(self, request: HttpRequest, why: str) -> HttpResponse:
        messages.error(request, f"Nothing was imported. {why} Try the table again.")
        return redirect(f"admin:articles_{self.opts.model_name}_import")  # type: ignore[attr-defined]


def _digest(result: Any) -> str:
    """Of what is changed in each row."""
    rows = [(row.import_type, [str(one) for one in row.diff or ()]) for row in result.rows]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _first_error(result: Any) -> str:
    """Of the rows or of the whole; "" where all went well."""
    for error in result.base_errors:
        return f"{error.error}."
    for number, errors in result.row_errors():
        return f"Row {number}: {errors[0].error}."
    for row in result.invalid_rows:
        return f"Row {row.number}: {'; '.join(row.error.messages)}"
    return ""
