"""What the admins of all nouns share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminURLFieldWidget,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from articles.forms import PlainTextField, RecordForm
from articles.models.base import SluggedModel

from . import history, reverting
from .refusals import REFUSALS, in_words
from .suggesting import Suggested, SuggestedMultiple, keys
from .versions import VERSION, beside_what_is_stored, both_rows, both_versions, stamp

# The parameter of a form, anywhere in the admin, that says where to go on afterwards.
NEXT = "next"
# The parameter that says how many empty rows of each kind are shown.
ROWS = "rows"


NO_SUCH_RECORD = "This is no valid choice: the name of none or of several. Type more of it."


class DeskForm(RecordForm):
    """A form that can be told, the second time, why the database refused it the first time."""

    refusal: str | list[str] = ""

    def clean(self) -> dict[str, Any] | None:
        if self.refusal:
            raise ValidationError(self.refusal)
        return super().clean()


class LabelledChoices:
    """Fields that suggest records. A chosen one reads as it does among the suggestions."""

    admin_site: admin.AdminSite

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("widget", Suggested(db_field, self.admin_site))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
        return self._labelled(db_field, field)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("widget", SuggestedMultiple(db_field, self.admin_site))
        field = super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
        return self._labelled(db_field, field)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Beside a field stands a button to add what is missing; the rest is in its own list."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = False
            field.widget.can_delete_related = False
            field.widget.can_view_related = False
        return field

    def _labelled(self, db_field: Any, field: Any) -> Any:
        related = self.admin_site._registry.get(db_field.remote_field.model)
        if field and isinstance(related, DeskAdmin):
            field.queryset = related.with_labels(field.queryset)
            field.label_from_instance = related.label
            for code in ("invalid_choice", "invalid_pk_value"):
                field.error_messages[code] = NO_SUCH_RECORD
        return field


class DeskAdmin(LabelledChoices, admin.ModelAdmin):
    form = DeskForm
    formfield_overrides = {
        models.TextField: {
            "form_class": PlainTextField,
            "widget": AdminTextareaWidget(attrs={"rows": 3}),
        },
        models.URLField: {"widget": AdminURLFieldWidget, "assume_scheme": "https"},
    }
    list_per_page = 50
    show_full_result_count = False

    # --- forms -----------------------------------------------------------------------------------

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        # A class of this request alone.
        form.refusal = getattr(request, "refusal", "")  # type: ignore[attr-defined]
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An address stays: whoever has cited it finds the record there."""
        fixed = super().get_readonly_fields(request, obj)
        return [*fixed, "slug"] if isinstance(obj, SluggedModel) else fixed

    def label(self, obj: Any) -> str:
        """How the record reads where one is chosen."""
        return str(obj)

    def with_labels(self, records: models.QuerySet) -> models.QuerySet:
        """With what `label` reads."""
        return records

    # --- saving ----------------------------------------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        extra_context = {"version": self._version(object_id), **(extra_context or {})}
        try:
            if request.method == "POST":
                with transaction.atomic():
                    self._look_for_others(request, object_id)
                    return super().changeform_view(request, object_id, form_url, extra_context)
        except REFUSALS as error:
            # All is rolled back. The form, shown again as it was sent, says why.
            request.refusal = in_words(error)  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _version(self, object_id: str | None) -> str:
        record = self._stored(object_id).first()
        return stamp(record) if record else ""

    def _stored(self, object_id: str | None) -> models.QuerySet:
        return self.model._base_manager.filter(pk__in=keys([object_id]))

    def _look_for_others(self, request: HttpRequest, object_id: str | None) -> None:
        """Refuse a form that shows what another editor has changed since, and say both versions.

        The row is held until the form is saved. The form is shown again as it was sent, with the
        stamp of what is stored now: sending it once more is a decision between the two versions.
        """
        seen = request.POST.get(VERSION)
        record = self._stored(object_id).select_for_update(of=("self",)).first() if seen else None
        if record is None or stamp(record) == seen:
            return
        last = history.newest_change(record)
        who = (last.by if last else "") or "Somebody"
        request.refusal = [  # type: ignore[attr-defined]
            f"Not saved: {who} changed this record meanwhile.",
            *(self._both_versions(request, record) or ["Your form says the same."]),
            "Saving again takes what stands in the form.",
        ]

    def _both_versions(self, request: HttpRequest, record: Any) -> list[str]:
        form = self.get_form(request, record, change=True)
        found = both_versions(form(instance=record), form(request.POST))
        for formset, inline in self.get_formsets_with_inlines(request, record):
            rows = {"instance": record, "queryset": inline.get_queryset(request)}
            theirs, ours = formset(**rows), formset(request.POST, **rows)
            found += both_rows(theirs, ours, str(inline.verbose_name_plural).capitalize())
            request.POST = beside_what_is_stored(request.POST, theirs, ours)  # type: ignore[misc, assignment]
        return found

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change and hasattr(obj, "created_by"):
            obj.created_by = request.user
        self.store(request, obj, form)

    def store(self, request: HttpRequest, obj: Any, form: Any) -> None:
        obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        # Deferred triggers speak now, while the form can still be shown again.
        connection.check_constraints()

    # --- deleting --------------------------------------------------------------------------------

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSALS as error:
            self.message_user(request, f"Not deleted. {in_words(error)}", messages.ERROR)
            return HttpResponseRedirect("../change/")

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Where something protects the record, who might delete that is beside the point."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else lacking, protected

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        try:
            with transaction.atomic():
                super().delete_queryset(request, queryset)
        except REFUSALS as error:
            self.message_user(request, f"Not deleted. {in_words(error)}", messages.ERROR)

    # --- lists and actions -----------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return self.with_labels(super().get_queryset(request))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if any("\0" in value for _, values in request.GET.lists() for value in values):
            return redirect(request.path)  # no filter can mean it
        if request.method == "POST":
            _drop_what_is_no_key(request)
        response = super().changelist_view(request, extra_context)
        return self._onwards(request, response)

    def _onwards(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Back to the page that an action was called from, if it named one."""
        url = request.POST.get(NEXT, "")
        if isinstance(response, HttpResponseRedirect) and url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        ):
            return redirect(url)
        return response

    # --- links and history -----------------------------------------------------------------------

    def view_on_site(self, obj: Any) -> str | None:
        """The public page, when there is one."""
        return obj.get_absolute_url() if self.is_public(obj) else None

    def is_public(self, obj: Any) -> bool:
        return hasattr(obj, "get_absolute_url")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj and request.method == "POST":
            return self._revert(request, obj)
        changes = history.changes_of(obj) if obj else []
        may_revert = bool(obj) and self.has_change_permission(request, obj)
        context = {"changes": changes, "may_revert": may_revert, **(extra_context or {})}
        return super().history_view(request, object_id, context)

    def _revert(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Put the record back to what it was before one change; its status stays."""
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        try:
            with transaction.atomic():
                record = self._stored(str(obj.pk)).select_for_update(of=("self",)).get()
                done = self.put_back(request, record, request.POST.get("change", ""))
                connection.check_constraints()
                self.log_change(request, record, done)
            messages.success(request, done)
        except (*REFUSALS, reverting.CannotRevert) as error:
            told = in_words(error) if isinstance(error, REFUSALS) else str(error)
            messages.error(request, f"Not put back. {told}")
        return redirect(request.path)

    def put_back(self, request: HttpRequest, record: Any, key: str) -> str:
        """Do it; what was done, in words."""
        return reverting.revert(record, key)


def _drop_what_is_no_key(request: HttpRequest) -> None:
    data = request.POST.copy()
    data.setlist(ACTION_CHECKBOX_NAME, keys(data.getlist(ACTION_CHECKBOX_NAME)))
    request.POST = data  # type: ignore[misc, assignment]


class Rows(BaseInlineFormSet):
    deletion_widget = forms.CheckboxInput(attrs={"aria-label": "Delete"})  # type: ignore[assignment]


class DeskInline(LabelledChoices, admin.TabularInline):
    """Rows of a part of the record, added one at a time."""

    form = RecordForm
    formset = Rows
    extra = 0
    max_extra = 10
    show_change_link = True

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A script adds rows one at a time; without it they are asked for in the address."""
        wanted = next(iter(keys([request.GET.get(ROWS, "")])), self.extra)
        return min(int(wanted), self.max_extra)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The head of a column is no label of a field: each says its own."""
        formset = super().get_formset(request, obj, **kwargs)
        for field in formset.form.base_fields.values():
            field.widget.attrs.setdefault("aria-label", str(field.label))
        return formset
