from django.urls import path, register_converter
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularYAMLAPIView

from . import lists, searches
from .base import NothingHere
from .views import Root, swagger


class AnyPath:
    """Whatever stands behind: JSON says that there is nothing."""

    regex = ".+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AnyPath, "any")

urlpatterns = [
    path("", Root.as_view(), name="api-root"),
    path("openapi.json", SpectacularJSONAPIView.as_view(), name="api-description"),
    path("openapi.yaml", SpectacularYAMLAPIView.as_view(), name="api-description-yaml"),
    path("docs/", swagger, name="api-docs"),
    path("statements/", searches.StatementSearch.as_view(), name="api-statements"),
    path("statements/<str:public_id>/", searches.OneStatement.as_view(), name="api-statement"),
    path("articles/", searches.ArticleSearch.as_view(), name="api-articles"),
    path("articles/<str:public_id>/", searches.OneArticle.as_view(), name="api-article"),
]
for plural, (directory, one) in lists.NOUNS.items():
    urlpatterns += [
        path(f"{plural}/", directory.as_view(), name=f"api-{plural}"),
        path(f"{plural}/<str:slug>/", one.as_view(), name=f"api-{one.facet}"),
    ]
urlpatterns.append(path("<any:path>", NothingHere.as_view()))
