"""How a record's page cites it, what its head says to machines, and its reference as a file."""

import json

import bibtexparser
import pytest
import rispy
from lxml import html

from tests import factories

pytestmark = pytest.mark.django_db

ATTACK = "<img src=x onerror=alert(1)>\"'&"
TYPES = {
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex",
    "json": "application/vnd.citationstyles.csl+json",
}


@pytest.fixture
def statement():
    article = factories.article(
        body="“Peace is near,” she said.",
        title="Talks held",
        source=factories.source(name="Agency", kind="agency"),
        url="https://agency.example/1",
    )
    speaker = factories.speaker(name="Anna Berg", sort_name="Berg, Anna")
    return factories.statement("Peace is near,", article=article, speaker=speaker)


def page(client, record):
    return html.fromstring(client.get(record.get_absolute_url()).content)


def head(document) -> dict[str, str]:
    tags = document.xpath("//head/meta")
    return {tag.get("name") or tag.get("property"): tag.get("content") for tag in tags}


def test_a_statement_is_cited_in_every_style_with_files_beside(client, statement):
    document = page(client, statement)
    labels = document.xpath("//dl[@class='citations']//dt/text()")
    assert labels == ["Plain line", "APA", "Chicago, note", "Chicago, author-date", "MLA"]
    assert document.xpath("//span[@id='cite-mla']/i/text()") == ["Agency", "On the Record"]
    addresses = document.xpath("//p[@class='citation-files']/a/@href")
    assert [address.rsplit(".", 1)[1] for address in addresses] == list(TYPES)
    for address in addresses:
        assert client.get(address).status_code == 200


def test_the_head_has_what_zotero_reads_and_no_byline_is_guessed(client, statement):
    document = page(client, statement)
    found = head(document)
    assert found["citation_author"] == "Berg, Anna;"
    assert found["citation_title"] == "Peace is near"
    assert found["DC.type"] == "newspaperArticle"
    # og:type “website” would win over DC.type; “article” does not.
    assert found["og:type"] == "article"
    assert not [name for name in found if name and name.startswith("citation_journal")]
    assert not document.xpath("//*[contains(@class, 'byline') or contains(@class, 'vcard')]")
    assert not document.xpath("//*[contains(@class, 'Z3988')]")
    address = f"http://testserver{statement.get_absolute_url()}"
    assert document.xpath("//link[@rel='canonical']/@href") == [address]
    assert found["og:url"] == found["citation_public_url"] == address


def test_an_article_has_no_author_and_its_source_as_container(client, statement):
    found = head(page(client, statement.article))
    assert "citation_author" not in found and "DC.creator" not in found
    assert (found["citation_title"], found["DC.source"]) == ("Talks held", "Agency")


@pytest.mark.parametrize("extension", TYPES)
def test_a_reference_is_a_file_for_reference_managers(client, statement, extension):
    for record, kind in ((statement, "statements"), (statement.article, "articles")):
        response = client.get(f"/{kind}/{record.public_id}/cite.{extension}")
        assert response["Content-Type"].startswith(TYPES[extension])
        assert f'.{extension}"' in response["Content-Disposition"]
        text = response.content.decode()
        if extension == "ris":
            (read,) = rispy.loads(text)
            assert f"http://testserver{record.get_absolute_url()}" in read["urls"]
        elif extension == "bib":
            assert len(bibtexparser.parse_string(text).entries) == 1
        else:
            (item,) = json.loads(text)
            assert item["URL"] == f"http://testserver{record.get_absolute_url()}"


@pytest.mark.parametrize("extension", TYPES)
def test_what_is_not_public_has_no_reference(client, extension):
    draft = factories.article(status="draft")
    withdrawn = factories.article(status="withdrawn", title="Secret headline")
    hidden = {
        f"/articles/{draft.public_id}": 404,
        f"/statements/{factories.statement(article=draft).public_id}": 404,
        f"/statements/{factories.statement(status='proposed').public_id}": 404,
        f"/articles/{withdrawn.public_id}": 410,
        f"/statements/{factories.statement(article=withdrawn).public_id}": 410,
        "/statements/aaaaaaaaaaaa": 404,
    }
    for address, status in hidden.items():
        response = client.get(f"{address}/cite.{extension}")
        assert response.status_code == status, address
        assert "Secret headline" not in response.content.decode()


def test_there_is_no_other_format(client, statement):
    assert client.get(f"/statements/{statement.public_id}/cite.exe").status_code == 404


def test_other_peoples_text_is_text_in_the_head_and_the_citations(client):
    speaker = factories.speaker(name=ATTACK, sort_name=f"{ATTACK}, {ATTACK}")
    article = factories.article(
        title=ATTACK, body=ATTACK, source=factories.source(name=ATTACK), place=ATTACK
    )
    statement = factories.statement(article=article, speaker=speaker, attribution=ATTACK)
    for record in (statement, article):
        content = client.get(record.get_absolute_url()).content.decode()
        assert "<img" not in content
        assert ATTACK in head(html.fromstring(content))["DC.source"]
