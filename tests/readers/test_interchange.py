"""One object of the interchange format becomes a draft, or says which field is wrong and why."""

import pytest

from articles.dates import PartialDate
from articles.models import Article, Source, Speaker, Statement, Topic
from articles.readers import DraftError, StatementDraft, interchange
from articles.readers.countries import COUNTRIES, ORGANISATIONS

BODY = "“We are ready,” he said. “We wait.”"


def line(**fields):
    """A valid object, with these fields in place; a field given as ... is left out."""
    value = {"source": "Agency", "id": "1", "title": "Talks", "body": BODY} | fields
    return {name: one for name, one in value.items() if one is not ...}


def stated(**fields):
    return line(statements=[{"segments": [[1, 13]]} | fields])


def statement(**fields) -> StatementDraft:
    (one,) = interchange.article(stated(**fields)).statements
    return one


def refusal(value) -> DraftError:
    with pytest.raises(DraftError) as caught:
        interchange.article(value)
    return caught.value


def test_all_fields_of_an_article_are_taken():
    draft = interchange.article(
        line(
            url="https://agency.example/1",
            summary="A line.\nAnother.",
            language="EN-gb",
            published_on="2019-05",
            place=" New   York ",
            topics=["Iran", "G20", "Iran"],
            statements=[],
        )
    )
    assert (draft.source, draft.id, draft.url) == ("Agency", "1", "https://agency.example/1")
    assert (draft.title, draft.summary, draft.body) == ("Talks", "A line.\nAnother.", BODY)
    assert (draft.language, draft.place) == ("en-GB", "New York")
    assert draft.published_on == PartialDate.parse("2019-05")
    assert (draft.topics, draft.statements) == (("Iran", "G20"), ())


def test_all_fields_of_a_statement_are_taken():
    fields = {"kind": "mixed", "speaker": "A. Smith", "office": "Envoy", "cue": "said"}
    draft = statement(
        segments=[[1, 13], [26, 34]], country="gbr", said_on="2019", topics=["Iran"], **fields
    )
    assert draft == StatementDraft(
        segments=((1, 13), (26, 34)),
        country="GBR",
        said_on=PartialDate.parse("2019"),
        topics=("Iran",),
        **fields,
    )
    assert draft.text_in(BODY) == "We are ready We wait."[:12] + " " + BODY[26:34]


def test_a_line_without_statements_says_nothing_of_them():
    assert interchange.article(line()).statements is None
    assert interchange.article(line(statements=None)).statements is None


def test_the_source_of_the_command_line_serves_lines_that_have_none():
    assert interchange.article(line(source=...), source="Ministry").source == "Ministry"
    assert interchange.article(line(), source="Ministry").source == "Agency"


@pytest.mark.parametrize("field", ["source", "title", "body"])
@pytest.mark.parametrize("value", [..., None, "", " \n", 7, ["x"], "a\0b", "\ud800"])
def test_a_required_field_must_be_text(field, value):
    assert refusal(line(**{field: value})).field == field


def test_an_article_needs_an_identifier_or_an_address():
    assert "one of them is needed" in refusal(line(id=...)).reason


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.example/", "page.html", "https://", "https://[", "a b"]
)
def test_an_address_that_is_none_is_refused_where_it_identifies_and_else_left_out(url):
    assert refusal(line(id=..., url=url)).field == "url"
    draft = interchange.article(line(url=url))
    assert draft.url == ""
    assert any(name.startswith("url") for name in draft.ignored)


@pytest.mark.parametrize(
    "date",
    ["2019-02-30", "2019-13", "0000", "yesterday", "2019-5-1", "2019-05-14T10:00", 2019, True],
)
def test_a_date_that_is_none_is_refused(date):
    assert refusal(line(published_on=date)).field == "published_on"
    assert refusal(stated(said_on=date)).field == "statements[0].said_on"


