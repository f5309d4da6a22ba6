"""Taking back what was public: the reason is asked for, and shown at its address from then on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.forms import PlainTextField

from .base import NEXT, DeskAdmin
from .workflow import decide


class WithdrawalForm(forms.Form):
    reason = PlainTextField(
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        label="Reason of the withdrawal",
        help_text="Shown at the public address from now on.",
    )


def withdraw(
    desk: DeskAdmin, request: HttpRequest, queryset: QuerySet, deed: Callable[..., None]
) -> HttpResponse | None:
    """Ask for the reason, then do the deed, which takes `reason`, to each record."""
    form = WithdrawalForm(request.POST if "reason" in request.POST else None)
    if form.is_valid():
        decide(
            desk, request, queryset, partial(deed, reason=form.cleaned_data["reason"]), "withdrawn"
        )
        return None
    context = {
        **desk.admin_site.each_context(request),
        "title": "Withdraw",
        "opts": desk.opts,
        "form": form,
        "records": queryset,
        "chosen": ACTION_CHECKBOX_NAME,
        "next": request.POST.get(NEXT, ""),
    }
    return TemplateResponse(request, "admin/articles/withdraw.html", context)
