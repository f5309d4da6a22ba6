"""An article as readers will see it, before it is published: confirmed statements only."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models import Article, Statement
from articles.views.article import context_of

from .base import DeskAdmin


def view(desk: DeskAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    article = Article.objects.select_related("source").filter(pk=pk).first()
    if article is None:
        raise Http404
    if not desk.has_view_permission(request, article):
        raise PermissionDenied
    confirmed = article.statements.filter(status=Statement.Status.CONFIRMED)
    waiting = article.statements.filter(status=Statement.Status.PROPOSED).count()
    context = context_of(request, article, confirmed) | {"waiting": waiting}
    return TemplateResponse(request, "admin/articles/article/preview.html", context)