@pytest.mark.parametrize(
    "segments",
    [
        ...,
        None,
        [],
        [[]],
        [[1]],
        [[1, 2, 3]],
        [1, 5],
        [[1.0, 5.0]],
        [[True, 5]],
        [["1", "5"]],
        [[-1, 5]],
        [[5, 5]],
        [[5, 1]],
        [[0, len(BODY) + 1]],
        [[1, 10**5000]],
        [[5, 9], [1, 3]],
        [[1, 5], [4, 9]],
        [[15, 16]],
        {"0": [1, 5]},
    ],
)
def test_segments_that_select_no_words_are_refused(segments):
    value = stated()
    if segments is ...:
        del value["statements"][0]["segments"]
    else:
        value["statements"][0]["segments"] = segments
    assert refusal(value).field == "statements[0].segments"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "shouted"),
        ("country", "GER"),
        ("country", "Germany"),
        ("speaker", ["A", "B"]),
        ("speaker", "x" * 201),
        ("office", 3),
        ("topics", "Iran"),
        ("topics", [""]),
        ("topics", [None]),
    ],
)
def test_a_wrong_value_in_a_statement_is_refused_with_its_place(field, value):
    assert refusal(stated(**{field: value})).field.startswith(f"statements[0].{field}")


@pytest.mark.parametrize("value", [[], "text", 3, None, {"statements": {}}, {"statements": [[]]}])
def test_an_article_is_an_object_with_objects_in_it(value):
    refusal(line(**value) if isinstance(value, dict) else value)


def test_the_same_statement_twice_is_refused():
    value = line(statements=[{"segments": [[1, 13]]}, {"segments": [[1, 13]], "kind": "direct"}])
    assert refusal(value).field == "statements[1]"


def test_the_same_words_of_two_speakers_are_two_statements():
    value = line(statements=[{"segments": [[1, 13]], "speaker": name} for name in "AB"])
    assert len(interchange.article(value).statements) == 2


def test_control_characters_become_spaces_and_offsets_stay():
    draft = interchange.article(line(body="a\x08b\x0cc\td", title="a\x1b b"))
    assert (draft.body, draft.title) == ("a b c\td", "a b")


def test_line_ends_become_line_feeds_and_offsets_follow():
    body = "One.\r\n\r\nTwo.\r\n\r\nThree."
    draft = interchange.article(
        line(body=body, statements=[{"segments": [[8, 12], [16, 22]]}, {"segments": [[0, 12]]}])
    )
    assert draft.body == "One.\n\nTwo.\n\nThree."
    assert [one.text_in(draft.body) for one in draft.statements] == ["Two. Three.", "One.\n\nTwo."]


def test_unknown_fields_are_ignored_and_named():
    value = line(publishd_on="2019", statements=[{"segments": [[1, 13]], "speeker": "A"}])
    assert interchange.article(value).ignored == {"publishd_on", "statements.speeker"}


def test_a_message_stays_short_whatever_the_value():
    assert len(str(refusal(line(id=..., url="x" * 1000)))) < 300


@pytest.mark.parametrize(
    ("limit", "model", "column"),
    [
        (interchange.SOURCE, Source, "name"),
        (interchange.IDENTIFIER, Article, "external_id"),
        (interchange.ADDRESS, Article, "url"),
        (interchange.TITLE, Article, "title"),
        (interchange.LANGUAGE, Article, "language"),
        (interchange.PLACE, Article, "place"),
        (interchange.SPEAKER, Speaker, "name"),
        (interchange.OFFICE, Statement, "office_as_printed"),
        (interchange.CUE, Statement, "cue"),
        (interchange.TOPIC, Topic, "name"),
    ],
)
def test_limits_are_as_wide_as_the_columns(limit, model, column):
    assert limit == model._meta.get_field(column).max_length


def test_kinds_are_those_of_a_statement():
    assert set(interchange.KINDS) == set(Statement.Kind.values)


def test_every_country_has_a_code_and_a_name_of_its_own():
    assert all(len(code) == 3 and code.isupper() and code.isascii() for code in COUNTRIES)
    assert len(set(COUNTRIES.values())) == len(COUNTRIES)
    assert {"RUS", "SUN", "YUG", "CSK", "DDR", "YMD", "EUE"} < COUNTRIES.keys()
    assert COUNTRIES.keys() > ORGANISATIONS
