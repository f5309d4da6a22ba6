"""The site of the admin; `archive.apps.DeskConfig` installs it as the default one.

It cannot stand among the admins of the nouns in `articles.admin`: these register with it when they
are imported, so it has to be there before.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


class Suggestions(AutocompleteJsonView):
    """What an autocomplete field offers, labelled by the admin of the noun."""

    def process_request(self, request: HttpRequest) -> tuple[Any, ...]:
        term, *rest = super().process_request(request)  # type: ignore[misc]
        return (term.replace("\0", ""), *rest)

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        result = super().serialize_result(obj, to_field_name)  # type: ignore[misc]
        label = getattr(self.model_admin, "label", None)  # type: ignore[attr-defined]
        return {**result, "text": label(obj)} if label else result


class Desk(admin.AdminSite):
    site_header = "On the Record"
    site_title = "On the Record"
    index_title = "The editors’ desk"
    empty_value_display = "–"

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Above the list of nouns: what waits, for those who may see it."""
        # The admins of the nouns import this module's site: they can only be asked now.
        from articles.admin import dashboard

        may_see = request.user.has_perm("articles.view_article")
        context = {"dashboard": dashboard.summary() if may_see else None}
        return super().index(request, {**context, **(extra_context or {})})

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return Suggestions.as_view(admin_site=self)(request)  # type: ignore[return-value]
