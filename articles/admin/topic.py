from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.forms import LinesField
from articles.models import StatementTopic, Topic

from .base import DeskForm
from .counting import counted
from .merging import MergingAdmin
from .tables import TablesMixin, TopicTable


class TopicForm(DeskForm):
    cue_phrases = LinesField(
        required=False, help_text="Phrases that suggest this topic, one on each line."
    )


@admin.register(Topic)
class TopicAdmin(TablesMixin, MergingAdmin):
    resource_classes = [TopicTable]
    form = TopicForm
    list_display = ["name", "parent", "phrases", "statements"]
    search_fields = ["name", "parent__name", "cue_phrases"]
    fieldsets = [
        (None, {"fields": ["name", "parent", "description", "cue_phrases"]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def label(self, obj: Topic) -> str:
        return f"{obj.parent} › {obj}" if obj.parent else str(obj)

    def with_labels(self, records: QuerySet) -> QuerySet:
        return records.select_related("parent")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        number = counted(StatementTopic, "topic")
        return super().get_queryset(request).annotate(statements_counted=number)

    @admin.display(description="cue phrases")
    def phrases(self, topic: Topic) -> int:
        return len(topic.cue_phrases)

    @admin.display(ordering="statements_counted")
    def statements(self, topic: Topic) -> int:
        return topic.statements_counted  # type: ignore[attr-defined]
