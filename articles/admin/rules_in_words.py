"""Why the quotation engine proposed something, in plain words."""

from __future__ import annotations

from articles.quotations import confidence as measured

_RULES = {
    "X said after": "Who says it stands behind the words",
    "X said before": "Who says it stands before the words",
    "X said that": "Indirect speech after a verb of saying",
    "X told": "Indirect speech after a verb of telling",
    "X stressed": "Indirect speech after a verb of stressing",
    "X urged": "What somebody is asked to do",
    "X promised": "A promise or a threat",
    "X denied": "A denial",
    "X criticised": "Blame, praise or thanks",
    "X called it": "What somebody or something is called",
    "X hoped": "A hope or a fear, partly quoted",
    "X expressed": "An opinion or a feeling that is expressed",
    "X's claim that": "After a noun of saying: “his claim that …”",
    "X found that": "What a document or a study finds",
    "paraphrase": "Says in other words what is then quoted",
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
    "named later": "by the office, whose name comes a paragraph later",
    "nobody": "nobody is named",
}


def in_words(rule: str) -> str:
    """For “X said after; surname”; a rule not known here is told by its name.

    A second sentence says how often this was right on the test articles.
    """
    if not rule:
        return "By an editor."
    name, _, way = rule.partition("; ")
    how = _WAYS.get(way, f"speaker by “{way}”" if way else "")
    told = _RULES.get(name, f"Rule “{name}”")
    found = f"{told}; {how}." if how else f"{told}."
    return f"{found} {measured.in_words(rule)}".strip()
