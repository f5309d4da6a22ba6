"""RIS, BibTeX and CSL-JSON, read back by libraries that others wrote, with every field intact."""

import json

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from articles.citations import bibtex, csl, ris
from articles.citations.cited import Cited, Name
from articles.dates import PartialDate
from tests import factories
from tests.citations import records

NASTY = r'50 % & A_B {so} #1 $x ~ ^ \ “said” "so" O’Brien É ü Ž Đ العربية 日本 <b>'


def cited(**fields) -> Cited:
    plain = {
        "public_id": "abcdefghijkl",
        "genre": "news",
        "headline": "Talks",
        "source": "Agency",
        "published": PartialDate.parse("2019-05-14"),
        "source_address": "https://agency.example/1?a=1&b=2_3%20",
        "language": "en",
        "address": "https://archive.example/statements/abcdefghijkl/",
        "accessed": records.TODAY,
        "words": "Peace.",
        "kind": "direct",
    }
    return Cited(**{**plain, **fields})


def nasty() -> Cited:
    return cited(
        headline=f"Headline {NASTY}",
        source=f"Source {NASTY}",
        words=f"Words {NASTY}",
        place=f"Place {NASTY}",
        occasion=f"Talks {NASTY}",
        topics=(f"Topic {NASTY}".replace(",", ""), "Iran"),
        author=Name("Álvaro O’Brien_Peña", "O’Brien_Peña {x}", "Álvaro & Co"),
        said=PartialDate.parse("2019-05"),
    )


def bibtex_entry(text: str):
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry


def test_ris_is_read_back_whole():
    one = nasty()
    (read,) = rispy.loads(ris.entry(one))
    assert read["type_of_reference"] == "NEWS"
    assert read["title"] == one.words
    assert read["secondary_title"] == f"{one.headline} ({one.source})"
    assert read["authors"] == ["O’Brien_Peña {x}, Álvaro & Co"]
    assert read["keywords"] == list(one.topics)
    assert read["urls"] == [one.address, one.source_address]
    assert read["abstract"] == one.words
    assert (read["publisher"], read["place_published"]) == (one.source, one.place)
    assert (read["year"], read["date"], read["access_date"]) == (
        "2019",
        "2019/05//",
        "2026/03/01/",
    )
    assert one.headline in read["notes"][0] and one.source_address in read["notes"][0]


def test_bibtex_is_read_back_whole():
    one = nasty()
    entry = bibtex_entry(bibtex.entry(one))
    fields = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == "incollection"
    assert fields["title"].strip("{}").startswith("Words")
    for name, value in (
        ("booktitle", one.headline),
        ("publisher", one.source),
        ("address", one.place),
        ("abstract", one.words),
        ("author", one.author.inverted),
        ("url", one.address),
        ("urldate", "2026-03-01"),
        ("date", "2019-05"),
        ("year", "2019"),
        ("keywords", ", ".join(one.topics)),
    ):
        # The decoder makes a modifier letter of \textasciicircum, TeX the sign itself.
        assert fields[name].replace("ˆ", "^") == value, name
    assert one.source_address in fields["note"]


def test_a_body_with_an_and_in_its_name_stays_one_author():
    entry = bibtex_entry(bibtex.entry(cited(author=Name("Ministry of Trade and Industry"))))
    assert entry.fields_dict["author"].value.strip("{}") == "Ministry of Trade and Industry"
    assert "author = {{Ministry of Trade and Industry}}" in bibtex.entry(
        cited(author=Name("Ministry of Trade and Industry"))
    )


def test_csl_has_names_dates_and_addresses_in_their_parts():
    one = nasty()
    item = csl.item(one)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "O’Brien_Peña {x}", "given": "Álvaro & Co"}]
    assert item["issued"] == {"date-parts": [[2019, 5]]}
    assert item["accessed"] == {"date-parts": [[2026, 3, 1]]}
    assert (item["URL"], item["abstract"]) == (one.address, one.words)
    assert one.source_address in item["note"]
    assert csl.item(cited(author=Name("Lin Wei Min")))["author"] == [{"literal": "Lin Wei Min"}]
    assert "author" not in csl.item(cited())


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported")
def test_csl_is_read_back_whole():
    """citeproc-py reads CSL 1.0.1, and warns of what came later."""
    one = nasty()
    item = csl.item(one)
    read = CiteProcJSON([json.loads(json.dumps(item))])[one.key]
    assert read.type == item["type"]
    assert (read.author[0]["family"], read.author[0]["given"]) == (
        one.author.family,
        one.author.given,
    )
    assert (read.issued.year, read.issued.month) == (2019, 5)
    assert (read.accessed.year, read.accessed.month, read.accessed.day) == (2026, 3, 1)
    texts = item.keys() - {"id", "type", "author", "issued", "accessed"}
    assert len(texts) > 9
    assert {name: str(read[name.replace("-", "_")]) for name in texts} == {
        name: item[name] for name in texts
    }


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_no_text_breaks_out_of_its_field(text):
    text = " ".join(text.split())
    one = cited(headline=f"H{text}", source=f"S{text}", words=f"W{text}", topics=(f"T{text}",))
    (read,) = rispy.loads(ris.entry(one))
    assert read["title"].startswith("W") and read["publisher"] == f"S{text}".strip()
    library = bibtexparser.parse_string(bibtex.entry(one))
    assert len(library.entries) == 1 and not library.failed_blocks


@pytest.mark.django_db
def test_an_unknown_speaker_is_no_author_and_an_unknown_date_no_date():
    article = factories.article(published="", body="Peace.")
    one = records.of(factories.statement(article=article, attribution="a diplomat"))
    (read,) = rispy.loads(ris.entry(one))
    assert not {"authors", "year", "date"} & read.keys()
    assert "a diplomat" in read["notes"][0]
    assert "author" not in bibtex.entry(one).split("note")[0]
    assert not {"author", "issued"} & csl.item(one).keys()
