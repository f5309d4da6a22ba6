"""Many statements at once: their speaker, occasion and topics."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models import Occasion, Speaker, Statement, Topic

from .base import NEXT, DeskAdmin
from .naming import NameField, NameInput, the_speaker_named
from .review_page import MOST_NAMES
from .statement_form import only_tenure

MOST = 5000  # statements changed at once
GIVEN = "_set"  # the button that sends the form


class BulkForm(forms.Form):
    """What is left empty stays as it is."""

    speaker = NameField(
        required=False,
        max_length=320,
        widget=NameInput("speakers"),
        help_text="By name; the capacity becomes the office in force on the day of each statement.",
    )
    occasion = forms.ModelChoiceField(
        queryset=Occasion.objects.all(), required=False, empty_label="as it is"
    )
    add_topics = forms.ModelMultipleChoiceField(queryset=Topic.objects.all(), required=False)
    remove_topics = forms.ModelMultipleChoiceField(queryset=Topic.objects.all(), required=False)

    def clean_speaker(self) -> Speaker | None:
        typed = self.cleaned_data["speaker"]
        found = the_speaker_named(typed)
        if typed and not found:
            raise ValidationError(f"There is no speaker “{typed}”.")
        return found

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in self.fields):
            raise ValidationError("Say what is to be set.")
        if set(given.get("add_topics") or ()) & set(given.get("remove_topics") or ()):
            raise ValidationError("A topic cannot be added and removed.")
        return given


def set_for_many(
    desk: DeskAdmin, request: HttpRequest, queryset: QuerySet[Statement]
) -> HttpResponse | None:
    """Ask what is to be set, then set it: all or nothing."""
    number = queryset.count()
    if number > MOST:
        messages.warning(request, f"These are {number:,}; choose at most {MOST:,} at once.")
        return None
    form = BulkForm(request.POST if GIVEN in request.POST else None)
    if form.is_valid():
        with transaction.atomic():
            changed = _set(queryset, form.cleaned_data)
            for statement in changed:
                desk.log_change(request, statement, "Set with others.")
        noun = "statement" if len(changed) == 1 else "statements"
        messages.success(request, f"{len(changed):,} {noun} changed.")
        return None
    context = {
        **desk.admin_site.each_context(request),
        "title": "Set for many statements",
        "opts": desk.opts,
        "form": form,
        "statements": queryset[:20],
        "number": number,
        "keys": queryset.values_list("pk", flat=True),
        "chosen": ACTION_CHECKBOX_NAME,
        "given": GIVEN,
        "next": request.POST.get(NEXT, ""),
        "speakers": Speaker.objects.order_by("name").values_list("name", flat=True)[:MOST_NAMES],
    }
    return TemplateResponse(request, "admin/articles/statement/bulk.html", context)


def _set(queryset: QuerySet[Statement], given: dict[str, Any]) -> list[Statement]:
    """Those that were changed."""
    statements = Statement.objects.select_for_update().filter(pk__in=queryset.values("pk"))
    return [
        statement
        for statement in statements.prefetch_related("topics")
        if _set_columns(statement, given) | _set_topics(statement, given)
    ]


def _set_columns(statement: Statement, given: dict[str, Any]) -> bool:
    fields = []
    if given["speaker"] and statement.speaker_id != given["speaker"].pk:
        statement.speaker = given["speaker"]
        statement.tenure = only_tenure(given["speaker"], statement.said)
        fields += ["speaker", "tenure"]
    if given["occasion"] and statement.occasion_id != given["occasion"].pk:
        statement.occasion = given["occasion"]
        fields.append("occasion")
    if fields:
        statement.save(update_fields=fields)
    return bool(fields)


def _set_topics(statement: Statement, given: dict[str, Any]) -> bool:
    has = set(statement.topics.all())
    added, removed = set(given["add_topics"]) - has, set(given["remove_topics"]) & has
    statement.topics.add(*added)
    statement.topics.remove(*removed)
    return bool(added or removed)
