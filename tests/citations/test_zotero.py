"""The fields that Zotero's Embedded Metadata and COinS translators read, and as what.

Embedded Metadata: `citation_*` by its Highwire mappings, `DC.*` through its RDF translator, which
takes the item type from DC.type where that is a type of Zotero's. COinS: `rft.*` of OpenURL.
"""

from urllib.parse import parse_qsl

import pytest

from articles.citations import coins, zotero
from articles.citations.cited import Name
from tests.citations import records
from tests.citations.test_formats import cited, nasty


def tags(one) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in zotero.tags(one, "CC BY"):
        found.setdefault(tag.name, []).append(tag.content)
    return found


@pytest.mark.django_db
def test_a_statement_in_the_news_is_a_newspaper_article_by_its_speaker():
    one = records.of(records.news())
    found = tags(one)
    assert found["DC.type"] == ["newspaperArticle"]
    assert found["citation_title"] == ["We expect the talks to go on, […] They are useful."]
    assert found["citation_author"] == ["Berg, Anna;"]
    assert found["citation_date"] == ["2019-05-14"]
    assert found["citation_public_url"] == [one.address]
    assert found["citation_abstract"] == [one.words]
    assert found["DC.source"] == ["Norland expects talks to go on (Northern News Agency)"]
    assert found["DC.language"] == ["en"]
    assert found["DC.subject"] == ["Arms control"]
    assert found["DC.rights"] == ["CC BY"]
    assert found["DC.relation"] == [one.source_address]


@pytest.mark.parametrize("name", records.RECORDS)
@pytest.mark.django_db
def test_nothing_is_taken_for_a_journal_article_or_a_book(name):
    found = tags(records.of(records.RECORDS[name]()))
    assert found["DC.type"][0] in ("newspaperArticle", "webpage")
    wrong = ("journal", "conference", "book", "dissertation", "technical_report", "isbn", "issn")
    assert not [tag for tag in found for word in wrong if word in tag]


def test_an_author_is_split_at_his_comma_only():
    """As the translators split: at semicolons first, then cleanAuthor at the comma."""
    two_words = tags(cited(author=Name("Tamim bin Hamad Al Thani", "Al Thani", "Tamim bin Hamad")))
    assert two_words["citation_author"] == ["Al Thani, Tamim bin Hamad;"]
    body = tags(cited(author=Name("Ministry of Trade")))
    assert body["citation_author"] == ["Ministry of Trade,;"]
    assert "citation_author" not in tags(cited())


def test_a_list_says_the_same_in_coins():
    one = nasty()
    pairs = parse_qsl(coins.context(one), keep_blank_values=True)
    found = dict(pairs)
    assert found["ctx_ver"] == "Z39.88-2004"
    assert found["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:dc"
    assert found["rft.type"] == "newspaperArticle"
    assert found["rft.title"] == one.title
    assert found["rft.source"] == one.container
    assert found["rft.identifier"] == one.address
    assert found["rft.au"] == one.author.inverted
    assert found["rft.date"] == "2019-05"
    assert found["rft.description"] == one.words
    assert [value for key, value in pairs if key == "rft.subject"] == list(one.topics)


def test_coins_have_neither_a_plus_nor_a_bare_sign_of_their_own():
    """The translator splits at & and =, and makes a space of every plus."""
    context = coins.context(nasty())
    assert "+" not in context
    assert all(pair.count("=") == 1 for pair in context.split("&"))
