"""Drafts into the database: atomic, idempotent, the only writer in bulk.

`load` takes what a reader gives. Each article becomes one of created, updated, unchanged or
failed. Loading again changes only what the file has changed; what an editor changed or decided in
the meantime stays, and is reported as kept.
"""

from .known_articles import as_known, known_article
from .loading import load
from .outcomes import Outcome, Result
from .proposing import propose, propose_more

__all__ = [
    "Outcome",
    "Result",
    "as_known",
    "known_article",
    "load",
    "propose",
    "propose_more",
]
