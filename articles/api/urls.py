from django.urls import path

from . import views

urlpatterns = [
    path("", views.Root.as_view(), name="api-root"),
    path("statements/", views.StatementSearch.as_view(), name="api-statements"),
    path("articles/", views.ArticleSearch.as_view(), name="api-articles"),
    path("speakers/", views.Speakers.as_view(), name="api-speakers"),
    path("topics/", views.Topics.as_view(), name="api-topics"),
    path("sources/", views.Sources.as_view(), name="api-sources"),
]
