"""Two records of one person, topic or source made one, and two again.

Whatever refers to the record that goes follows to the one that stays: every statement, name,
office and link. Its address leads on, its name is still known to those who load files. What moved
is written down, so that the merger can be undone as long as nothing else was changed since.
"""

from __future__ import annotations

from typing import Any

from django.core import serializers
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from articles.models import (
    Article,
    ArticleTopic,
    Merger,
    Source,
    Speaker,
    SpeakerName,
    Statement,
    StatementTopic,
    Tenure,
    Topic,
)

KINDS: dict[str, type[Model]] = {"speaker": Speaker, "topic": Topic, "source": Source}

# What refers to a record by a column that can simply say the other: (model, column).
_REFERENCES: dict[str, list[tuple[type[Model], str]]] = {
    "speaker": [(Statement, "speaker"), (Tenure, "speaker"), (SpeakerName, "speaker")],
    "topic": [(Topic, "parent")],
    "source": [(Article, "source")],
}
# Links, of which there may be one to either: (model of the link, column, column of the other end).
_LINKS: dict[str, list[tuple[Any, str, str]]] = {
    "speaker": [(Statement.addressees.through, "speaker_id", "statement_id")],
    "topic": [
        (StatementTopic, "topic_id", "statement_id"),
        (ArticleTopic, "topic_id", "article_id"),
    ],
    "source": [],
}


class CannotMerge(Exception):
    """Why two records stay two, or one stays one, in words for an editor."""


def kind_of(record: Model) -> str:
    return str(record._meta.model_name)


@transaction.atomic
def merge(kept: Any, merged: Any, *, reason: str, by: Any = None) -> Merger:
    """Make `merged` part of `kept`. CannotMerge says why not; then nothing is changed."""
    kind = kind_of(kept)
    if type(kept) is not type(merged) or kept.pk == merged.pk:
        raise CannotMerge("Choose two different records of one kind.")
    if not reason.strip():
        raise CannotMerge("A merger needs its reason.")
    stored = type(merged)._default_manager.select_for_update()
    both = {one.pk: one for one in stored.filter(pk__in=[kept.pk, merged.pk]).order_by("pk")}
    if len(both) < 2:
        raise CannotMerge("One of them is no longer there.")
    kept, merged = both[kept.pk], both[merged.pk]
    _check(kind, kept, merged)
    record = serializers.serialize("python", [merged])[0]
    moved = _move(kind, kept, merged)
    name, slug = str(merged), merged.slug
    merged.delete()
    Merger.objects.filter(kind=kind, kept=record["pk"], undone_at=None).update(kept=kept.pk)
    return Merger.objects.create(
        kind=kind,
        slug=slug,
        name=name,
        kept=kept.pk,
        reason=reason.strip(),
        record=_as_json(record),
        moved=moved,
        merged_by=by,
    )


def _check(kind: str, kept: Any, merged: Any) -> None:
    if kind == "topic" and merged in kept.ancestors():
        raise CannotMerge(f"“{merged}” stands above “{kept}”; keep that one, or move it first.")
    if kind == "source":
        theirs = Article.objects.filter(source=kept)
        ids = theirs.exclude(external_id="").values("external_id")
        urls = theirs.filter(external_id="").exclude(url="").values("url")
        mine = Article.objects.filter(source=merged)
        twice = mine.filter(external_id__in=ids) | mine.filter(external_id="", url__in=urls)
        if clash := twice.first():
            raise CannotMerge(f"Both sources have the article “{clash}”; withdraw one of them.")


def _move(kind: str, kept: Any, merged: Any) -> dict[str, Any]:
    """What followed: primary keys by relation, rows that were there twice, names that were new."""
    moved: dict[str, Any] = {"keys": {}, "twice": [], "links": {}, "added": []}
    if kind == "speaker":
        _drop_what_is_there_twice(kept, merged, moved)
    for model, column in _REFERENCES[kind]:
        rows = model._default_manager.filter(**{column: merged.pk})
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        model._default_manager.filter(pk__in=keys).update(**{column: kept.pk})
        moved["keys"][f"{model._meta.model_name}.{column}"] = keys
    for through, column, other in _LINKS[kind]:
        moved["links"][through._meta.model_name] = _move_links(through, column, other, kept, merged)
    if kind == "speaker" and merged.name != kept.name:
        name, made = SpeakerName.objects.get_or_create(speaker=kept, name=merged.name)
        moved["added"] += [name.pk] if made else []
    return moved


def _move_links(through: Any, column: str, other: str, kept: Any, merged: Any) -> dict[str, Any]:
    """Links are made and removed, not changed: so their history and the index follow."""
    ends = set(through.objects.filter(**{column: merged.pk}).values_list(other, flat=True))
    shared = through.objects.filter(**{column: kept.pk, f"{other}__in": ends})
    both = set(shared.values_list(other, flat=True))
    through.objects.filter(**{column: merged.pk}).delete()
    through.objects.bulk_create(through(**{column: kept.pk, other: one}) for one in ends - both)
    return {"moved": sorted(ends - both), "both": sorted(both)}


