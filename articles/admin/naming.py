"""Records chosen by their name, in a field that needs no script: browsers offer a list of names."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.db.models import Q

from articles.models import Speaker

# Where two bear a name, the slug behind it says which is meant: "Ada Berg (ada-berg-2)".
_WITH_SLUG = re.compile(r"(?P<name>.+) \((?P<slug>[-\w]+)\)")


class NameInput(AdminTextInputWidget):
    """A field of text that offers the names of a <datalist> with the id `names`."""

    def __init__(self, names: str, **attrs: Any) -> None:
        super().__init__(attrs={"list": names, "autocomplete": "off", "size": 40, **attrs})


class NameField(forms.CharField):
    """A name on one line, without control characters."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").replace("\0", "").split())


def speakers_named(typed: str) -> list[Speaker]:
    """Who bears the name, or another name, as typed; whatever the case of its letters."""
    with_slug = _WITH_SLUG.fullmatch(typed)
    if with_slug:
        found = list(Speaker.objects.filter(slug=with_slug["slug"], name=with_slug["name"]))
        if found:
            return found
    named = Speaker.objects.filter(Q(name__iexact=typed) | Q(other_names__name__iexact=typed))
    return list(named.distinct().order_by("pk")[:20])


def the_speaker_named(typed: str) -> Speaker | None:
    """The one so called, None where nobody is; ValidationError, with all their names, for more."""
    found = speakers_named(typed) if typed else []
    if len(found) > 1:
        names = "; ".join(name_of(one, namesakes=True) for one in found)
        raise ValidationError(f"More than one is called so. Type one of these: {names}")
    return found[0] if found else None


def name_of(speaker: Speaker | None, namesakes: bool = False) -> str:
    """What is to be typed for a speaker."""
    if speaker is None:
        return ""
    return f"{speaker.name} ({speaker.slug})" if namesakes else speaker.name
