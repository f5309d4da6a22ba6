import pytest

from articles.quotations.layout import paragraphs
from articles.quotations.marks import quoted


def passages(text: str) -> list[str]:
    found = quoted(text, paragraphs(text))
    return [text[one.inner_start : one.inner_end] for passage in found for one in passage]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes”.", ["yes"]),
        ("Il a dit « oui ».", ["oui"]),
        ("Er sagte „ja“.", ["ja"]),
        ("Er sagte »ja«.", ["ja"]),
        ("``Yes,'' he said. ''No.''", ["Yes,", "No."]),
        ("‘Yes,’ he said.", ["Yes,"]),
        ("'Yes,' he said.", ["Yes,"]),
        ('He said “yes", then "no”.', ["yes", "no"]),
        ("Hän sanoi ”joo”.", ["joo"]),
    ],
)
def test_marks_of_every_language_are_paired(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers’ meeting wasn’t long; it’s over.",
        "The '90s were 'em days, 'twas said.",
        "He is 6' 2\" tall.",
        'An empty pair "" and a blank one " ".',
        "No marks at all.",
    ],
)
def test_apostrophes_and_measures_are_no_quotation(text: str) -> None:
    assert passages(text) == []


def test_nested_marks_belong_to_the_words_quoted() -> None:
    assert passages("“He said ‘no’ twice.”") == ["He said ‘no’ twice."]
    assert passages("‘He said “no” twice.’") == ["He said “no” twice."]
    assert passages("«Da «net» da»") == ["Da «net» da"]


def test_an_apostrophe_ends_no_single_quotation() -> None:
    assert passages("‘The ministers’ patience isn’t endless,’ she said.") == [
        "The ministers’ patience isn’t endless,"
    ]


def test_a_paragraph_left_open_goes_on_in_the_next() -> None:
    text = "“One.\n\n“Two.”\n\nThree."
    first, second, third = quoted(text, paragraphs(text))
    assert (first[0].goes_on, second[0].goes_on, third) == (True, False, [])


def test_a_mark_never_closed_ends_where_somebody_says_it() -> None:
    assert passages('"We go, Smith said. He left.') == ["We go,"]
    assert passages('"We go, Smith said. "Now," he added.') == ["We go,", "Now,"]
