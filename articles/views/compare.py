"""Up to five searches side by side, as shares of all statements over time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import charts
from articles.addresses import SearchAddress
from articles.dates import PartialDate
from articles.search import index
from articles.search.comparing import UNITS, Compared, compare
from articles.search.fields import Understood, understand
from articles.search.language import parse
from articles.search.restating import typed, understood_in_words
from articles.search.searching import Search

from . import errors

KNOWN = ("q", "by", "from", "to")
MOST = 5  # searches
LONGEST = 500  # characters of one
BYTE_ORDER_MARK = "\ufeff"  # for spreadsheets, which else take UTF-8 for something else


# --- what is asked -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    queries: list[str]
    unit: str = UNITS[0]
    since: PartialDate | None = None
    until: PartialDate | None = None

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """In the canonical order, without what says nothing."""
        optional = {
            "by": self.unit if self.unit != UNITS[0] else "",
            "from": self.since or "",
            "to": self.until or "",
        }
        return [
            *(("q", query) for query in self.queries),
            *((name, str(value)) for name, value in optional.items() if value),
        ]

    @classmethod
    def beside(cls, sought: Search) -> Asked | None:
        """A search of statements as the first to compare; None for one that no box can hold."""
        query = typed(sought)
        return cls([query]) if query and len(query) <= LONGEST else None

    def url(self, name: str = "compare") -> str:
        query = urlencode(self.parameters)
        return f"{reverse(name)}?{query}" if query else reverse(name)


def read(data: QueryDict) -> tuple[Asked, list[str]]:
    """What the parameters ask for, and what is wrong with them, each naming its parameter."""
    problems = [f"“{name}” is no parameter of a comparison." for name in data if name not in KNOWN]
    queries = list(dict.fromkeys(filter(None, (one.strip() for one in data.getlist("q")))))
    if len(queries) > MOST:
        problems.append(f"q: At most {MOST} searches can be compared; there are {len(queries)}.")
    if any(len(query) > LONGEST for query in queries):
        problems.append(f"q: A search to compare has at most {LONGEST} characters.")
    unit = data.get("by", "").strip() or UNITS[0]
    if unit not in UNITS:
        problems.append(f"by: “{unit[:40]}” is none of {' and '.join(UNITS)}.")
    since, until = (_date(data, name, problems) for name in ("from", "to"))
    if since and until and since.first > until.last:
        problems.append("from: The first date lies after the last.")
    return Asked(queries, unit, since, until), problems


def _date(data: QueryDict, name: str, problems: list[str]) -> PartialDate | None:
    given = data.get(name, "").strip()
    try:
        return PartialDate.parse(given[:40]) if given else None
    except ValueError as error:
        problems.append(f"{name}: {error}")
        return None


# --- the page ------------------------------------------------------------------------------------


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    asked, problems = read(request.GET)
    if problems:
        return errors.refused(request, problems)
    given = [(name, value) for name, values in request.GET.lists() for value in values]
    if given != asked.parameters:
        return HttpResponsePermanentRedirect(asked.url())
    try:
        return render(request, "compare.html", _context(asked))
    except index.NotReady:
        return errors.index_missing(request)


def _context(asked: Asked) -> dict[str, Any]:
    boxes = [*asked.queries, *[""] * (MOST - len(asked.queries))]
    context: dict[str, Any] = {"asked": asked, "boxes": boxes, "units": UNITS}
    if not asked.queries:
        return context
    understood = [understand(parse(query)) for query in asked.queries]
    compared = _compared(asked, understood)
    series = _series(asked, understood, compared)
    if compared.periods:
        context |= {"chart": _chart(compared, series), "rows": _table(compared, series)}
    return {**context, "compared": compared, "series": series, "csv_url": asked.url("compare-csv")}


def _compared(asked: Asked, understood: list[Understood]) -> Compared:
    searches = [Search().asking(one) for one in understood]
    return compare(searches, asked.unit, asked.since, asked.until)


@dataclass(frozen=True)
class Series:
    """`number` from 1 on chooses the stroke and the marker."""

    number: int
    query: str
    label: str
    total: int
    elsewhere: int
    address: SearchAddress
    notices: list[str]
    shares: list[float | None]
    counts: list[int]
    says: str

    @property
    def url(self) -> str:
        return str(self.address)


def _series(asked: Asked, understood: list[Understood], compared: Compared) -> list[Series]:
    return [
        Series(
            number=at + 1,
            query=query,
            label=understood_in_words(one) or query,
            total=sum(compared.counts[at]),
            elsewhere=compared.elsewhere[at],
            address=_address(asked, query),
            notices=[notice.text for notice in one.notices],
            counts=compared.counts[at],
            shares=compared.shares(at),
            says=_says(compared, at),
        )
        for at, (query, one) in enumerate(zip(asked.queries, understood, strict=True))
    ]


def _says(compared: Compared, number: int) -> str:
    """A line in words, for who does not see it."""
    known = zip(compared.shares(number), compared.periods, strict=True)
    share, period = max(
        ((share, period) for share, period in known if share),
        key=lambda one: one[0],
        default=(0, None),
    )
    return f"at most {_percent(share)}, in {period.in_words}" if period else "none"


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def _address(asked: Asked, query: str) -> SearchAddress:
    bounds = {"from": asked.since, "to": asked.until}
    given = {name: [str(date)] for name, date in bounds.items() if date}
    return SearchAddress(reverse("statements"), {"q": [query], **given})


# --- chart, table, file --------------------------------------------------------------------------


def _chart(compared: Compared, series: list[Series]) -> dict[str, Any]:
    highest = max((share for one in series for share in one.shares if share), default=0.01)
    grades = charts.grades(highest)
    return {
        "lines": [(one, charts.line(one.shares, grades[-1])) for one in series],
        "grades": [
            {"label": f"{round(grade * 100, 6):g} %", "y": round(100 - 100 * grade / grades[-1], 3)}
            for grade in grades
        ],
        "ticks": charts.ticks(compared.periods),
    }


def _table(compared: Compared, series: list[Series]) -> list[dict[str, Any]]:
    """The periods of which the archive holds anything, the latest last."""
    return [
        {
            "period": period,
            "everything": whole,
            "cells": [
                {
                    "count": one.counts[at],
                    "percent": _percent(one.counts[at] / whole),
                    "url": str(one.address.with_values(_within(period))),
                }
                for one in series
            ],
        }
        for at, (period, whole) in enumerate(
            zip(compared.periods, compared.everything, strict=True)
        )
        if whole
    ]


def _within(period: PartialDate) -> dict[str, list[str]]:
    if period.precision == "year":
        return {"year": [str(period.first.year)]}
    return {"from": [str(period)], "to": [str(period)]}


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The table as CSV; with a few hundred rows it needs no streaming."""
    asked, problems = read(request.GET)
    if not asked.queries:
        problems.append("q: There is nothing to compare; give a search, as in q=sanctions.")
    if problems:
        return errors.refused(request, problems)
    try:
        compared = _compared(asked, [understand(parse(query)) for query in asked.queries])
    except index.NotReady:
        return errors.index_missing(request)
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="comparison.csv"'
    csv.writer(response).writerows(_rows(asked, compared))
    return response


def _rows(asked: Asked, compared: Compared) -> Iterator[list[object]]:
    """No cell begins with what was typed: a spreadsheet would run “=…” as a formula."""
    named = [f"{what}: {query}" for query in asked.queries for what in ("statements", "share")]
    yield [asked.unit, "all statements", *named]
    shares = [compared.shares(number) for number in range(len(asked.queries))]
    for at, (period, whole) in enumerate(zip(compared.periods, compared.everything, strict=True)):
        row: list[object] = [str(period), whole]
        for counts, share in zip(compared.counts, shares, strict=True):
            known = share[at]
            row += [counts[at], "" if known is None else f"{known:.6f}"]
        yield row
