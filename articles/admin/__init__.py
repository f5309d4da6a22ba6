"""The editors' desk: the Django admin, one file a noun."""

from . import article, occasion, office, polity, source, speaker, statement, topic

__all__ = ["article", "occasion", "office", "polity", "source", "speaker", "statement", "topic"]
