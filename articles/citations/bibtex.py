"""BibTeX that BibLaTeX reads as well: UTF-8, with what TeX would take for commands escaped."""

from __future__ import annotations

from articles.dates import PartialDate

from .cited import ARCHIVE, Cited, Name
from .csl import note

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}
_ESCAPED = str.maketrans(_ESCAPES)


def entry(cited: Cited) -> str:
    """One entry with the empty line that ends it; fields that are not known are left out.

    A statement is @incollection, a part with an author of its own in something that others
    published: its booktitle is the article, its publisher the source.
    """
    kind = "incollection" if cited.is_statement else "article"
    lines = [f"  {name} = {value},\n" for name, value in _fields(cited) if value]
    return f"@{kind}{{{cited.key},\n{''.join(lines)}}}\n\n"


def _fields(cited: Cited) -> list[tuple[str, str]]:
    date = cited.date
    month = _MONTHS[date.first.month - 1] if date and date.precision != "year" else ""
    container = (
        [("booktitle", _braced(cited.headline)), ("publisher", _braced(cited.source))]
        if cited.is_statement
        else [("journal", _braced(cited.source))]
    )
    return [
        ("author", _author(cited.author)),
        ("title", _whole(cited.title)),
        *container,
        ("date", _verbatim(str(date or ""))),
        ("year", _verbatim(str(date.first.year) if date else "")),
        ("month", month),
        ("address", _braced(cited.place)),
        ("url", _verbatim(cited.address)),
        ("urldate", _verbatim(str(PartialDate(cited.accessed)))),
        ("howpublished", _braced(ARCHIVE)),
        ("language", _verbatim(cited.language)),
        ("keywords", _braced(", ".join(cited.topics))),
        ("abstract", _braced(cited.words or cited.summary)),
        ("note", _braced(note(cited))),
    ]


def escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _braced(text: str) -> str:
    return f"{{{escaped(text)}}}" if text else ""


def _whole(text: str) -> str:
    """In two pairs of braces, so that no style changes the case of what was said."""
    return f"{{{{{escaped(text)}}}}}"


def _author(name: Name | None) -> str:
    """Braces keep a name whole that cannot be taken apart: a body's may have an “and”."""
    if name is None:
        return ""
    if name.family:
        return _braced(name.inverted) if " and " not in name.inverted else _whole(name.literal)
    return _whole(name.literal)


def _verbatim(text: str) -> str:
    """Addresses and dates are read as they stand; a brace would end the field."""
    encoded = text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    return f"{{{encoded}}}" if text else ""
