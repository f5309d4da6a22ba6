"""The office of the day for statements that have none, once the archive knows who held it."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Exists, OuterRef

from articles.models import Statement, Tenure

from .names import Names


def give_offices(tenures: Iterable[Tenure]) -> int:
    """Set the tenure of statements of these speakers, where only one was held on the day.

    A statement whose capacity somebody has chosen before, or taken away, stays as it is. Gives
    the number of statements changed.
    """
    speakers = {tenure.speaker_id for tenure in tenures}
    if not speakers:
        return 0
    chosen = apps.get_model("articles", "StatementEvent").objects.filter(
        pgh_obj=OuterRef("pk"), tenure__isnull=False
    )
    without = Statement.objects.filter(
        ~Exists(chosen), speaker__in=speakers, tenure=None, said_on__isnull=False
    )
    names, changed = Names(), 0
    fields = ("speaker_id", "polity_id", "said_on", "said_on_precision")
    for values in without.values(*fields).distinct():
        said = Statement(**values).said
        tenure = names.tenure(values["speaker_id"], values["polity_id"], said)
        if tenure:
            changed += without.filter(**values).update(tenure=tenure)
    return changed
