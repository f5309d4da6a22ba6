"""The OpenAPI description is valid, and schemathesis finds no answer that differs from it."""

import os

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import validate
from schemathesis.checks import CHECKS, load_all_checks

from articles.api.throttling import ClientThrottle
from articles.search import index
from tests import factories

pytestmark = pytest.mark.django_db

# What the description cannot say, a text being a text: which slugs there are. One that there is not
# is refused by its name, so a question that fits the description may be answered with 400.
load_all_checks()
EXAMPLES = int(os.environ.get("EXAMPLES", "15"))  # for each address
LEFT_OUT = CHECKS.get_by_names(["positive_data_acceptance"])


@pytest.fixture
def one_connection():
    """Keeps the test's connection, and what is not committed in it, from request to request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def archive(empty_index, one_connection, monkeypatch):
    """A record of every kind, linked to each other."""
    monkeypatch.setattr(ClientThrottle, "allow_request", lambda *arguments: True)
    polity = factories.polity(name="Norland", code="NOR")
    tenure = factories.tenure(
        speaker=factories.speaker(name="Anna Berg", sort_name="Berg, Anna", wikidata_id="Q1"),
        office=factories.office(title="Minister", polity=polity),
        starts="2018",
    )
    wide = factories.topic(name="Asia")
    topics = [factories.topic(name="Iran", parent=wide)]
    source = factories.source(name="Agency", country=polity, homepage="https://agency.example")
    article = factories.article(body="“Peace,” she said.", topics=topics, source=source)
    statement = factories.statement(
        "Peace,",
        article=article,
        speaker=tenure.speaker,
        tenure=tenure,
        topics=topics,
        occasion=factories.occasion(name="Summit"),
        said="2019-05",
    )
    statement.addressees.add(factories.speaker(name="Carl Dahl"))
    factories.statement(article=factories.article(body="War.", published=""))
    index.update()
    return statement


@pytest.fixture
def description(client):
    response = client.get("/api/v1/openapi.json")
    assert response.status_code == 200
    return response.json()


def test_the_description_is_valid_openapi(description):
    validate_schema(description)
    validate(description)  # what the schema of OpenAPI cannot say, too
    assert description["openapi"].startswith("3.")
    paths = {path.removeprefix("/api/v1") for path in description["paths"]}
    nouns = ("speakers", "topics", "sources", "polities", "occasions", "offices")
    assert paths == {
        *("/", "/statements/", "/statements/{public_id}/", "/articles/", "/articles/{public_id}/"),
        *(f"/{noun}/" for noun in nouns),
        *(f"/{noun}/{{slug}}/" for noun in nouns),
    }


def test_the_description_is_made_without_a_doubt(capsys):
    from drf_spectacular.drainage import GENERATOR_STATS
    from drf_spectacular.generators import SchemaGenerator

    GENERATOR_STATS.reset()
    SchemaGenerator().get_schema(request=None, public=True)
    assert not GENERATOR_STATS


def test_every_address_has_examples_in_curl_python_and_r(description):
    for path, operations in description["paths"].items():
        about = operations["get"]["description"]
        for fence in ("```sh\ncurl", "```python\nimport requests", "```r\n"):
            assert fence in about, path
        assert "http://testserver/api/v1/" in about and "{" not in about.split("```r")[0]


def test_the_examples_in_python_run(archive, description, client, monkeypatch, capsys):
    """On the archive of the test in place of one on the web."""
    import requests

    def get(url, timeout):
        assert client.get(url).status_code == 200, url
        return client.get(url)

    monkeypatch.setattr(requests, "get", get)
    slugs = {
        "speakers": "anna-berg",
        "topics": "iran",
        "sources": "agency",
        "polities": "norland",
        "occasions": "summit",
        "offices": "minister-norland",
        "statements": archive.public_id,
        "articles": archive.article.public_id,
    }
    for path, operations in description["paths"].items():
        code = operations["get"]["description"].split("```python\n")[1].split("```")[0]
        own = slugs.get(path.split("/")[3], "")
        exec(code.replace("/ID/", f"/{own}/").replace("/SLUG/", f"/{own}/"), {})
    assert "http://testserver/speakers/anna-berg/" in capsys.readouterr().out


def test_every_parameter_of_a_search_is_described(description):
    from articles.filters import PAGING, StatementFilter

    operation = description["paths"]["/api/v1/statements/"]["get"]
    names = {parameter["name"] for parameter in operation["parameters"]}
    assert names == {*StatementFilter.get_filters(), *PAGING, "cursor"}


def test_schemathesis_finds_nothing(archive):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    tried = set()

    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def holds(case):
            case.call_and_validate(excluded_checks=LEFT_OUT)

        holds()
        tried.add(operation.path)
    assert len(tried) == 17


@pytest.mark.parametrize(
    "path",
    [
        "",
        "statements/",
        "statements/?cursor=*",
        "articles/",
        "speakers/anna-berg/",
        "topics/iran/",
        "sources/agency/",
        "polities/norland/",
        "occasions/summit/",
        "offices/minister-norland/",
        "speakers/",
        "offices/",
        "statements/{statement}/",
        "articles/{article}/",
        "statements/nothing/",
        "speakers/nobody/",
        "statements/?bogus=1",
    ],
)
def test_what_is_answered_is_what_is_described(archive, path):
    """Real records, which made-up slugs do not meet."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    names = {"statement": archive.public_id, "article": archive.article.public_id}
    asked, _, query = path.format(**names).partition("?")
    template = _template(asked)
    operation = schema[f"/api/v1/{template}"]["GET"]
    parameters = dict(pair.split("=") for pair in query.split("&")) if query else {}
    rest = asked.strip("/").partition("/")[2]
    variable = "public_id" if template.startswith(("statements", "articles")) else "slug"
    case = operation.Case(query=parameters, path_parameters={variable: rest} if rest else {})
    response = case.call()
    assert response.status_code == (
        404 if "no" in rest and rest in ("nothing", "nobody") else 400 if "bogus" in path else 200
    )
    case.validate_response(response, excluded_checks=LEFT_OUT)


def _template(path: str) -> str:
    noun, _, rest = path.strip("/").partition("/")
    if not rest:
        return path
    return f"{noun}/{{{'public_id' if noun in ('statements', 'articles') else 'slug'}}}/"
