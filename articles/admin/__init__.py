"""The editors' desk: the Django admin, one file a noun."""

from . import account, article, occasion, office, polity, source, speaker, statement, topic

__all__ = [
    "account",
    "article",
    "occasion",
    "office",
    "polity",
    "source",
    "speaker",
    "statement",
    "topic",
]
