from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from articles.forms import PartialDateField


class PartialDateInput(PartialDateField):
    """A date as precise as it is known, typed in one field."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("help_text", "2019-05-14, 2019-05 or 2019.")
        options.setdefault(
            "widget", AdminTextInputWidget(attrs={"class": "partial-date", "size": 10})
        )
        super().__init__(**options)


class DayInput(forms.DateField):
    """A day, written as all dates of the desk are."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("help_text", "2019-05-14.")
        options.setdefault("input_formats", ["%Y-%m-%d"])
        options.setdefault(
            "widget",
            forms.DateInput(format="%Y-%m-%d", attrs={"class": "partial-date", "size": 10}),
        )
        super().__init__(**options)
