"""Addresses: the canonical one of a search, its neighbours, and permanent ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict

from articles.filters import GROUPING, PAGING, SearchFilter
from articles.search import facets
from articles.search.fields import Understood

# What others hang on to an address when it is shared.
ADDED_BY_SHARING = ("utm_", "fbclid", "gclid")
# Once, not for each of the thousand addresses of a page.
ORDER = {
    name: place for place, name in enumerate([*SearchFilter.get_filters(), *GROUPING, *PAGING])
}


def permanent(request: HttpRequest, path: str) -> str:
    """The whole address under which a page is cited: at SITE_URL, else as it was asked for."""
    return f"{settings.SITE_URL}{path}" if settings.SITE_URL else request.build_absolute_uri(path)


@dataclass(frozen=True)
class SearchAddress:
    """The address of a search, and those one step from it, each with its first page.

    `parameters` are plain lists by name: a page makes thousands of addresses, for which a QueryDict
    is too slow.
    """

    path: str
    parameters: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def asked(cls, path: str, data: QueryDict) -> SearchAddress:
        """The address that a request came with."""
        return cls(path, dict(data.lists()))

    def __str__(self) -> str:
        query = urlencode(self.canonical, doseq=True, quote_via=quote, safe="!")
        return f"{self.path}?{query}" if query else self.path

    @property
    def canonical(self) -> dict[str, list[str]]:
        """The parameters in the order of the filters, then the paging, without what says nothing.

        Unknown ones come last, so that the page that refuses them can name them; what sharing added
        is dropped.
        """
        found = {}
        for name in sorted(self.parameters, key=lambda name: ORDER.get(name, len(ORDER))):
            values = [one for one in dict.fromkeys(map(str.strip, self.parameters[name])) if one]
            if name.rstrip("!") in facets.BY_NAME:
                values.sort()
            says_something = values and (name, values) != ("page", ["1"])
            if says_something and not name.startswith(ADDED_BY_SHARING):
                found[name] = values
        return found

    @property
    def is_canonical(self) -> bool:
        """Whether it was asked for as it is written; the order of parameters counts."""
        return list(self.canonical.items()) == list(self.parameters.items())

    @property
    def data(self) -> QueryDict:
        """The canonical parameters as a filter takes them."""
        data = QueryDict(mutable=True)
        for name, values in self.canonical.items():
            data.setlist(name, values)
        return data

    def values(self, name: str) -> list[str]:
        return list(self.parameters.get(name, ()))

    def with_values(self, changes: Mapping[str, Iterable[str]], *, path: str = "") -> SearchAddress:
        """With these parameters in place of what they were; an empty list drops one."""
        changed = {name: list(values) for name, values in changes.items()}
        kept = {name: values for name, values in self.parameters.items() if name != "page"}
        return SearchAddress(path or self.path, {**kept, **changed})

    def saying(self, understood: Understood) -> SearchAddress:
        """The same search with the fields of its query as parameters."""
        changes: dict[str, list[str]] = {"q": [understood.query.corrected]}
        for suffix, values in (("", understood.chosen), ("!", understood.excluded)):
            for name, more in values.items():
                parameter = f"{name}{suffix}"
                changes[parameter] = [*self.values(parameter), *(one.value for one in more)]
        for name, date in (("from", understood.since), ("to", understood.until)):
            if date:
                changes[name] = [str(date)]
        return self.with_values(changes)

    def toggled(self, name: str, value: str) -> SearchAddress:
        """With a value of a parameter where it was not, without it where it was."""
        values = self.values(name)
        rest = [one for one in values if one != value]
        return self.with_values({name: rest if value in values else [*values, value]})

    def at_page(self, number: int) -> SearchAddress:
        return self.with_values({"page": [str(number)]})
