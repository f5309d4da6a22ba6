"""How a statement was found and attributed, in plain words.

The quotation engine names a rule for the words and a way for the speaker, "X said after; pronoun".
What is not known here is told by its name.
"""

from __future__ import annotations

from articles.models import Statement

_WORDS = {
    "X said after": "the words stand before a verb of saying and its speaker (“…”, X said)",
    "X said before": "the words follow a speaker and a verb of saying (X said, “…”)",
    "X said that": "the words are the clause after a speaker and a verb of saying (X said that …)",
    "X told": "the words are what a speaker told somebody (X told Y that …)",
    "according to": "the words are given according to somebody (according to X, …)",
    "colon": "the words follow a name and a colon (X: “…”)",
    "introduced": "the words are introduced by the sentence before them",
    "quotation alone": "the words stand in quotation marks in a sentence of their own",
    "same speaker": "the words go on from those before them",
    "turn": "the words are a turn of a transcript",
    "unclaimed": "the words stand in quotation marks, and nothing says whose they are",
}
_SPEAKER = {
    "name": "the speaker is named",
    "surname": "the speaker is named by surname, which only one person here has",
    "office": "the speaker is named by an office, which tells who that was on the day",
    "pronoun": "the speaker is meant by a pronoun or a title, read as somebody named before",
    "body": "the speaker is a body, such as a ministry",
    "document": "the words are those of a document that the text names",
    "label": "the speaker’s name stands before the turn",
    "same speaker": "the speaker is that of the words before",
    "nobody": "nobody is named whom the archive knows",
}


def in_words(statement: Statement) -> str:
    """How it came into the archive, a sentence or two."""
    if not statement.rule:
        if statement.created_by_id:
            return "Entered by an editor."
        return "Marked as a statement in the file from which its article was loaded."
    rule, _, how = statement.rule.partition("; ")
    words = _WORDS.get(rule, f"by the rule “{rule}”")
    speaker = f"; {_SPEAKER.get(how, f'“{how}”')}" if how else ""
    return f"Proposed by the archive’s rules: {words}{speaker}.{_measured(statement.confidence)}"


def _measured(confidence: float | None) -> str:
    if confidence is None:
        return ""
    percent = round(confidence * 100)
    return f" Such proposals were right in about {percent} of 100 cases when that was measured."
