"""Every sort of page, where there is most on it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from articles.models import Article, Polity, Source, Speaker, Statement, Topic

TIMES = 5


def report() -> None:
    """The median of a few requests each, within this process, after one that is not counted."""
    print(f"\npages, milliseconds, the median of {TIMES}")
    visitor, editor = Client(), Client()
    everybody = {"is_staff": True, "is_superuser": True}
    editor.force_login(User.objects.get_or_create(username="benchmark", defaults=everybody)[0])
    for name, client, path in [
        *((name, visitor, path) for name, path in public()),
        *((name, editor, path) for name, path in desk()),
    ]:
        print(f"  {name:<44}{median(client, path):>9.0f}", flush=True)


def median(client: Client, path: str) -> float:
    times = []
    for _ in range(TIMES + 1):
        began = time.perf_counter()
        answer = client.get(path, follow=True)
        spent = (time.perf_counter() - began) * 1000
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
        times.append(spent)
    return statistics.median(times[1:])


def public() -> Iterator[tuple[str, str]]:
    statement = Statement.objects.public().order_by("pk").first()
    article = Article.objects.public().order_by("pk").first()
    assert statement and article
    yield "first page", "/"
    yield "statements, all", "/statements/"
    yield "statements, the deepest page", "/statements/?page=500"
    yield "statements, too deep", "/statements/?page=5000"
    yield "statements, nothing found", "/statements/?q=zzyzx+peace"
    yield "statements, all values of a facet", "/statements/by/speaker/?q=peace"
    yield "articles, two words", "/articles/?q=peace+war"
    yield "a statement", statement.get_absolute_url()
    yield "an article", article.get_absolute_url()
    for noun, model in (("speaker", Speaker), ("polity", Polity)):
        most = model.objects.annotate(said=Count("statements")).order_by("-said").first()
        yield f"the {noun} with most ({most.said:,} statements)", most.get_absolute_url()  # type: ignore[union-attr]
    topic = Topic.objects.annotate(said=Count("statements")).order_by("-said").first()
    if topic:
        yield f"the topic with most ({topic.said:,} statements)", topic.get_absolute_url()  # type: ignore[attr-defined]
    source = Source.objects.annotate(held=Count("articles")).order_by("-held").first()
    yield f"the source with most ({source.held:,} articles)", source.get_absolute_url()  # type: ignore[union-attr]
    for noun in ("speakers", "topics", "polities", "sources"):
        yield noun, reverse(noun)
    yield "compare", "/compare/?q=peace&q=war"
    yield "suggestions", "/suggest/?q=pea"
    yield "the API's speakers", "/api/v1/speakers/"


def desk() -> Iterator[tuple[str, str]]:
    yield "desk, first page", "/admin/"
    yield "desk, the queue", "/admin/articles/article/queue/"
    for model, term in (("article", "peace"), ("statement", "peace"), ("speaker", "john")):
        path = f"/admin/articles/{model}/"
        yield f"desk, {model}s", path
        yield f"desk, {model}s, searched", f"{path}?q={term}"
    for model, field, term in (("statement", "speaker", "john"), ("statement", "topics", "pea")):
        asked = f"app_label=articles&model_name={model}&field_name={field}&term={term}"
        yield f"desk, suggestions of {field}", f"/admin/autocomplete/?{asked}"