def _drop_what_is_there_twice(kept: Any, merged: Any, moved: dict[str, Any]) -> None:
    """Names and tenures that both have: those of the one that goes are written down and go."""
    names = SpeakerName.objects.filter(
        speaker=merged, name__in=SpeakerName.objects.filter(speaker=kept).values("name")
    )
    moved["twice"] += [_as_json(row) for row in serializers.serialize("python", names)]
    names.delete()
    for tenure in Tenure.objects.filter(speaker=merged):
        same = Tenure.objects.filter(
            speaker=kept, office=tenure.office_id, starts_on=tenure.starts_on
        ).first()
        if same is None:
            continue
        spoken = list(Statement.objects.filter(tenure=tenure).values_list("pk", flat=True))
        Statement.objects.filter(pk__in=spoken).update(tenure=same)
        row = serializers.serialize("python", [tenure])[0]
        moved["twice"].append(_as_json(row) | {"spoken_in": spoken, "same": same.pk})
        tenure.delete()


def _as_json(row: dict[str, Any]) -> dict[str, Any]:
    """A serialised row as JSON keeps it; foreign keys as they are."""
    fields = {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row["fields"].items()
    }
    return {"model": row["model"], "pk": row["pk"], "fields": fields}


# --- two again -----------------------------------------------------------------------------------


@transaction.atomic
def undo(merger: Merger) -> Any:
    """Bring back what went, with all that followed. CannotMerge where something has changed."""
    merger = Merger.objects.select_for_update().get(pk=merger.pk)
    model = KINDS[merger.kind]
    if merger.undone_at:
        raise CannotMerge("It is undone already.")
    if not model._default_manager.filter(pk=merger.kept).exists():
        raise CannotMerge("What stayed is no longer there.")
    if model._default_manager.filter(slug=merger.slug).exists():
        raise CannotMerge(f"Another record has the address “{merger.slug}” by now.")
    _check_unchanged(merger)
    for row in [merger.record, *merger.moved["twice"]]:
        _bring_back(row)
    for relation, keys in merger.moved["keys"].items():
        moved_model, column = _relation(merger.kind, relation)
        moved_model._default_manager.filter(pk__in=keys).update(**{column: merger.record["pk"]})
    for row in merger.moved["twice"]:
        Statement.objects.filter(pk__in=row.get("spoken_in", [])).update(tenure=row["pk"])
    for through, column, other in _LINKS[merger.kind]:
        _move_links_back(through, column, other, merger)
    SpeakerName.objects.filter(pk__in=merger.moved["added"]).delete()
    merger.undone_at = timezone.now()
    merger.save(update_fields=["undone_at"])
    return model._default_manager.get(pk=merger.record["pk"])


def _relation(kind: str, relation: str) -> tuple[type[Model], str]:
    return next(
        (model, column)
        for model, column in _REFERENCES[kind]
        if f"{model._meta.model_name}.{column}" == relation
    )


def _check_unchanged(merger: Merger) -> None:
    """All that moved is where it was moved to."""
    for relation, keys in merger.moved["keys"].items():
        model, column = _relation(merger.kind, relation)
        there = model._default_manager.filter(pk__in=keys, **{column: merger.kept}).count()
        if there != len(keys):
            noun = model._meta.verbose_name_plural
            raise CannotMerge(
                f"{len(keys) - there} of the {noun} that followed were changed since."
            )
    for through, column, other in _LINKS[merger.kind]:
        ends = merger.moved["links"][through._meta.model_name]["moved"]
        linked = through.objects.filter(**{column: merger.kept, f"{other}__in": ends})
        if linked.count() != len(ends):
            raise CannotMerge("Some of the links that followed were changed since.")


def _move_links_back(through: Any, column: str, other: str, merger: Merger) -> None:
    ends = merger.moved["links"][through._meta.model_name]
    through.objects.filter(**{column: merger.kept, f"{other}__in": ends["moved"]}).delete()
    through.objects.bulk_create(
        through(**{column: merger.record["pk"], other: one}) for one in ends["moved"] + ends["both"]
    )


def _bring_back(row: dict[str, Any]) -> None:
    plain = {name: row[name] for name in ("model", "pk", "fields")}
    for restored in serializers.deserialize("python", [plain]):
        restored.object.save(force_insert=True)  # not raw: the address of old stands in it


def of(model: type[Model], key: Any) -> Merger | None:
    """The merger by which the record with this primary key went, if one did."""
    done = Merger.objects.filter(kind=model._meta.model_name, record__pk=key, undone_at=None)
    return done.first()


def leads_to(kind: str, slug: str) -> Any:
    """The record at which an old address of this kind leads; None where it leads nowhere."""
    merger = Merger.objects.filter(kind=kind, slug=slug, undone_at=None).first()
    return KINDS[kind]._default_manager.filter(pk=merger.kept).first() if merger else None
