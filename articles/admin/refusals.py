"""What the database refuses, in words for an editor.

Forms check first and say it better; constraints and triggers have the last word, also on what two
people do at once. A trigger's message and a constraint's `violation_error_message` are written to
be shown.
"""

from __future__ import annotations

from django.apps import apps
from django.db import DatabaseError, DataError, IntegrityError, InternalError
from django.db.models import ProtectedError

REFUSALS = (IntegrityError, DataError, InternalError)

MOST_NAMED = 3  # records that stand in the way

UNIQUE_VIOLATION = "23505"
FOREIGN_KEY_VIOLATION = "23503"


def in_words(error: DatabaseError) -> str:
    """One sentence that says what was refused."""
    if isinstance(error, ProtectedError):
        named = sorted(map(str, error.protected_objects))
        more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
        return f"Other records refer to it: {'; '.join(named[:MOST_NAMED])}{more}."
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is None:
        return str(error)
    if message := _message_of(diagnosis.constraint_name):
        return message
    if diagnosis.sqlstate == UNIQUE_VIOLATION:
        return f"Another record has this already: {diagnosis.message_detail}"
    if diagnosis.sqlstate == FOREIGN_KEY_VIOLATION:
        return "What it refers to was deleted meanwhile, or another record still refers to it."
    return f"The database refused this: {diagnosis.message_primary}."


def _message_of(constraint: str | None) -> str:
    """What the model says about its constraint, if it has one of that name."""
    for model in apps.get_app_config("articles").get_models():
        for one in model._meta.constraints:
            if one.name == constraint:
                return str(one.get_violation_error_message())
    return ""
