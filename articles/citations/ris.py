"""RIS, by rispy: what EndNote, Mendeley, Zotero and library catalogues take."""

from __future__ import annotations

from typing import Any

import rispy

from articles.dates import PartialDate

from .cited import ARCHIVE, Cited
from .csl import note

_TYPES = {"news": "NEWS", "document": "ELEC", "transcript": "ELEC"}


class _Writer(rispy.RisWriter):
    """Without the line "1." before each reference, which the format does not know."""

    def set_header(self, count: int) -> str:
        return ""


_WRITER = _Writer()


def entry(cited: Cited) -> str:
    """One reference with the empty line that ends it."""
    return _WRITER.formats([fields(cited)]) + "\n"


def fields(cited: Cited) -> dict[str, Any]:
    """As rispy names them, without what is not known."""
    addresses = [cited.address, cited.source_address]
    found = {
        "type_of_reference": _TYPES[cited.genre],
        "id": cited.key,
        "authors": [cited.author.inverted] if cited.author else [],
        "title": cited.title,
        "secondary_title": cited.container,
        "publisher": cited.source if cited.is_statement else "",
        "year": str(cited.date.first.year) if cited.date else "",
        "date": _date(cited.date),
        "access_date": _date(PartialDate(cited.accessed)),
        "urls": [address for address in addresses if address],
        "abstract": cited.words or cited.summary,
        "language": cited.language,
        "place_published": cited.place,
        "keywords": list(cited.topics),
        "name_of_database": ARCHIVE,
        "notes": [text] if (text := note(cited)) else [],
    }
    return {name: value for name, value in found.items() if value}


def _date(date: PartialDate | None) -> str:
    """YYYY/MM/DD/: what is not known is left out between the strokes."""
    return "/".join([*str(date).split("-"), "", "", ""][:4]) if date else ""
