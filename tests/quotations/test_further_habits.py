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
        ("Survivors described scenes of panic.", "scenes of panic", "Survivors"),
        ("Brook described a visit to Oslo last week.", "a visit to Oslo last week", "Brook"),
        ("Forty people were killed, according to health officials in the enclave.",
         "Forty people were killed", "health officials in the enclave"),
        ("Brook denied that the accord allows for it.", "the accord allows for it", "Brook"),
        ("The railroad disputes that timeline.", "that timeline", "The railroad"),
        ("Aid was cut, a decision the UN chief called “a blow, not a solution”.",
         "a blow, not a solution", "the UN chief"),
        ("It would cost millions, a sum she called “simply not affordable.”",
         "simply not affordable.", "she"),
        ("Members of a group held up signs reading “Homes Not Zones.”", "Homes Not Zones.",
         "signs"),
        ("A dockworker and a photojournalist said it was late.", "it was late",
         "A dockworker and a photojournalist"),
        ("Envoys voiced growing impatience with the pace of it.",
         "growing impatience with the pace of it", "Envoys"),
        ("Brook called the demand for the ministry unacceptable.",
         "the demand for the ministry unacceptable", "Brook"),
        ("Managers looked the other way, a public inquiry has heard.",
         "Managers looked the other way", "a public inquiry"),
        ("The inquest heard that he had slowed down.", "he had slowed down", "The inquest"),
        ("It requests the chief to report within a year.", "the chief to report within a year",
         "It"),
        ("The paper underlines the need for data.", "the need for data", "The paper"),
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
        ("Israel says it is defending itself and accuses Hamas of using them as cover.",
         ["it is defending itself", "Hamas of using them as cover"]),
        ("Brook alleged that it had taken taxes and asked where the money had gone.",
         ["it had taken taxes", "where the money had gone"]),
        ("Brook accused Oslo of acting “like a boss” and urging it to pay.",
         ["Oslo of acting “like a boss”", "it to pay"]),
        ("Brook said work could stop “at short notice,” but ruled out a strike this week.",
         ["work could stop “at short notice,”", "a strike this week"]),
        ("Oslo rejected the date, accusing Malta of stacking a panel and warning that it would go.",
         ["the date", "Malta of stacking a panel", "it would go"]),
        ("Brook told Anadolu that talks were under way, declining to say how long they would take.",
         ["talks were under way"]),
        ("The bank lifted the rate by 25 basis points to 3.75%.", []),
        ("The firm is alleged to have sold them.", []),
        ("The forum was on the theme: “Protect every child, leave no community behind.”", []),
        ("Bills could rise after a first reading on Tuesday that drew a crowd.", []),
        ("He plans a march called “Bread for all of us”.", []),
    ],
)  # fmt: skip
def test_where_sayings_end(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words
