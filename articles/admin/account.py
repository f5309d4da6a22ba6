"""Accounts. Who manages them gives roles, and takes no more rights than their own role has."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Django's own, but for those who may do everything: only they make or change one another."""

    filter_horizontal = ["user_permissions"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        fixed = [*fixed, *(["last_login", "date_joined"] if obj else [])]
        is_root = bool(getattr(request.user, "is_superuser", False))
        return fixed if is_root else [*fixed, "is_superuser", "user_permissions"]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "groups":  # the roles: a few
            kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return self._may_touch(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Who has worked here stands in the history: such an account is made inactive instead."""
        has_worked = obj is not None and LogEntry.objects.filter(user=obj).exists()
        may = not has_worked and self._may_touch(request, obj)
        return may and super().has_delete_permission(request, obj)

    @staticmethod
    def _may_touch(request: HttpRequest, obj: User | None) -> bool:
        is_root = bool(getattr(request.user, "is_superuser", False))
        return is_root or obj is None or not obj.is_superuser
