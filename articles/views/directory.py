"""A directory: every record of a kind that public statements or articles name, with how many."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from articles.search import counts, index

from . import errors

ON_A_PAGE = 200
MANY = 200  # names from which on letters are offered
LONGEST_NAME = 200  # characters

Names = dict[int, str]  # id of a record to the letter that its name begins with


@dataclass(frozen=True)
class Directory:
    """`facet` names the counts; `names` are the lookups that the filter box goes through."""

    facet: str
    template: str
    records: Callable[[], QuerySet[Any]]
    names: tuple[str, ...]
    letter_of: str = ""
    counts_articles: bool = False


def show(request: HttpRequest, directory: Directory) -> HttpResponse:
    problems = _problems(request.GET, directory)
    if problems:
        return errors.refused(request, problems)
    try:
        statements = counts.by_facet(directory.facet)
        articles = counts.by_facet(directory.facet, "articles")
    except index.NotReady:
        return errors.index_missing(request)
    counted = statements.keys() | articles.keys() if directory.counts_articles else statements
    names = _names(directory, counted)
    sought = _text(request.GET, "q")
    letters = _letters(names) if directory.letter_of and len(names) > MANY else []
    letter = "" if sought else _letter(request.GET, letters)
    page = _page(_narrowed(names, directory, sought, letter), request.GET)
    page.object_list = _in_order(directory.records(), page.object_list)
    for record in page.object_list:
        record.statement_count = statements[record.pk]
        record.article_count = articles[record.pk]
    context = {
        "page": page,
        "total": len(names),
        "not_stated": statements[0],
        "query": sought,
        "letters": letters,
        "letter": letter,
    }
    return render(request, directory.template, context)


def _problems(data: QueryDict, directory: Directory) -> list[str]:
    known = {"q", "page", *(["letter"] if directory.letter_of else [])}
    problems = [f"“{name}” is no parameter of this page." for name in data if name not in known]
    number = data.get("page", "").strip()
    if number and not (number.isascii() and number.isdigit() and int(number[:9]) > 0):
        problems.append(f"page: “{number[:40]}” is no number of a page.")
    return problems


def _text(data: QueryDict, name: str) -> str:
    """What was typed, without what PostgreSQL takes for no text."""
    return data.get(name, "").replace("\0", "").strip()[:LONGEST_NAME]


def _names(directory: Directory, counted: Container[Any]) -> Names:
    """All that are listed, in their order (one query).

    Thousands of ids are read and sorted out here: to hand them to the database takes longer.
    """
    rows = directory.records().values_list("pk", directory.letter_of or "pk")
    return {pk: str(name)[:1].upper() for pk, name in rows if pk in counted}


def _narrowed(names: Names, directory: Directory, sought: str, letter: str) -> list[int]:
    """Those of whose names one holds every word that is sought, or that begin with a letter."""
    kept = list(names)
    for word in sought.split():
        holds = reduce(or_, (Q(**{f"{name}__icontains": word}) for name in directory.names))
        matching = set(directory.records().order_by().filter(holds).values_list("pk", flat=True))
        kept = [pk for pk in kept if pk in matching]
    return [pk for pk in kept if names[pk] == letter] if letter else kept


def _letters(names: Names) -> list[str]:
    """What the names begin with, in the order in which they stand."""
    return list(dict.fromkeys(names.values()))


def _letter(data: QueryDict, letters: list[str]) -> str:
    given = _text(data, "letter").upper()
    return given if given in letters else ""


def _page(ids: list[int], data: QueryDict) -> Page:
    return Paginator(ids, ON_A_PAGE).get_page(data.get("page", "1"))


def _in_order(records: QuerySet[Any], ids: Iterable[int]) -> list[Any]:
    found = records.in_bulk(list(ids))
    return [found[pk] for pk in ids if pk in found]
