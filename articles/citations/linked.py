"""Speakers, topics and the like in the words of schema.org."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles import web
from articles.models import Occasion, Polity, Source, Speaker, Tenure, Topic

from .cited import Name
from .jsonld import CONTEXT, WIKIDATA, known

_SOURCES = {
    Source.Kind.AGENCY: "NewsMediaOrganization",
    Source.Kind.NEWSPAPER: "NewsMediaOrganization",
    Source.Kind.MINISTRY: "GovernmentOrganization",
}

Json = dict[str, Any]


def record(
    noun: Speaker | Topic | Polity | Occasion | Source, address: str, tenures: Sequence[Tenure] = ()
) -> Json:
    """What is not known is left out. `tenures` are a speaker's, each with its office."""
    match noun:
        case Speaker():
            fields = _speaker(noun, tenures)
        case Topic():
            fields = {"@type": "DefinedTerm", "description": noun.description}
        case Polity():
            kind = "Country" if noun.kind == Polity.Kind.STATE else "Organization"
            fields = {"@type": kind, "identifier": noun.code}
        case Occasion():
            fields = _occasion(noun)
        case Source():
            fields = _source(noun)
    described = {"@context": CONTEXT, "@id": address, "url": address, "name": str(noun)}
    return known({**described, **fields})


def _speaker(speaker: Speaker, tenures: Sequence[Tenure]) -> Json:
    name = Name.of(speaker)
    both = {
        "description": speaker.note,
        "alternateName": sorted({other.name for other in speaker.other_names.all()}),
        "sameAs": f"{WIKIDATA}{speaker.wikidata_id}" if speaker.wikidata_id else "",
    }
    if name.is_body:
        return {"@type": "Organization", **both}
    return {
        "@type": "Person",
        "familyName": name.family,
        "givenName": name.given,
        "jobTitle": list(dict.fromkeys(tenure.office.title for tenure in tenures)),
        "birthDate": str(speaker.born or ""),
        "deathDate": str(speaker.died or ""),
        **both,
    }


def _occasion(occasion: Occasion) -> Json:
    return {
        "@type": "Event",
        "description": occasion.description,
        "startDate": str(occasion.starts or ""),
        "endDate": str(occasion.ends or ""),
        "location": {"@type": "Place", "name": occasion.place} if occasion.place else "",
    }


def _source(source: Source) -> Json:
    country = {"@type": "Country", "name": source.country.name} if source.country else ""
    return {
        "@type": _SOURCES.get(Source.Kind(source.kind), "Organization"),
        "description": source.description,
        "sameAs": web.web_address(source.homepage),
        "location": country,
    }
