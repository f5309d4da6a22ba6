import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from .base import SluggedModel, SlugManager, keep_history


@keep_history()
class Topic(SluggedModel):
    """What statements are about; a tree, so that a narrower topic is found under its wider one."""

    name = models.CharField(max_length=200, unique=True)
    description = models.TextField(blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    cue_phrases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Phrases that suggest this topic.",
    )

    objects = SlugManager()

    class Meta:
        ordering = ["name"]
        triggers = [
            pgtrigger.Trigger(
                name="topic_is_no_ancestor_of_itself",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
                condition=pgtrigger.Condition("NEW.parent_id IS NOT NULL"),
                func="""
                    IF EXISTS (
                        WITH RECURSIVE above(id) AS (
                            SELECT NEW.parent_id
                            UNION
                            SELECT t.parent_id FROM articles_topic t JOIN above ON t.id = above.id
                            WHERE t.parent_id IS NOT NULL
                        )
                        SELECT FROM above WHERE id = NEW.id
                    ) THEN
                        RAISE check_violation USING MESSAGE =
                            'the topic would be its own ancestor: ' || NEW.name;
                    END IF;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    def ancestors(self) -> list["Topic"]:
        """From the parent up to the root. One query a step; trees are shallow."""
        found: list[Topic] = []
        parent = self.parent
        while parent and parent not in found:
            found.append(parent)
            parent = parent.parent
        return found
