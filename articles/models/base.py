"""What several nouns share: identifiers, partial dates, history."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from itertools import count
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.text import slugify

from articles.dates import PRECISIONS


def new_public_id() -> str:
    """Twelve random characters a-z, 2-7 (60 bits): short, opaque, and never met twice."""
    return base64.b32encode(secrets.token_bytes(8)).decode("ascii")[:12].lower()


def public_id_field() -> models.CharField:
    """The permanent name of a record in addresses. A trigger (`frozen_public_id`) keeps it."""
    return models.CharField(max_length=12, unique=True, editable=False, default=new_public_id)


def frozen_public_id() -> pgtrigger.Trigger:
    return pgtrigger.ReadOnly(name="public_id_never_changes", fields=["public_id"])


MOVED_ALONG = "changed_at"  # with what changes elsewhere: a change that has no history


def changed_at_field() -> models.DateTimeField:
    """Since when everybody sees the record as it is. Triggers move it."""
    return models.DateTimeField(default=timezone.now, db_default=Now(), editable=False)


def moves_changed_at(public: str, columns: str) -> pgtrigger.Trigger:
    """A record with the status `public` changed in one of `columns`, or became public.

    What is saved by who read it before somebody else changed it does not put the moment back.
    """
    names = ("status", *columns.split())
    before, after = (", ".join(f"{row}.{name}" for name in names) for row in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name="changed_for_everybody",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.status = '{public}' AND ({before}) IS DISTINCT FROM ({after}) THEN
                NEW.changed_at = clock_timestamp();
            ELSE
                NEW.changed_at = greatest(OLD.changed_at, NEW.changed_at);
            END IF;
            RETURN NEW;
        """,
    )


def links_move_changed_at(owner: str, public: str) -> list[pgtrigger.Trigger]:
    """Links that come and go change the record, `owner`, that has them.

    Not those that come with it, in its own transaction: a load would write everything twice.
    """
    return [
        pgtrigger.Trigger(
            name=name,
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(**{which: "links"}),
            func=f"""
                UPDATE articles_{owner} SET changed_at = clock_timestamp()
                WHERE id IN (SELECT {owner}_id FROM links)
                    AND status = '{public}' AND changed_at < now();
                RETURN NULL;
            """,
        )
        for name, operation, which in (
            ("added_for_everybody", pgtrigger.Insert, "new"),
            ("removed_for_everybody", pgtrigger.Delete, "old"),
        )
    ]


def precision_field() -> models.CharField:
    return models.CharField("precision", max_length=5, choices=PRECISIONS, default="day")


def precision_constraint(column: str, name: str) -> models.CheckConstraint:
    """The day stored is the first of the month or year when only that much is known."""
    precision = f"{column}_precision"
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{column}__isnull": True})
        | Q(**{precision: "day"})
        | Q(**{precision: "month", f"{column}__day": 1})
        | Q(**{precision: "year", f"{column}__day": 1, f"{column}__month": 1}),
        violation_error_message="A date known to the month or year is kept as its first day.",
    )


def ordered_constraint(earlier: str, later: str, name: str) -> models.CheckConstraint:
    """`later` is unknown or its period does not end before `earlier` begins."""
    same_year = Q(**{f"{later}__year": F(f"{earlier}__year")})
    same_month = same_year & Q(**{f"{later}__month": F(f"{earlier}__month")})
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{earlier}__isnull": True})
        | Q(**{f"{later}__isnull": True})
        | Q(**{f"{later}__gte": F(earlier)})
        # From March 2019 to 2019: the end is kept as 1 January, which lies before the beginning.
        | (Q(**{f"{later}_precision": "year"}) & same_year)
        | (Q(**{f"{later}_precision": "month"}) & same_month),
        violation_error_message="The end lies before the beginning.",
    )


def unique_slug(name: str, slugs: models.QuerySet, fallback: str) -> str:
    """A slug for `name` that none of the records has: ASCII where that leaves something, else
    Unicode; of namesakes with the first number that is free.
    """
    stem = slugify(name)[:80] or slugify(name, allow_unicode=True)[:80] or fallback
    if not slugs.filter(slug=stem).exists():
        return stem
    taken = set(slugs.filter(slug__startswith=f"{stem}-").values_list("slug", flat=True))
    return next(slug for number in count(2) if (slug := f"{stem}-{number}") not in taken)


class SluggedModel(models.Model):
    """A record with a readable address. The slug is made from the name once and then stays."""

    slug = models.SlugField(max_length=100, unique=True, blank=True, allow_unicode=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new record its slug (asks the database whether it is taken)."""
        if not self.slug:
            others = type(self)._default_manager.all()
            self.slug = unique_slug(str(self), others, self._meta.model_name or "record")
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class SlugManager(models.Manager):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


def keep_history(*, additions: bool = True) -> Callable[[type], type]:
    """Keep what a row was before each update or deletion, with who changed it, by triggers.

    `additions` keeps who entered it and when, too. Articles and statements say it themselves, so
    that loading a million of them does not store them twice.
    """
    events = [pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent()]
    entered = [pghistory.InsertEvent()] if additions else []
    return pghistory.track(*entered, *events, exclude=[MOVED_ALONG])


def keep_link_history() -> Callable[[type], type]:
    """The same for a many-to-many table, whose rows have no author: additions are kept too."""
    return pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent(), obj_field=None)


def protect_linked(relation: Any) -> None:
    """Refuse to delete what a many-to-many `relation` points to while a link stands.

    Django deletes the links of a many-to-many relation along with either end and offers no
    on_delete for them; a statement, being evidence, must not lose its topics so.
    """
    target = relation.field.m2m_reverse_field_name()
    relation.through._meta.get_field(target).remote_field.on_delete = models.PROTECT
