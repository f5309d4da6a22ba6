"""The way in: what there is, and the description to browse."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from articles.addresses import permanent

from . import shapes
from .base import ApiView
from .lists import NOUNS


class Root(ApiView):
    @extend_schema(operation_id="root", responses=shapes.answers(shapes.Directory))
    def get(self, request: Request) -> Response:
        """What there is, and under which licence."""
        names = ("statements", "articles", *NOUNS)
        addresses = {name: reverse(f"api-{name}") for name in names}
        addresses["description"] = reverse("api-description")
        addresses["documentation"] = reverse("help-api")
        found = {name: permanent(request._request, path) for name, path in addresses.items()}
        return Response({**found, "licence": settings.LICENCE})


@require_safe
def swagger(request: HttpRequest) -> HttpResponse:
    """The description in Swagger UI, from our own static files."""
    return render(request, "api_docs.html")
