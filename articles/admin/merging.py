"""Merging at the desk: an action on chosen records, the likely duplicates, and undoing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import slugify

from articles import mergers
from articles.forms import PlainTextField
from articles.models import Merger

from .base import DeskAdmin
from .refusals import REFUSALS, in_words

MOST = 10  # records merged at once
MOST_GROUPS = 200


class MergeForm(forms.Form):
    kept: Any = forms.ModelChoiceField(
        queryset=None, widget=forms.RadioSelect, empty_label=None, label="Which one stays"
    )
    reason = PlainTextField(
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        label="Reason",
        help_text="Why these are one: it stands in the history of the merger.",
    )

    def __init__(self, *args: Any, desk: DeskAdmin, chosen: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept: Any = self.fields["kept"]
        kept.queryset = chosen
        kept.label_from_instance = desk.label


class MergingAdmin(DeskAdmin):
    """What admins of nouns that can be merged add to the desk."""

    change_list_template = "admin/articles/mergeable_change_list.html"
    change_form_template = "admin/articles/mergeable_change_form.html"
    actions = ["merge"]

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.merge_records")

    def get_urls(self) -> list[URLPattern]:
        view, name = self.admin_site.admin_view, f"articles_{self.opts.model_name}"
        pages = [
            path("duplicates/", view(self.duplicates), name=f"{name}_duplicates"),
            path("mergers/<int:pk>/undo/", view(self.undo_merger), name=f"{name}_undo_merger"),
        ]
        return [*pages, *super().get_urls()]

    def render_change_form(  # type: ignore[override]
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record:
            mine = Merger.objects.filter(kind=self.opts.model_name, kept=record.pk)
            context["mergers"] = list(mine.select_related("merged_by"))
            context["may_merge"] = self.has_merge_permission(request)
            context["undo_url"] = f"admin:articles_{self.opts.model_name}_undo_merger"
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description="Merge…", permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Ask which one stays and why, then make them one."""
        chosen = list(queryset[: MOST + 1])
        if not 2 <= len(chosen) <= MOST:
            messages.warning(request, f"Choose from two to {MOST} records to merge.")
            return None
        given = request.POST if "reason" in request.POST else None
        form = MergeForm(given, desk=self, chosen=queryset)
        if form.is_valid() and self._merged(request, form, chosen):
            return redirect(self._page(form.cleaned_data["kept"].pk))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Merge {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "records": chosen,
            "chosen": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)

    def _page(self, pk: int) -> str:
        return reverse(f"admin:articles_{self.opts.model_name}_change", args=[pk])

    def _merged(self, request: HttpRequest, form: MergeForm, chosen: list[Any]) -> bool:
        kept, reason = form.cleaned_data["kept"], form.cleaned_data["reason"]
        try:
            with transaction.atomic():
                for record in chosen:
                    if record.pk != kept.pk:
                        mergers.merge(kept, record, reason=reason, by=request.user)
                        self.log_change(request, kept, f"Took up “{record}”: {reason}")
                connection.check_constraints()
        except (mergers.CannotMerge, *REFUSALS) as error:
            told = in_words(error) if isinstance(error, REFUSALS) else str(error)
            form.add_error(None, f"Nothing was merged. {told}")
            return False
        messages.success(request, f"Merged into “{kept}”. It can be undone below.")
        return True

    def undo_merger(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST" or not self.has_merge_permission(request):
            raise PermissionDenied
        merger = Merger.objects.filter(pk=pk, kind=self.opts.model_name).first()
        if merger is None:
            raise Http404
        try:
            with transaction.atomic():
                record = mergers.undo(merger)
                connection.check_constraints()
                self.log_change(request, record, "Taken out of a merger again.")
        except (mergers.CannotMerge, *REFUSALS) as error:
            told = in_words(error) if isinstance(error, REFUSALS) else str(error)
            messages.error(request, f"Not undone. {told}")
            return redirect(self._page(merger.kept))
        messages.success(request, f"“{record}” is a record of its own again.")
        return redirect(self._page(record.pk))

    def duplicates(self, request: HttpRequest) -> HttpResponse:
        """Records that may be one, by their names; the decision is an administrator's."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        records = self.with_labels(self.model._default_manager.all())
        groups = likely_duplicates((record.pk, str(record)) for record in records)
        keys = [pk for group in groups for pk in group]
        found = {one.pk: one for one in self.get_queryset(request).filter(pk__in=keys)}
        context = {
            **self.admin_site.each_context(request),
            "title": f"Likely duplicates among {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "groups": [[(found[pk], self.label(found[pk])) for pk in group] for group in groups],
            "may_merge": self.has_merge_permission(request),
            "chosen": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/duplicates.html", context)


def likely_duplicates(named: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Groups of primary keys whose names are the same but for accents, case, titles and initials.

    At most MOST_GROUPS, the likeliest first: the same words, then the same surname with first
    names of which one begins the other. A surname alone is no likeness.
    """
    same: dict[str, list[int]] = {}
    by_surname: dict[str, list[tuple[int, list[str]]]] = {}
    for pk, name in named:
        words = [word for word in slugify(name).split("-") if word] or [name.casefold()]
        same.setdefault(" ".join(sorted(words)), []).append(pk)
        by_surname.setdefault(words[-1], []).append((pk, words[:-1]))
    groups = [keys for keys in same.values() if len(keys) > 1]
    for people in by_surname.values():
        groups += _shortened(people)
    unique = list(dict.fromkeys(tuple(sorted(set(group))) for group in groups))
    return [list(group) for group in unique[:MOST_GROUPS]]


def _shortened(people: list[tuple[int, list[str]]]) -> list[list[int]]:
    """Pairs of one surname of whom one's first names begin the other's: S. and Sergey."""
    if len(people) > 50:
        return []
    return [
        [one, other]
        for at, (one, first) in enumerate(people)
        for other, second in people[at + 1 :]
        if first and second and first != second and _begins(first[0], second[0])
    ]


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) or re.sub("[iy]", "i", one) == re.sub("[iy]", "i", other)
