"""A record in the words of schema.org: Quotation, NewsArticle, Person and their like."""

from __future__ import annotations

import json
from typing import Any

from .cited import Cited

CONTEXT = "https://schema.org"
WIKIDATA = "https://www.wikidata.org/entity/"
_ARTICLES = {"news": "NewsArticle", "document": "Article", "transcript": "Article"}
# A script ends at the first </script>, whatever stands around it.
_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


class ScriptJson(str):
    """JSON to print inside a script element of a page: escaped as such, not as HTML."""

    @classmethod
    def of(cls, data: Any) -> ScriptJson:
        return cls(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))

    def __html__(self) -> str:
        return str(self)


def record(cited: Cited, licence: str) -> dict[str, Any]:
    """What is not known is left out; a licence is named where it is an address."""
    article = _article(cited)
    if not cited.is_statement:
        return known({"@context": CONTEXT, **article, **_shared(cited, licence)})
    return known(
        {
            "@context": CONTEXT,
            "@type": "Quotation",
            "text": cited.words,
            "spokenByCharacter": _person(cited),
            "author": _person(cited),
            "creator": _person(cited),
            "dateCreated": str(cited.said or ""),
            "locationCreated": {"@type": "Place", "name": cited.place} if cited.place else "",
            "isPartOf": known(article),
            **_shared(cited, licence),
        }
    )


def _shared(cited: Cited, licence: str) -> dict[str, Any]:
    return {
        "@id": cited.address,
        "url": cited.address,
        "identifier": cited.public_id,
        "inLanguage": cited.language,
        "about": [{"@type": "Thing", "name": topic} for topic in cited.topics],
        "license": licence if licence.startswith("http") else "",
    }


def _article(cited: Cited) -> dict[str, Any]:
    return {
        "@type": _ARTICLES[cited.genre],
        "headline": cited.headline,
        "description": cited.summary,
        "datePublished": str(cited.published or ""),
        "publisher": {"@type": "Organization", "name": cited.source},
        "sameAs": cited.source_address,
    }


def _person(cited: Cited) -> dict[str, Any] | None:
    if cited.author is None:
        return None
    name = cited.author
    if name.is_body:
        return {"@type": "Organization", "name": name.literal}
    return known(
        {
            "@type": "Person",
            "name": name.literal,
            "familyName": name.family,
            "givenName": name.given,
            "jobTitle": cited.capacity,
            "sameAs": f"{WIKIDATA}{name.wikidata_id}" if name.wikidata_id else "",
        }
    )


def known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
