"""The form on the review page in which a statement is corrected. It needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError

from articles.anchoring import put_in_order
from articles.forms import LinesField
from articles.ingestion.attribution import kind_of
from articles.models import Speaker, Statement, Tenure, Topic

from .naming import NameField, NameInput, name_of, speakers_named, the_speaker_named
from .statement_form import StatementForm


class CorrectionForm(StatementForm):
    """All that is said of a statement; `speaker`, `addressees` and topics by their names."""

    speaker = NameField(
        required=False,
        max_length=320,
        widget=NameInput("speakers"),
        help_text="Empty: not known.",
    )
    new_speaker = forms.BooleanField(required=False, label="This speaker is new to the archive")
    topics = forms.ModelMultipleChoiceField(
        queryset=Topic.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    more_topics = LinesField(
        required=False,
        label="More topics",
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="By name, one on each line.",
    )
    addressees = LinesField(
        required=False,
        label="Said to",
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Speakers, one on each line.",
    )

    class Meta:
        model = Statement
        fields = ["kind", "speaker", "tenure", "attribution", "cue", "office_as_printed", "place"]
        widgets = {"attribution": forms.TextInput, "office_as_printed": forms.TextInput}

    field_order = ["words", "occurrence", "kind", "speaker", "new_speaker", "tenure"]

    def __init__(
        self, *args: Any, tenures: Sequence[Tenure], suggested: Sequence[Topic], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        statement: Statement = self.instance
        self.initial["speaker"] = name_of(statement.speaker)
        self.initial["topics"] = [topic.pk for topic in statement.topics.all()]
        self.initial["addressees"] = [one.name for one in statement.addressees.all()]
        offered = {topic.pk for topic in suggested} | set(self.initial["topics"])
        self.fields["topics"].queryset = Topic.objects.filter(pk__in=offered)  # type: ignore[attr-defined]
        self._offer(tenures)
        for name, field in self.fields.items():
            field.widget.attrs["id"] = f"id_{name}_{statement.pk}"

    def _offer(self, tenures: Sequence[Tenure]) -> None:
        """The offices of whoever speaks; any other is refused by its speaker."""
        field = self.fields["tenure"]
        field.queryset = Tenure.objects.all()  # type: ignore[attr-defined]
        labels = [(one.pk, _office(one)) for one in tenures]
        field.choices = [("", "none chosen"), *labels]  # type: ignore[attr-defined]

    def clean_speaker(self) -> Speaker | None:
        typed = self.cleaned_data["speaker"]
        if typed == self.initial["speaker"]:
            return self.instance.speaker
        found = the_speaker_named(typed)
        return self._new(typed) if typed and not found else found

    def _new(self, name: str) -> Speaker:
        """Saved with the statement; the form is valid only where the editor said so."""
        if not self.data.get("new_speaker"):
            raise ValidationError(f"There is no “{name}” yet. If the speaker is new, say so.")
        return Speaker(name=name, kind=kind_of(name))

    def _choose_capacity(self) -> None:
        speaker = self.cleaned_data.get("speaker")
        if speaker and not speaker.pk:
            self.cleaned_data["tenure"] = None  # somebody new holds no office yet
        else:
            super()._choose_capacity()

    def clean_more_topics(self) -> list[Topic]:
        found = []
        for name in self.cleaned_data["more_topics"]:
            topic = Topic.objects.filter(name__iexact=name).first()
            if topic is None:
                raise ValidationError(f"There is no topic “{name}”.")
            found.append(topic)
        return found

    def clean_addressees(self) -> list[Speaker]:
        found = []
        for name in self.cleaned_data["addressees"]:
            named = speakers_named(name)
            if len(named) != 1:
                number = "several speakers are" if named else "no speaker is"
                raise ValidationError(f"In the archive {number} called “{name}”.")
            found.append(named[0])
        return found

    def save(self, commit: bool = True) -> Statement:
        """The statement with its topics and addressees, in its place among the others."""
        statement: Statement = self.instance
        if statement.speaker and not statement.speaker.pk:
            statement.speaker.save()
            statement.speaker = statement.speaker  # takes the key
        statement.save()
        statement.topics.set([*self.cleaned_data["topics"], *self.cleaned_data["more_topics"]])
        statement.addressees.set(self.cleaned_data["addressees"])
        if "words" in self.changed_data:
            put_in_order(statement.article)
        return statement


def _office(tenure: Tenure) -> str:
    polity = f", {tenure.office.polity}" if tenure.office.polity else ""
    return f"{tenure.office.title}{polity} ({tenure.starts or ''}–{tenure.ends or ''})"
