"""The form in which an editor enters a statement by its words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError

from articles.dates import PartialDate
from articles.forms import PlainTextField
from articles.models import Article, Speaker, Statement, Tenure
from articles.models.statement import text_of

from . import words
from .base import DeskForm
from .dates import PartialDateInput

CONFIRMED, PROPOSED = Statement.Status.CONFIRMED, Statement.Status.PROPOSED


class StatementForm(DeskForm):
    words = PlainTextField(
        widget=AdminTextareaWidget(attrs={"rows": 5, "class": "vLargeTextField spoken"}),
        help_text=words.HELP,
    )
    occurrence = forms.IntegerField(
        required=False,
        min_value=1,
        label="Occurrence",
        help_text="Only where the same words stand more than once: which of them, from the top.",
    )
    said = PartialDateInput(label="Said on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["words"] = _words_of(self.instance)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self._article and "words" in self.cleaned_data:
            self._place(self._article)
        self._choose_capacity()
        return cleaned

    @property
    def _article(self) -> Article | None:
        """Chosen when the statement is entered; it stays."""
        return self.instance.article if self.instance.pk else self.cleaned_data.get("article")

    # --- the words -------------------------------------------------------------------------------

    def _place(self, article: Article) -> None:
        edited = {"words", "occurrence"} & set(self.changed_data)
        if not edited and (self.instance.segments or not self._is_to_be_confirmed()):
            return
        direct = self.cleaned_data.get("kind") == Statement.Kind.DIRECT
        passages = words.passages_of(self.cleaned_data["words"], without_marks=direct)
        stood = self.instance.segments
        try:
            segments = words.find(
                article.body,
                passages,
                occurrence=self.cleaned_data.get("occurrence"),
                near=stood[0][0] if stood else None,
            )
        except ValidationError as error:
            self.add_error("occurrence" if isinstance(error, words.Unclear) else "words", error)
        else:
            self.instance.segments = segments
            self.instance.text = text_of(article.body, segments)

    def _is_to_be_confirmed(self) -> bool:
        return self.cleaned_data.get("decision") == CONFIRMED

    # --- the capacity ----------------------------------------------------------------------------

    def _choose_capacity(self) -> None:
        """The office in force on the day, where the editor chose none and only one was."""
        speaker, tenure = (self.cleaned_data.get(name) for name in ("speaker", "tenure"))
        speaker_is_new = not self.instance.pk or "speaker" in self.changed_data
        left_alone = "tenure" not in self.changed_data
        if tenure and speaker != tenure.speaker:
            if not (speaker_is_new and left_alone and self.instance.pk):
                self.add_error("tenure", f"This is an office of {tenure.speaker}.")
                return
            tenure = None
        if not tenure and speaker and speaker_is_new:
            tenure = only_tenure(speaker, self.cleaned_data.get("said"))
        self.cleaned_data["tenure"] = tenure


class DecidingStatementForm(StatementForm):
    """For those who may say whether the source supports the statement."""

    decision = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[(CONFIRMED, "confirmed"), (PROPOSED, "proposed")],
        initial=CONFIRMED,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            decision = self.fields["decision"]
            others = [(Statement.Status.REJECTED, "rejected")]
            if self.instance.status == Statement.Status.WITHDRAWN:
                others.append((Statement.Status.WITHDRAWN, "withdrawn"))
            decision.choices = [*decision.choices, *others]  # type: ignore[attr-defined]
            self.initial["decision"] = self.instance.status


def _words_of(statement: Statement) -> str:
    """As the editor would have typed them; words without a place are shown as they were."""
    if not statement.segments:
        return statement.text
    return words.as_typed(statement.article.body, statement.segments)


def only_tenure(speaker: Speaker, said: PartialDate | None) -> Tenure | None:
    """The one tenure that may cover the whole of the date, if there is just one."""
    if not said:
        return None
    held = list(speaker.tenures.in_force(said.first)[:3])
    if said.first != said.last:
        still = set(speaker.tenures.in_force(said.last))
        held = [tenure for tenure in held if tenure in still]
    return held[0] if len(held) == 1 else None
