"""URL parameters to a search: one FilterSet for the pages, the API and the exports.

A django-filter FilterSet usually narrows a queryset. These narrow a `Search`, a value that the
index answers, and otherwise work as always: `StatementFilter(request.GET)`, `is_valid()`, `errors`,
and `search` in place of `qs`.
"""

from __future__ import annotations

import copy
from functools import cached_property
from typing import Any, ClassVar, Self

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.dates import PartialDate
from articles.forms import PartialDateField
from articles.search import facets
from articles.search.fields import understand
from articles.search.language import parse
from articles.search.searching import SORTS, Search
from articles.search.values import Key

PAGING = ("page", "page_size")
GROUPING = ("find", "order")  # of the page of a result by one facet


class Filter(django_filters.Filter):
    """A filter of which nothing changes once it is made."""

    def __deepcopy__(self, memo: object) -> Self:
        """A FilterSet copies its filters for each request, and would copy the facets with them."""
        return copy.copy(self)


class PartialDateFilter(Filter):
    field_class = PartialDateField

    def filter(self, search: Search, value: PartialDate | None) -> Search:
        """A date typed in the query goes before the parameter."""
        if not value or getattr(search, self.field_name):
            return search
        return search.having(**{self.field_name: value})


class QueryField(forms.CharField):
    """Anything that can be typed: what is no text in it is dropped by `parse`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.validators = []


class QueryFilter(Filter):
    field_class = QueryField

    def filter(self, search: Search, value: str) -> Search:
        return search.asking(understand(parse(value or "")))


class SortFilter(Filter):
    field_class = forms.ChoiceField

    def __init__(self) -> None:
        orders = ", ".join(SORTS)
        super().__init__(
            choices=[(sort, sort) for sort in SORTS],
            required=False,
            error_messages={"invalid_choice": f"“%(value)s” is no order; there are {orders}."},
        )

    def filter(self, search: Search, value: str) -> Search:
        return search.having(sort=value or "")


class FacetField(forms.MultipleChoiceField):
    """Values of a facet, each as often as one likes; knows their keys in the index."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *args: Any, facet: facets.Facet, **kwargs: Any) -> None:
        self.facet = facet
        super().__init__(*args, **kwargs)

    def clean(self, value: list[str] | None) -> frozenset[Key]:
        keys, unknown = self.facet.resolve(value or ())
        if unknown:
            named = ", ".join(f"“{one}”" for one in unknown[:5])
            raise ValidationError(f"There is no {self.facet.noun} {named}.")
        return frozenset(keys.values())


class FacetFilter(Filter):
    field_class = FacetField

    def __init__(self, facet: facets.Facet, *, into: str) -> None:
        """`into`: "chosen" or "excluded"."""
        super().__init__(field_name=facet.name, facet=facet, required=False)
        self.into = into

    def filter(self, search: Search, value: frozenset[Key]) -> Search:
        if not value:
            return search
        so_far = getattr(search, self.into)  # a field of the query may have chosen, too
        both = so_far.get(self.field_name, frozenset()) | value
        return search.having(**{self.into: {**so_far, self.field_name: both}})


def _facet_filters() -> dict[str, django_filters.Filter]:
    """`speaker=…` (any of these) and `speaker!=…` (none of these) for each facet."""
    filters: dict[str, django_filters.Filter] = {}
    for facet in facets.FACETS:
        filters[facet.name] = FacetFilter(facet, into="chosen")
        filters[f"{facet.name}!"] = FacetFilter(facet, into="excluded")
    return filters


class SearchFilter(django_filters.FilterSet):
    """The parameters that all searches share."""

    kind = ""
    form_class: ClassVar[type[forms.Form]]

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, queryset=Search(kind=self.kind))

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """In the canonical order of an address. Some names are no Python names."""
        return {
            "q": QueryFilter(required=False, strip=True),
            **_facet_filters(),
            "from": PartialDateFilter(field_name="since", required=False, label="From"),
            "to": PartialDateFilter(field_name="until", required=False, label="To"),
            "sort": SortFilter(),
        }

    def get_form_class(self) -> type[forms.Form]:
        """Made once for a class of filters, not for each request."""
        own = type(self)
        if "form_class" not in vars(own):
            own.form_class = super().get_form_class()
        return own.form_class

    def filter_queryset(self, search: Search) -> Search:  # type: ignore[override]
        """The same walk over the filters as django-filter's, over a `Search`."""
        for name, value in self.form.cleaned_data.items():
            search = self.filters[name].filter(search, value)
        return search

    @cached_property
    def search(self) -> Search:
        """What is sought. Ask for the problems first; index.NotReady as it may look up names."""
        return self.filter_queryset(self.queryset)

    @property
    def narrows(self) -> bool:
        """Whether anything but the words and the order is given."""
        given = {name for name in self.data if any(self.data.getlist(name))}
        return bool(given - {"q", "sort", *PAGING})

    @property
    def problems(self) -> list[str]:
        """What is wrong, each naming its parameter: unknown ones, and values that do not fit."""
        unknown = [name for name in self.data if name not in self.filters and name not in PAGING]
        problems = [f"“{name}” is no parameter of a search." for name in unknown]
        for name, errors in self.form.errors.items():
            problems.extend(f"{name}: {error}" for error in errors)
        since, until = (self.form.cleaned_data.get(name) for name in ("from", "to"))
        if since and until and since.first > until.last:
            problems.append("from: The first date lies after the last.")
        return problems


class StatementFilter(SearchFilter):
    kind = "statements"


class ArticleFilter(SearchFilter):
    kind = "articles"
