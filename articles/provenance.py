"""How a statement was found and attributed, in plain words.

The quotation engine names a rule for the words and a way for the speaker, “X said after; pronoun”.
"""

from __future__ import annotations

from articles.models import Statement

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
    "epithet": "by what the text calls them",
    "office": "by the office",
    "pronoun": "by a pronoun, read as somebody named before",
    "body": "a body, by its name",
    "document": "a document of whoever spoke last",
    "label": "by the label of the turn",
    "same speaker": "the same as before",
    "nobody else": "by the office, where nobody else has been named",
    "named later": "by the office, whose name comes a paragraph later",
    "nobody": "nobody is named",
}


def in_words(statement: Statement) -> str:
    """How it came into the archive, for a reader: a sentence or three."""
    if statement.rule:
        measured = _measured(statement.confidence)
        return f"Proposed by the archive’s rules. {rule_in_words(statement.rule)}{measured}"
    if statement.created_by_id:
        return "Entered by an editor."
    return "Marked as a statement in the file from which its article was loaded."


def rule_in_words(rule: str) -> str:
    """A sentence; a rule or a way that is not known here is told by its name."""
    name, _, way = rule.partition("; ")
    told = _RULES.get(name, f"Rule “{name}”")
    how = _WAYS.get(way, f"speaker by “{way}”" if way else "")
    return f"{told}; {how}." if how else f"{told}."


def _measured(confidence: float | None) -> str:
    if confidence is None:
        return ""
    percent = round(confidence * 100)
    return f" Such proposals were right in about {percent} of 100 cases when that was measured."
