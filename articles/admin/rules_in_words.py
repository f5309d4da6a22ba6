"""Why the quotation engine proposed something, for an editor who has to check it."""

from __future__ import annotations

from articles.provenance import rule_in_words
from articles.quotations import confidence as measured


def in_words(rule: str) -> str:
    """For “X said after; surname”; a rule not known here is told by its name.

    A second sentence says how often this was right on the test articles.
    """
    if not rule:
        return "By an editor."
    return f"{rule_in_words(rule)} {measured.in_words(rule)}".strip()
