"""Verbs and joints met in later articles: what they open and where that ends."""

import pytest

from .reading import told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Guards reported new shooting at the border.", "new shooting at the border", "Guards"),
        ("The opposition alleged fraud in the count.", "fraud in the count", "The opposition"),
        ("Brook spoke at length, recalling the floods of 2015.", "the floods of 2015", "Brook"),
        ("Brook, who has threatened for weeks to force a vote, left.", "to force a vote", "Brook"),
        ("Ms Brook denied the firm put pressure on skippers.", "the firm put pressure on skippers",
         "Ms Brook"),
        ("Brook disputed that account, saying that her client knew nothing.", "that account",
         "Brook"),
        ("Brook has dismissed talk of a Senate bid.", "talk of a Senate bid", "Brook"),
        ("Victims of the Oslo blast accuse the port of hiding it.", "the port of hiding it",
         "Victims of the Oslo blast"),
        ("Brook asked at what stage the reforms were.", "at what stage the reforms were", "Brook"),
        ("Brook suggested Norway and Malta open their markets.",
         "Norway and Malta open their markets", "Brook"),
        ("The chairman, Ole Vik, put the goods lost at over N400 million.",
         "the goods lost at over N400 million", "The chairman"),
        ("Economists at Gulf Research estimate the tariffs would shave a point off growth.",
         "the tariffs would shave a point off growth", "Economists at Gulf Research"),
        ("It is an incident analysts say shows that little has changed.",
         "shows that little has changed", "analysts"),
        ("They ran an ad, something legal scholars say is false.", "is false", "legal scholars"),
        ("The director gave assurances on Monday that all was ready.", "all was ready",
         "The director"),
        ("Brook told House investigators on Friday that she had been pushed out.",
         "she had been pushed out", "Brook"),
    ],
)  # fmt: skip
def test_what_is_said_and_who_says_it(text: str, words: str, who: str) -> None:
    assert told(text)[0] == (words, who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo rejected the claim as “a fairy tale” and in turn charged that it had been bought.",
         ["the claim as “a fairy tale”", "it had been bought"]),
        ("She demanded that a panel be set up and sought to know why it had taken so long.",
         ["a panel be set up", "why it had taken so long"]),
        ("Brook criticised the decision to send troops in what he called a show.",
         ["the decision to send troops", "a show"]),
        ("The firm is alleged to have sold them.", []),
    ],
)  # fmt: skip
def test_where_sayings_end(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words
