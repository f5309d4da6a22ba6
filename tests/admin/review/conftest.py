"""An article under review, and what the buttons of its page send."""

from __future__ import annotations

import pytest

from articles import ingestion
from articles.admin.versions import stamp
from articles.models import Speaker, Statement
from tests import factories

BODY = (
    "The harbour keeps its light, Envoy Tove Berg said on Tuesday.\n\n"
    "“Nobody puts it out,” Berg said. “Not while I am here.”\n\n"
    "Captain Ole Lund told reporters that the fog was thick."
)


@pytest.fixture
def berg() -> Speaker:
    office = factories.office(title="Envoy")
    return factories.tenure(
        speaker=factories.speaker(name="Tove Berg"), office=office, starts="2010"
    ).speaker


@pytest.fixture
def article(berg):
    made = factories.article(body=BODY, status="draft")
    factories.topic(name="Lights", cue_phrases=["light"])
    ingestion.propose([made])
    return made


def first(article) -> Statement:
    return article.statements.order_by("position")[0]


def url(article) -> str:
    return f"/admin/articles/article/{article.pk}/review/"


def do(client, statement: Statement, deed: str, **fields):
    version = stamp(Statement.objects.get(pk=statement.pk))
    data = {"deed": deed, "statement": statement.pk, "version": version} | fields
    return client.post(url(statement.article), data)


def correct(client, statement: Statement, deed: str = "correct", **changes):
    """Send the form of the statement's card, with some fields changed."""
    page = client.get(url(statement.article))
    card = next(one for one in page.context["cards"] if one.statement.pk == statement.pk)
    values = {bound.html_name: bound.value() for bound in card.form}
    data = {name: value for name, value in values.items() if value not in (None, False)}
    data["addressees"] = "\n".join(data["addressees"])
    data |= {"statement": statement.pk, "version": card.version, "deed": deed} | changes
    return client.post(url(statement.article), data)


def errors(response, statement) -> str:
    card = next(one for one in response.context["cards"] if one.statement.pk == statement.pk)
    return " ".join(str(error) for many in card.form.errors.values() for error in many)
