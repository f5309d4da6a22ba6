"""Habits of agencies and papers, a sentence each: kind, words and who as printed."""

import pytest

from articles.quotations import find

Told = tuple[str, str, str]


def told(text: str) -> list[Told]:
    return [
        (one.kind, one.text_in(text), one.attribution.text if one.attribution else "")
        for one in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("According to him, the work continues.", "the work continues", "him"),
        ("In his view, the tax is illegal.", "the tax is illegal", "his"),
        ("In the minister’s words, the tax is illegal.", "the tax is illegal", "the minister"),
        ("The problem, in Pell’s telling, is the tax.", "The problem is the tax", "Pell"),
        ("As the minister noted, the tax is high.", "the tax is high", "the minister"),
        ("The tax is high, as the minister noted.", "The tax is high", "the minister"),
        (
            "The agency quoted Oleg Tarasov as saying that the tax was high.",
            "the tax was high",
            "Oleg Tarasov",
        ),
        (
            "Tarasov was quoted by the agency as saying that the tax was high.",
            "the tax was high",
            "Tarasov",
        ),
        (
            "The two sides are close to a deal, two people with knowledge of the matter said.",
            "The two sides are close to a deal",
            "two people with knowledge of the matter",
        ),
        ("Brook warned on Tuesday against hasty steps.", "hasty steps", "Brook"),
        ("Pell demanded on Friday that Dorn resign.", "Dorn resign", "Pell"),
        (
            "Vidal told Haddad that the road was open, the ministry said in a statement.",
            "the road was open",
            "Vidal",
        ),
        (
            "Brook argued in her book The Long Road that the road was closed.",
            "the road was closed",
            "Brook",
        ),
    ],
)
def test_agencies(text: str, words: str, who: str) -> None:
    assert told(text) == [("indirect", words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Pell called Dorn a liar.", "Dorn a liar", "Pell"),
        ("Pell claims he was there.", "he was there", "Pell"),
        ("The lawsuit claims the city ignored warnings.", "the city ignored warnings",
         "The lawsuit"),
        ("The emails suggest Dorn was worried.", "Dorn was worried", "The emails"),
        ("Pell cited a poll showing that voters approve.", "a poll showing that voters approve",
         "Pell"),
        ("Pell wondered aloud whether Dorn was up to it.", "whether Dorn was up to it", "Pell"),
        ("She questioned why the report was late.", "why the report was late", "She"),
        ("Pell seemed to suggest that the vote was rigged.", "the vote was rigged", "Pell"),
        ("Pell was quick to note that the vote was close.", "the vote was close", "Pell"),
        ("Pell went so far as to say that the vote was rigged.", "the vote was rigged", "Pell"),
        ("Pell took to the Senate floor to accuse Dorn of fraud.", "Dorn of fraud", "Pell"),
        ("Pell would later say that he had been misled.", "he had been misled", "Pell"),
        ("Pell has long argued that the law is vague.", "the law is vague", "Pell"),
        ("Pell pledged not to raise taxes.", "not to raise taxes", "Pell"),
        ("If elected, Pell said, he would cut taxes.", "If elected he would cut taxes", "Pell"),
        ("Pell, who has said he would sign the bill, met Dorn on Monday.",
         "he would sign the bill", "Pell"),
        ("Her campaign released a statement saying the charge was false.",
         "the charge was false", "Her campaign"),
        ("Pell issued a statement thanking voters for their patience.",
         "voters for their patience", "Pell"),
        ("Rep. Joe Kent (R-Wis.), who chairs the panel, told reporters that the bill was dead.",
         "the bill was dead", "Rep. Joe Kent"),
        ("The other two said they saw no reason to go.", "they saw no reason to go",
         "The other two"),
        ("Joan Hill, 44, of Dayton, said the vote was close.", "the vote was close", "Joan Hill"),
    ],
)  # fmt: skip
def test_american_papers(text: str, words: str, who: str) -> None:
    assert told(text) == [("indirect", words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“It is calm,” the agency quoted Tarasov as saying.", "It is calm,", "Tarasov"),
        ("“It is calm,” the press service quoted her as saying.", "It is calm,", "her"),
        ("“The door is open,” the senator is convinced.", "The door is open,", "the senator"),
        ("“Fake news!” Pell wrote Tuesday on the network.", "Fake news!", "Pell"),
    ],
)
def test_direct_speech(text: str, words: str, who: str) -> None:
    assert told(text) == [("direct", words, who)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pell referred to Dorn as “the deputy.”", "Dorn as “the deputy.”"),
        ("Pell dismissed as “absurd” the notion that he lied.",
         "as “absurd” the notion that he lied"),
        ("Pell denounced the plan, which would cut aid by half, as “cruel.”",
         "the plan, which would cut aid by half, as “cruel.”"),
        ("Pell insisted that he “never” made the remark, even as a recording of it spread.",
         "he “never” made the remark"),
    ],
)  # fmt: skip
def test_partly_quoted_speech(text: str, words: str) -> None:
    assert told(text) == [("mixed", words, "Pell")]


def test_what_is_called_something_in_a_relative_clause_is_a_saying_of_its_own() -> None:
    text = "Pell said he had met the president, whom he called “a great guy.”"
    assert told(text) == [
        ("indirect", "he had met the president", "Pell"),
        ("mixed", "“a great guy.”", "he"),
    ]


def test_what_is_added_later_is_a_saying_of_its_own() -> None:
    text = "“I don’t recall,” he said, before adding, “I really don’t.”"
    assert told(text) == [
        ("direct", "I don’t recall,", "he"),
        ("direct", "I really don’t.", "he"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "When he said that, the crowd laughed.",
        "The claims he was making were old.",
        "Brook asked about the tax, left.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert told(text) == []
