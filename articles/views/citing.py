"""How a record is cited: what its page prints, what its head says, its reference as a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from articles.addresses import permanent
from articles.citations import bibtex, cited, coins, csl, jsonld, ris, styles, zotero
from articles.citations.cited import Cited
from articles.models import Article, Statement

from . import errors
from .card import card


@dataclass(frozen=True)
class Format:
    extension: str
    label: str
    media_type: str
    write: Callable[[Cited], str]


FORMATS = (
    Format("ris", "RIS", "application/x-research-info-systems", ris.entry),
    Format("bib", "BibTeX", "application/x-bibtex", bibtex.entry),
    Format(
        "json",
        "CSL-JSON",
        "application/vnd.citationstyles.csl+json",
        lambda one: json.dumps([csl.item(one)], ensure_ascii=False, indent=2) + "\n",
    ),
)
BY_EXTENSION = {one.extension: one for one in FORMATS}


def of_statement(request: HttpRequest, statement: Statement) -> dict[str, Any]:
    """What the templates `_partials/cite.html` and `_head/record.html` print."""
    return _context(request, "statement", cite_statement(request, statement))


def of_article(request: HttpRequest, article: Article) -> dict[str, Any]:
    return _context(request, "article", cite_article(request, article))


def cite_statement(request: HttpRequest, statement: Statement) -> Cited:
    address = permanent(request, statement.get_absolute_url())
    return cited.statement(statement, address, timezone.localdate())


def cite_article(request: HttpRequest, article: Article) -> Cited:
    address = permanent(request, article.get_absolute_url())
    return cited.article(article, address, timezone.localdate())


def _context(request: HttpRequest, kind: str, one: Cited) -> dict[str, Any]:
    return {
        "address": one.address,
        "citation": styles.text(styles.plain_line(one)),
        "citations": [
            {"name": style.name, "label": style.label, "runs": style.write(one)}
            for style in styles.STYLES
        ],
        "citation_files": [
            {
                "label": form.label,
                "media_type": form.media_type,
                "url": permanent(
                    request, reverse(f"{kind}-citation", args=[one.public_id, form.extension])
                ),
            }
            for form in FORMATS
        ],
        "meta_tags": zotero.tags(one, settings.LICENCE),
        "cited": one,
        "card": card(request),
        "json_ld": jsonld.ScriptJson.of(jsonld.record(one, settings.LICENCE)),
    }


def add_coins(request: HttpRequest, records: Iterable[Any]) -> None:
    """Give each record of a list its `coins`, from which Zotero saves many at once."""
    for record in records:
        make = cite_statement if isinstance(record, Statement) else cite_article
        record.coins = coins.context(make(request, record))


def signposted(response: HttpResponse, context: dict[str, Any]) -> HttpResponse:
    """With links in its head that a program follows: how to cite it, and where it is described."""
    one: Cited = context["cited"]
    kind = "Quotation" if one.is_statement else "NewsArticle" if one.genre == "news" else "Article"
    links = [
        f'<{iri_to_uri(one.address)}>; rel="cite-as"',
        f'<https://schema.org/{kind}>; rel="type"',
        *(
            f'<{iri_to_uri(file["url"])}>; rel="describedby"; type="{file["media_type"]}"'
            for file in context["citation_files"]
        ),
    ]
    response["Link"] = ", ".join(links)
    return response


@require_safe
def statement(request: HttpRequest, public_id: str, extension: str) -> HttpResponse:
    """The reference of a statement as a file."""
    shown = (Statement.Status.CONFIRMED, Statement.Status.WITHDRAWN)
    was_public = Statement.objects.with_context().filter(status__in=shown)
    not_drafts = was_public.exclude(article__status=Article.Status.DRAFT)
    found = not_drafts.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    if gone := errors.if_withdrawn(request, found):
        return gone
    return _file(cite_statement(request, found), extension)


@require_safe
def article(request: HttpRequest, public_id: str, extension: str) -> HttpResponse:
    """The reference of an article as a file."""
    found = Article.objects.select_related("source").filter(public_id=public_id).first()
    if found is None or found.status == Article.Status.DRAFT:
        raise Http404
    if found.status == Article.Status.WITHDRAWN:
        return errors.withdrawn(request, found, "article")
    return _file(cite_article(request, found), extension)


def _file(one: Cited, extension: str) -> HttpResponse:
    form = BY_EXTENSION.get(extension)
    if form is None:
        raise Http404
    response = HttpResponse(form.write(one), content_type=f"{form.media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{one.key}.{extension}"'
    return response
