"""One sentence each: the ways to say who says what."""

import pytest

from articles.quotations import Quotation, find


def only(text: str) -> Quotation:
    found = find(text)
    assert len(found) == 1, [(quotation.rule, quotation.text_in(text)) for quotation in found]
    return found[0]


def told(text: str) -> tuple[str, str, str | None]:
    """Kind, words and who as printed."""
    quotation = only(text)
    printed = quotation.attribution.text if quotation.attribution else None
    return quotation.kind, quotation.text_in(text), printed


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ('"We go," Ada Brook said.', "We go,", "Ada Brook"),
        ('"We go," said Ada Brook.', "We go,", "Ada Brook"),
        ('"Why?" Ada Brook asked.', "Why?", "Ada Brook"),
        ('Ada Brook said: "We go."', "We go.", "Ada Brook"),
        ('Ada Brook said, "We go."', "We go.", "Ada Brook"),
        ('Ada Brook told reporters in Oslo on Monday: "We go."', "We go.", "Ada Brook"),
        ('"We go," Ada Brook told reporters in Oslo on Monday.', "We go,", "Ada Brook"),
        ('"We go," she said. "We go now."', "We go, We go now.", "she"),
        ('"We go," said Ada Brook, "and we go now."', "We go, and we go now.", "Ada Brook"),
        ('"We go," said Ada Brook, the minister, in Oslo.', "We go,", "Ada Brook"),
        ('"We go," Ada Brook, the Norwegian minister, said.', "We go,", "Ada Brook"),
        ('Said Ada Brook: "We go."', "We go.", "Ada Brook"),
        ('Ada Brook was blunt: "We go right now."', "We go right now.", "Ada Brook"),
    ],
)
def test_direct_speech(text: str, words: str, printed: str) -> None:
    assert told(text) == ("direct", words, printed)


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ("Ada Brook said that the talks were useful.", "the talks were useful", "Ada Brook"),
        ("Ada Brook said the talks were useful.", "the talks were useful", "Ada Brook"),
        ("The talks were useful, Ada Brook said.", "The talks were useful", "Ada Brook"),
        ("The talks were useful, said Ada Brook.", "The talks were useful", "Ada Brook"),
        (
            "According to Ada Brook, the talks were useful.",
            "the talks were useful",
            "Ada Brook",
        ),
        (
            "The talks were useful, according to Ada Brook.",
            "The talks were useful",
            "Ada Brook",
        ),
        (
            "The deal, Ada Brook said, will be signed.",
            "The deal will be signed",
            "Ada Brook",
        ),
        (
            "Ada Brook told a newspaper on Monday that the talks were useful.",
            "the talks were useful",
            "Ada Brook",
        ),
        (
            "Ada Brook said in a statement the talks were useful.",
            "the talks were useful",
            "Ada Brook",
        ),
        ("Ada Brook, who left early, said the talks failed.", "the talks failed", "Ada Brook"),
        ("Ada Brook voiced the hope that they would go on.", "they would go on", "Ada Brook"),
        ("Ada Brook expresed hope that they would go on.", "they would go on", "Ada Brook"),
        ("Ada Brook accused Oslo of delaying them.", "Oslo of delaying them", "Ada Brook"),
        ("Ada Brook called on Oslo to come back.", "Oslo to come back", "Ada Brook"),
        ("Ada Brook promised to return to the talks.", "to return to the talks", "Ada Brook"),
        ("Ada Brook denied that the talks had failed.", "the talks had failed", "Ada Brook"),
        ("They heard her warning that the talks would fail.", "the talks would fail", "her"),
    ],
)  # fmt: skip
def test_indirect_speech(text: str, words: str, printed: str) -> None:
    assert told(text) == ("indirect", words, printed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Ada Brook said the talks were "a waste of time".', 'the talks were "a waste of time"'),
        ('Ada Brook called the talks "a waste of time".', 'the talks "a waste of time"'),
        ('The talks were "a waste of time," Ada Brook said.', 'The talks were "a waste of time,"'),
        ('Ada Brook said "yes" to the deal.', '"yes" to the deal'),
    ],
)
def test_partly_quoted_speech(text: str, words: str) -> None:
    assert told(text) == ("mixed", words, "Ada Brook")


def test_a_further_saying_is_a_quotation_of_its_own() -> None:
    text = "Ada Brook said the talks were useful, adding that they would go on."
    assert [quotation.text_in(text) for quotation in find(text)] == [
        "the talks were useful",
        "they would go on",
    ]


def test_the_reporters_remark_after_the_clause_is_not_said() -> None:
    text = "Ada Brook said the talks were useful, while protesters gathered outside."
    assert only(text).text_in(text) == "the talks were useful"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook did not say when the talks would end.",
        "Ada Brook could say that the talks were over.",
        "Ada Brook declined to say whether the talks were over.",
        "Ada Brook was told that the talks were over.",
        "Ada Brook believes that the talks are over.",
        "Ada Brook wants the talks to end.",
        "The United States and other member states met.",
        "The report was long and the note was short.",
        'The film “A Day in the Long Grass of Home” opened.',
        "The so-called “herring war” ended.",
        'He serves a cake called "the hat".',
    ],
)  # fmt: skip
def test_what_nobody_said(text: str) -> None:
    assert find(text) == []


def test_quotations_over_paragraphs_are_one() -> None:
    text = "“One thing is clear,” Ada Brook said. “We go.\n\n“We go now.”\n\nShe left."
    assert only(text).segments[2:] == ((text.index("We go now"), text.index("We go now") + 10),)


def test_a_quotation_that_nobody_claims_has_no_speaker() -> None:
    text = "Posters with “we will not be moved by anybody” hung everywhere."
    found = only(text)
    assert (found.speaker, found.attribution) == (None, None)


def test_an_open_paragraph_at_the_end_of_the_text_is_no_error() -> None:
    text = "“We go,” Ada Brook said. “We go now"
    assert only(text).text_in(text) == "We go, We go now"
