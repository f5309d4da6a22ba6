from django.db import models


class Presence(models.Model):
    """An editor has an article open for review: when the page last said so."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="presences"
    )
    editor = models.ForeignKey("auth.User", on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="presence_once", fields=["article", "editor"])]

    def __str__(self) -> str:
        return f"{self.editor} at {self.article}"
