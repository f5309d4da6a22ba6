"""Why the quotation engine proposed something, in plain words."""

from __future__ import annotations

_RULES = {
    "X said after": "Who says it stands behind the words",
    "X said before": "Who says it stands before the words",
    "X said that": "Indirect speech after a verb of saying",
    "X told": "Indirect speech after a verb of telling",
    "according to": "“According to” names the source of the words",
    "colon": "A name and a colon stand before the words",
    "unclaimed": "In quotation marks, with nobody beside them who says it",
    "quotation alone": "A sentence that is nothing but a quotation",
    "same speaker": "The speaker before goes on",
    "turn": "A turn in a transcript",
    "introduced": "The sentence before introduces the quotation",
}
_WAYS = {
    "name": "the full name stands there",
    "surname": "by the surname",
    "office": "by the office",
    "pronoun": "by a pronoun, so look at who it is",
    "body": "a body, by its name",
    "document": "a document of whoever spoke last",
    "label": "by the label of the turn",
    "same speaker": "the same as before",
    "nobody": "nobody is named",
}


def in_words(rule: str) -> str:
    """A sentence for “X said after; surname”; a rule not known here is told by its name."""
    if not rule:
        return "By an editor."
    name, _, way = rule.partition("; ")
    how = _WAYS.get(way, f"speaker by “{way}”" if way else "")
    told = _RULES.get(name, f"Rule “{name}”")
    return f"{told}; {how}." if how else f"{told}."
