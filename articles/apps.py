from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Archive"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The feed's triggers are attached from here, so that the models need not know of search.
        from articles.search import feed

        feed.register_triggers()
