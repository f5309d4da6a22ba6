"""A whole result as a file, with a note beside it that says what it holds."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.addresses import SearchAddress, permanent
from articles.exports import sidecar
from articles.exports.formats import BY_EXTENSION, FORMATS, Format
from articles.exports.result import Result
from articles.filters import PAGING, ArticleFilter, SearchFilter, StatementFilter
from articles.search import index

from . import errors

SIDECAR = "txt"


@require_safe
def statements(request: HttpRequest, extension: str) -> HttpResponseBase:
    return _export(request, StatementFilter, extension)


@require_safe
def articles(request: HttpRequest, extension: str) -> HttpResponseBase:
    return _export(request, ArticleFilter, extension)


def addresses(address: SearchAddress, kind: str) -> dict[str, str]:
    """Label to address of each file of a search, the note last."""
    files = {one.label: _address(address, kind, one.extension) for one in FORMATS}
    return {**files, "What these files hold": _address(address, kind, SIDECAR)}


def _address(address: SearchAddress, kind: str, extension: str) -> str:
    return str(address.with_values({}, path=reverse(f"{kind}-export", args=[extension])))


def _export(
    request: HttpRequest, filter_class: type[SearchFilter], extension: str
) -> HttpResponseBase:
    form = BY_EXTENSION.get(extension)
    if form is None and extension != SIDECAR:
        raise Http404
    address = SearchAddress.asked(request.path, request.GET)
    filters = filter_class(address.data)
    problems = filters.problems + [
        f"{name}: A file holds the whole result, not a page."
        for name in PAGING
        if name in filters.data
    ]
    if problems:
        return errors.refused(request, problems)
    try:
        result = Result(filters.search, timezone.now(), permanent(request, "/").removesuffix("/"))
        total = result.total
    except index.NotReady:
        return errors.index_missing(request)
    if form is None:
        return _sidecar(request, result, address)
    if form.most is not None and total > form.most:
        problem = f"{form.label} holds {form.most:,} records; this result has {total:,}. Narrow it."
        return errors.refused(request, [problem])
    return _file(request, result, form, address)


def _file(
    request: HttpRequest, result: Result, form: Format, address: SearchAddress
) -> HttpResponseBase:
    content = () if request.method == "HEAD" else form.write(result)
    response = StreamingHttpResponse(content, content_type=form.media_type)
    name = f"on-the-record-{result.search.kind}-{result.moment:%Y-%m-%d}.{form.extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Total-Count"] = str(result.total)
    note = permanent(request, _address(address, result.search.kind, SIDECAR))
    response["Link"] = f'<{note}>; rel="describedby"; type="text/plain"'
    return _for_now(response)


def _sidecar(request: HttpRequest, result: Result, address: SearchAddress) -> HttpResponseBase:
    kind = result.search.kind
    search = address.with_values({}, path=reverse(kind))
    files = {
        label: permanent(request, url)
        for label, url in addresses(address, kind).items()
        if not url.split("?")[0].endswith(SIDECAR)
    }
    note = sidecar.text(result, permanent(request, str(search)), address.data, files)
    return _for_now(HttpResponse(note, content_type="text/plain; charset=utf-8"))


def _for_now(response: HttpResponseBase) -> HttpResponseBase:
    """The next one may hold more; and robots have the records themselves to read."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
