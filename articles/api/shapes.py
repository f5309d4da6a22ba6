"""The shapes of what the API takes and gives, for its OpenAPI description.

`records.py` makes the answers; nothing is made by these. A test asks every address and holds the
answers to them.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers

from articles.models import Statement
from articles.search.facets import FACETS
from articles.search.searching import SORTS

from .base import LARGEST_PAGE, PAGE_SIZE
from .cursors import CURSOR, PATTERN

PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def date() -> serializers.CharField:
    return serializers.RegexField(
        PARTIAL_DATE, allow_null=True, help_text="ISO 8601, as precise as it is known."
    )


def words(about: str = "") -> serializers.CharField:
    return serializers.CharField(allow_blank=True, help_text=about)


def moment() -> serializers.DateTimeField:
    return serializers.DateTimeField(help_text="When it was last made public or corrected here.")


class Named(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()
    url = serializers.CharField(help_text="Of its page.")


class Capacity(serializers.Serializer):
    title = serializers.CharField()
    polity = Named(allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """`from` is no name in Python."""
        return {**super().get_fields(), "from": date(), "to": date()}


class ArticleInShort(serializers.Serializer):
    id = serializers.CharField(help_text="Permanent.")
    external_id = words("The identifier at its source.")
    title = serializers.CharField()
    source = Named()  # type: ignore[assignment]
    url = serializers.CharField(help_text="Of its page, permanent.")


class StatementPlain(serializers.Serializer):
    id = serializers.CharField(help_text="Permanent.")
    url = serializers.CharField(help_text="Of its page, permanent.")
    text = serializers.CharField(help_text="The words, as they stand in the article.")
    kind = serializers.ChoiceField(Statement.Kind.choices)
    language = serializers.CharField(help_text="A BCP 47 tag.")
    said_on = date()
    place = words()
    speaker = Named(allow_null=True)
    attribution = words("As printed.")
    cue = words("The verb of saying, as printed.")
    office = Capacity(allow_null=True)
    polity = Named(allow_null=True, help_text="Spoken for.")
    occasion = Named(allow_null=True)
    topics = Named(many=True)
    segments = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2),
        help_text="[start, end) in code points of the article's body.",
    )
    article = ArticleInShort()
    changed_at = moment()


class StatementFound(StatementPlain):
    excerpt = words("HTML: escaped, the matches in <mark>.")


class StatementWhole(StatementPlain):
    office_as_printed = words()
    addressees = Named(many=True)
    rule = words("What found it; empty: a person.")
    confirmed_at = serializers.DateTimeField(allow_null=True)


class ArticlePlain(ArticleInShort):
    summary = words()
    language = serializers.CharField(help_text="A BCP 47 tag.")
    published_on = date()
    place = words("Of the dateline.")
    source_url = words("Where it was published.")
    archived_url = words()
    topics = Named(many=True)
    changed_at = moment()


class ArticleFound(ArticlePlain):
    excerpt = words("HTML: escaped, the matches in <mark>.")


class ArticleWhole(ArticlePlain):
    body = serializers.CharField()
    statements = StatementPlain(many=True)


class Counted(Named):
    count = serializers.IntegerField(help_text="Public statements.")
    articles = serializers.IntegerField(help_text="Public articles.")


class SpeakerWhole(Counted):
    kind = serializers.CharField()
    sort_name = serializers.CharField()
    other_names = serializers.ListField(child=serializers.CharField())
    wikidata_id = words()
    born_on = date()
    died_on = date()
    note = words()
    offices = Capacity(many=True)


class TopicWhole(Counted):
    description = words()
    parent = Named(allow_null=True)


class SourceWhole(Counted):
    kind = serializers.CharField()
    homepage = words()
    country = Named(allow_null=True)
    language = serializers.CharField()
    description = words()


class PolityWhole(Counted):
    kind = serializers.CharField()
    code = words("ISO 3166-1 alpha-3.")


class OccasionWhole(Counted):
    place = words()
    starts_on = date()
    ends_on = date()
    description = words()


class OfficeWhole(Counted):
    title = serializers.CharField()
    polity = Named(allow_null=True)


class FacetValue(serializers.Serializer):
    value = serializers.CharField(help_text="What its parameter takes.")
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()


class PageOf(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True, help_text="The address of what follows.")
    previous = serializers.CharField(allow_null=True)


class Found(PageOf):
    facets = serializers.DictField(
        child=FacetValue(many=True), help_text="Of the whole result; empty after a cursor's first."
    )
    catching_up = serializers.BooleanField(help_text="Changes just made may be missing.")


class StatementPage(Found):
    results = StatementFound(many=True)


class ArticlePage(Found):
    results = ArticleFound(many=True)


class NamedPage(PageOf):
    results = Counted(many=True)


class Directory(serializers.Serializer):
    statements = serializers.CharField()
    articles = serializers.CharField()
    speakers = serializers.CharField()
    topics = serializers.CharField()
    sources = serializers.CharField()
    polities = serializers.CharField()
    occasions = serializers.CharField()
    offices = serializers.CharField()
    description = serializers.CharField()
    documentation = serializers.CharField()
    licence = serializers.CharField()


class Problem(serializers.Serializer):
    detail = serializers.CharField(help_text="What is wrong, in words.")
    problems = serializers.ListField(child=serializers.CharField(), required=False)


# --- what is asked and answered ------------------------------------------------------------------


def answers(shape: Any, *, gone: bool = False) -> dict[int, Any]:
    """The answers that an address may give."""
    refused = dict.fromkeys((400, 404, 406, 429, 503), Problem)
    return {200: shape, **refused, **({410: Problem} if gone else {})}


def _paging() -> list[OpenApiParameter]:
    return [
        _number("page", "1 is the first.", 10**9),
        _number("page_size", f"{PAGE_SIZE} unless said.", LARGEST_PAGE),
    ]


def _number(name: str, about: str, most: int) -> OpenApiParameter:
    kind = {"type": "integer", "minimum": 1, "maximum": most}
    return OpenApiParameter(name, kind, description=about)  # type: ignore[arg-type]


def _facets() -> list[OpenApiParameter]:
    found = []
    for facet in FACETS:
        for name, does in ((facet.name, "any of these"), (f"{facet.name}!", "none of these")):
            about = f"{facet.title}: {does}. A value as the facets of an answer give it."
            found.append(OpenApiParameter(name, OpenApiTypes.STR, many=True, description=about))
    return found


def search(operation: str, shape: Any) -> Any:
    """Describes a view of a search."""
    day = {"type": "string", "pattern": PARTIAL_DATE}
    parameters = [
        OpenApiParameter("q", OpenApiTypes.STR, description="As in the search box; any text."),
        *_facets(),
        OpenApiParameter("from", day, description="First date."),  # type: ignore[arg-type]
        OpenApiParameter("to", day, description="Last date."),  # type: ignore[arg-type]
        OpenApiParameter("sort", OpenApiTypes.STR, enum=list(SORTS)),
        *_paging(),
        _cursor("by date"),
    ]
    return _on_get(
        extend_schema(operation_id=operation, parameters=parameters, responses=answers(shape))
    )


def _cursor(order: str) -> OpenApiParameter:
    kind = {"type": "string", "pattern": PATTERN}
    about = f"In place of page: * begins, then follow next; to any depth, {order}."
    return OpenApiParameter(CURSOR, kind, description=about)  # type: ignore[arg-type]


def listing(shape: Any) -> dict[str, Any]:
    parameters = [*_paging(), _cursor("in the order in which they came into the archive")]
    return {"parameters": parameters, "responses": answers(shape)}


def _on_get(describe: Any) -> Any:
    """For a class whose get is inherited: it gets one of its own to hang the description on."""

    def decorate(view: Any) -> Any:
        inherited = view.get

        def get(self: Any, request: Any) -> Any:
            return inherited(self, request)

        get.__doc__ = inherited.__doc__
        view.get = describe(get)
        return view

    return decorate
