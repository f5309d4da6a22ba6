"""The site's map. The JSON API has its own, in `articles.api.urls`."""

from django.urls import path, register_converter

from articles.views import (
    article,
    citing,
    compare,
    exporting,
    feeds,
    grouped,
    health,
    home,
    occasions,
    pages,
    polities,
    search,
    sitemaps,
    sources,
    speakers,
    statement,
    suggest,
    topics,
)


class Slug:
    """Letters of any script, digits, hyphens: what `unique_slug` makes."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PublicId(Slug):
    regex = "[a-z0-9]{12}"


register_converter(Slug, "name")
register_converter(PublicId, "id")

urlpatterns = [
    path("", home.home, name="home"),
    path("statements/", search.statements, name="statements"),
    path("statements/export.<str:extension>", exporting.statements, name="statements-export"),
    path("statements/feed.atom", feeds.statements, name="statements-feed"),
    path("statements/by/<name:facet>/", grouped.statements, name="statements-by"),
    path("statements/<id:public_id>/", statement.statement, name="statement"),
    path(
        "statements/<id:public_id>/cite.<str:extension>",
        citing.statement,
        name="statement-citation",
    ),
    path("articles/", search.articles, name="articles"),
    path("articles/export.<str:extension>", exporting.articles, name="articles-export"),
    path("articles/feed.atom", feeds.articles, name="articles-feed"),
    path("articles/by/<name:facet>/", grouped.articles, name="articles-by"),
    path("articles/<id:public_id>/", article.short, name="article-short"),
    path("articles/<id:public_id>/cite.<str:extension>", citing.article, name="article-citation"),
    path("articles/<id:public_id>/<str:slug>/", article.article, name="article"),
    path("speakers/", speakers.directory, name="speakers"),
    path("speakers/<name:slug>/", speakers.speaker, name="speaker"),
    path("topics/", topics.directory, name="topics"),
    path("topics/<name:slug>/", topics.topic, name="topic"),
    path("polities/", polities.directory, name="polities"),
    path("polities/<name:slug>/", polities.polity, name="polity"),
    path("occasions/", occasions.directory, name="occasions"),
    path("occasions/<name:slug>/", occasions.occasion, name="occasion"),
    path("sources/", sources.directory, name="sources"),
    path("sources/<name:slug>/", sources.source, name="source"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("compare/", compare.page, name="compare"),
    path("compare/export.csv", compare.export, name="compare-csv"),
    path("help/search/", pages.help_search, name="help-search"),
    path("help/api/", pages.help_api, name="help-api"),
    path("about/", pages.about, name="about"),
    path("opensearch.xml", pages.opensearch, name="opensearch"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/<str:kind>-<int:number>.xml", sitemaps.segment, name="sitemap-segment"),
    path("robots.txt", pages.robots, name="robots"),
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
]
