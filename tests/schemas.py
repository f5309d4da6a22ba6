"""What machines read, held to schemas in `tests/data/schemas` by libraries of others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyshacl
from lxml import etree
from rdflib import SDO, Graph

_FOLDER = Path(__file__).parent / "data" / "schemas"
_SCHEMA_ORG = "http://schema.org/"
# As schema.org's own context has it, which a test does not fetch.
_CONTEXT = {
    "@vocab": _SCHEMA_ORG,
    **{name: {"@type": "@id"} for name in ("url", "sameAs", "license")},
}


def atom(content: bytes) -> etree._Element:
    """The feed, which must be as RFC 4287 asks."""
    return _held_to(etree.RelaxNG(file=_FOLDER / "atom.rng"), content)


def sitemap(content: bytes) -> etree._Element:
    """The sitemap or index, which must be as the protocol of sitemaps.org asks."""
    return _held_to(etree.XMLSchema(file=_FOLDER / "sitemap.xsd"), content)


def _held_to(schema: etree.RelaxNG | etree.XMLSchema, content: bytes) -> etree._Element:
    document = etree.fromstring(content)
    assert schema.validate(document), schema.error_log
    return document


def linked_data(data: dict[str, Any]) -> None:
    """JSON-LD must have terms that schema.org has, and the shapes of `schema.org.ttl`."""
    assert data["@context"] == "https://schema.org"
    graph = Graph().parse(data=json.dumps({**data, "@context": _CONTEXT}), format="json-ld")
    used = {str(term) for _, *terms in graph for term in terms}
    terms = {one.removeprefix(_SCHEMA_ORG) for one in used if one.startswith(_SCHEMA_ORG)}
    unknown = {term for term in terms if term not in SDO}
    assert terms and not unknown, unknown
    shapes = Graph().parse(_FOLDER / "schema.org.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, report
