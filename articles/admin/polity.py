from django.contrib import admin

from articles.models import Polity

from .base import DeskAdmin


@admin.register(Polity)
class PolityAdmin(DeskAdmin):
    list_display = ["name", "kind", "code"]
    list_filter = ["kind"]
    search_fields = ["name", "code"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "code"]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]
