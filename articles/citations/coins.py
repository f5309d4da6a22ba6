"""COinS: a citation in the title of an empty span, which Zotero reads from a list of many.

The keys are those of OpenURL's Dublin Core format that Zotero maps to fields of an item.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from .cited import Cited
from .zotero import author, item_type


def context(cited: Cited) -> str:
    """The context object, percent-encoded; what prints it has to escape it."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", item_type(cited)),
        ("rft.title", cited.title),
        ("rft.source", cited.container),
        ("rft.identifier", cited.address),
        ("rft.au", author(cited.author) if cited.author else ""),
        ("rft.date", str(cited.date or "")),
        ("rft.description", cited.words or cited.summary),
        ("rft.language", cited.language),
        *(("rft.subject", topic) for topic in cited.topics),
    ]
    return urlencode([pair for pair in pairs if pair[1]], quote_via=quote, safe="")
