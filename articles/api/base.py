"""What all answers of the API share: who may ask, how often, and what is wrong with a question."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.views.decorators.http import conditional_page
from rest_framework import status
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.addresses import SearchAddress, permanent

from .records import Json
from .throttling import ClientThrottle

PAGE_SIZE = 20
LARGEST_PAGE = 100

# Any page of the web may read: there is nothing here but what is public, and no cookie matters.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, RateLimit-Limit, "
    "RateLimit-Remaining, RateLimit-Reset",
    "Access-Control-Max-Age": "86400",
}


class IndexMissing(APIException):
    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_detail = "The search index is being made. Try again in a few seconds."
    default_code = "index_missing"


class Gone(APIException):
    """What was public and is not: when it was withdrawn and why."""

    status_code = status.HTTP_410_GONE
    default_code = "withdrawn"


def _for_all_sites(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Outermost, since a 304 keeps no headers of these."""

    @wraps(view)
    def for_all_sites(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        if isinstance(response, Response):  # a 304 comes in its place when it is rendered
            response.add_post_render_callback(_with_cors)
            return response
        return _with_cors(response)

    return for_all_sites


def _with_cors(response: HttpResponseBase) -> HttpResponseBase:
    for name, value in CORS.items():
        response[name] = value
    return response


class ApiView(APIView):
    """Answers GET, HEAD and OPTIONS; with an ETag, and 304 for what is known already."""

    throttle_classes = [ClientThrottle]
    known: frozenset[str] = frozenset()  # parameters; others are refused by their names

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        return _for_all_sites(conditional_page(super().as_view(**initkwargs)))

    def get_throttles(self) -> list[Any]:
        self._throttles: list[Any] = super().get_throttles()
        return self._throttles

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """For browsers that ask before they ask."""
        return HttpResponse(status=204, headers={"Allow": CORS["Access-Control-Allow-Methods"]})

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if any("\0" in one for one in kwargs.values()):  # no text for PostgreSQL
            raise NotFound("There is no such record.")
        if request.method in ("GET", "HEAD"):
            self.refuse_unknown(request.query_params)

    def refuse_unknown(self, data: QueryDict) -> None:
        unknown = [name for name in data if name not in self.known]
        if unknown:
            raise refusal([f"“{name[:100]}” is no parameter here." for name in unknown])

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        for throttle in getattr(self, "_throttles", ()):
            for name, value in throttle.headers().items():
                response[name] = value
        if response.status_code == 200:
            response["Cache-Control"] = "public, max-age=0, must-revalidate"
            response["Link"] = f'<{settings.SITE_URL}/api/v1/openapi.json>; rel="service-desc"'
        return response


class Page:
    """`page` and `page_size` of an address; ValidationError names the one that is malformed."""

    def __init__(self, data: QueryDict) -> None:
        self.number = positive(data, "page", 1, most=10**9)
        self.size = positive(data, "page_size", PAGE_SIZE, most=LARGEST_PAGE)

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    def envelope(self, request: Request, count: int, results: list[Json]) -> Json:
        """`count`, the addresses beside this one, and the results."""
        if self.start and self.start >= count:
            raise NotFound(f"page: there is no page {self.number}; there are {count} results.")
        address = SearchAddress.asked(request.path, request.query_params)
        return {
            "count": count,
            "next": self._at(request, address, self.number + 1)
            if self.start + self.size < count
            else None,
            "previous": self._at(request, address, self.number - 1) if self.number > 1 else None,
            "results": results,
        }

    @staticmethod
    def _at(request: Request, address: SearchAddress, number: int) -> str:
        return permanent(request._request, str(address.at_page(number)))


def positive(data: QueryDict, name: str, default: int, *, most: int) -> int:
    given = data.get(name, "").strip()
    if not given:
        return default
    if given.isascii() and given.isdigit() and len(given) < 12 and 0 < int(given) <= most:
        return int(given)
    raise refusal([f"{name}: “{given[:100]}” is no whole number from 1 to {most:,}."])


def refusal(problems: list[str]) -> ValidationError:
    """400 with each problem named."""
    return ValidationError({"detail": " ".join(problems), "problems": problems})


class NothingHere(ApiView):
    """JSON for an address that there is not, too."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise NotFound("There is nothing at this address; /api/v1/ says what there is.")

    def get(self, request: Request, path: str) -> Response:
        raise NotFound
