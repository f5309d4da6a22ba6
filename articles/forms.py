"""Form fields that searches and editors share."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.dates import PartialDate


class PartialDateField(forms.CharField):
    """2019-05-14, 2019-05 or 2019."""

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        if not (value or "").strip():
            return None
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def validate(self, value: Any) -> None:
        """`to_python` has said all there is to say."""


class PlainTextField(forms.CharField):
    """Text of several lines. Browsers send other line ends than they were given: LF is kept."""

    def to_python(self, value: Any) -> str:
        return re.sub(r"\r\n?", "\n", super().to_python(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


class LinesField(PlainTextField):
    """A list of phrases, each on a line of its own."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        lines = (" ".join(line.split()) for line in super().clean(value).splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class RecordForm(forms.ModelForm):
    """A model form that keeps what was not edited exactly as it is.

    A field that is a `PartialDateField` reads and writes the model's attribute of its name, which
    stands for two columns. A text that was not edited stays as it was stored, white space and all.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self._partial_dates():
            self.initial.setdefault(name, getattr(self.instance, name))

    def _partial_dates(self) -> dict[str, str]:
        """Field name -> the column of its date; beside it stands that of the precision."""
        return {
            name: getattr(type(self.instance), name).column
            for name, field in self.fields.items()
            if isinstance(field, PartialDateField)
        }

    def _post_clean(self) -> None:
        for name in self.initial.keys() & self.cleaned_data.keys() - set(self.changed_data):
            if isinstance(self.fields.get(name), PlainTextField):
                self.cleaned_data[name] = self.initial[name]
        for name, column in self._partial_dates().items():
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])
                # Formsets look for duplicates among cleaned data, by column.
                self.cleaned_data[column] = getattr(self.instance, column)
        super()._post_clean()  # type: ignore[misc]

    def _get_validation_exclusions(self) -> set[str]:
        """The constraints of the date columns are checked although these are no form fields."""
        columns = set(self._partial_dates().values())
        columns |= {f"{column}_precision" for column in columns}
        return super()._get_validation_exclusions() - columns  # type: ignore[misc]
