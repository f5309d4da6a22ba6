"""What Zotero reads from the head of a page: Highwire Press and Dublin Core tags.

Its translator takes the type from DC.type when that is one of its own names, and makes a journal
article of anything with citation_journal_title, or with an og:type that it takes for another.
"""

from __future__ import annotations

from dataclasses import dataclass

from .cited import Cited, Name

_TYPES = {"news": "newspaperArticle", "document": "webpage", "transcript": "webpage"}


@dataclass(frozen=True)
class Meta:
    name: str
    content: str


def item_type(cited: Cited) -> str:
    return _TYPES[cited.genre]


def author(name: Name) -> str:
    """A comma makes Zotero split a name there and nowhere else: one at the end, not at all."""
    return name.inverted if name.family else f"{name.literal},"


def tags(cited: Cited, licence: str) -> list[Meta]:
    """The tags of one record, without what is not known."""
    pairs = [
        ("citation_title", cited.title),
        # Two words on either side of a comma would be two authors; a semicolon says otherwise.
        ("citation_author", f"{author(cited.author)};" if cited.author else ""),
        ("citation_date", str(cited.date or "")),
        ("citation_public_url", cited.address),
        ("citation_language", cited.language),
        ("citation_abstract", cited.words or cited.summary),
        ("citation_keywords", "; ".join(cited.topics)),
        ("DC.type", item_type(cited)),
        ("DC.title", cited.title),
        ("DC.creator", cited.author.inverted if cited.author else ""),
        ("DC.source", cited.container),
        ("DC.date", str(cited.date or "")),
        ("DC.identifier", cited.address),
        ("DC.relation", cited.source_address),
        ("DC.language", cited.language),
        *(("DC.subject", topic) for topic in cited.topics),
        ("DC.rights", licence),
    ]
    return [Meta(name, content) for name, content in pairs if content]
