"""Numbers for a column of a list: asked for the rows that are shown, not for the whole table."""

from django.db.models import Count, IntegerField, Model, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


def counted(model: type[Model], by: str, condition: Q | None = None) -> Coalesce:
    """How many of `model` refer to the row by their foreign key or link `by`."""
    rows = model._default_manager.filter(condition or Q(), **{by: OuterRef("pk")})
    # Without the order of the model, which would split the group.
    number = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)
