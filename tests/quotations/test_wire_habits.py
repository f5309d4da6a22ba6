"""Sentences as wires print them: where what was said begins and ends, and who says it."""

import pytest

from .reading import speakers, told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Officials say President Brook will go.", "President Brook will go", "Officials"),
        ("Critics warn Mr Brook may lose.", "Mr Brook may lose", "Critics"),
        ("Others argued the party ignores the power of the debate.",
         "the party ignores the power of the debate", "Others"),
        ("Brook noted the pact, signed in the spring, had already cut costs.",
         "the pact, signed in the spring, had already cut costs", "Brook"),
        ("Brook added the port “handles all of it” now.", "the port “handles all of it” now",
         "Brook"),
        ("Brook warned the army planned to go.", "the army planned to go", "Brook"),
        ("The union has said it strongly opposes the plan.", "it strongly opposes the plan",
         "The union"),
        ("The ministry estimates the bill has reached a million.",
         "the bill has reached a million", "The ministry"),
        ("Brook says, government troops took him.", "government troops took him", "Brook"),
        ("CAN said the men were not its members.", "the men were not its members", "CAN"),
        ("Vik, who Oslo's papers said may stand, has been ill.", "may stand", "Oslo's papers"),
        ("“Is it right?” Mr Brook also said students want action.", "Is it right?", ""),
        ("They saw messages saying there would be an attack, he said.",
         "They saw messages saying there would be an attack", "he"),
        ("“We go,” President Ada Brook wrote to leaders inviting them to the talks she will lead.",
         "We go,", "President Ada Brook"),
        ("Oslo may stay, the bloc's highest court ruled on Monday.", "Oslo may stay",
         "the bloc's highest court"),
        ("The office was searched, broadcaster Oslo TV and state news agency NTB reported.",
         "The office was searched", "broadcaster Oslo TV and state news agency NTB"),
        ("Oslo's Markets Board (OMB) and crime board have said they will act.", "they will act",
         "Oslo's Markets Board (OMB) and crime board"),
        ("“We go,” said Gulf site coordinator Ada Brook.", "We go,",
         "Gulf site coordinator Ada Brook"),
        ("The mayor - a member of the Greens - had said it was over.", "it was over", "The mayor"),
        ("Rival Honda Motor Co ( 7267.T ) said it would build a plant.", "it would build a plant",
         "Rival Honda Motor Co"),
        ("Brook was glad to say Vik “searched his heart” and changed course.",
         "Vik “searched his heart” and changed course", "Brook"),
        ("Brook said Oslo's acts were “reckless” and hurt trade.",
         "Oslo's acts were “reckless” and hurt trade", "Brook"),
        ("Brook said it was “the last word” and left the room.", "it was “the last word”", "Brook"),
    ],
)  # fmt: skip
def test_what_was_said_first_and_who_is_printed(text: str, words: str, who: str) -> None:
    assert told(text)[0] == (words, who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brook defended the move saying it would help.", ["the move", "it would help"]),
        ("Oslo said it was at war as it announced that 105 people had surrendered.",
         ["it was at war", "105 people had surrendered"]),
        ("Brook has said he wants no taxes but on Monday said they might come.",
         ["he wants no taxes", "they might come"]),
        ("He attacked plans to go abroad - but Mr Vik said Oslo had the idea.",
         ["plans to go abroad", "Oslo had the idea"]),
        ("Brook said it had begun, while activists have released photos of it.", ["it had begun"]),
        ("Brook said he would talk, and she repeated Oslo's opposition to it.",
         ["he would talk", "Oslo's opposition to it"]),
        ("The government has dismissed those claims, as it did those of Oslo.", ["those claims"]),
        ("Brook denounced outside interference and left.", ["outside interference"]),
        ("Oslo has condemned the arrests of monks, as have UN officials.",
         ["the arrests of monks"]),
        ("Brook denied the claims in an interview with Radio Oslo.", ["the claims"]),
        ("Brook said the rule would not hold for two years in a move that helps the firm.",
         ["the rule would not hold for two years"]),
        ("Brook said he would meet allies on Sunday without giving names.",
         ["he would meet allies on Sunday"]),
        ("Brook said he would go without giving them notice.",
         ["he would go without giving them notice"]),
        ("Police said two men had been shot, although it was not immediately clear by whom.",
         ["two men had been shot"]),
        ("Brook promised to send money, but it remained under pressure.", ["to send money"]),
        ("Brook says more must be done in Oslo “We are late and we all know it.”",
         ["more must be done in Oslo", "We are late and we all know it."]),
        ("Brook blamed Russia, and the firm named three men.", ["Russia"]),
        ("The meeting was told that staff are owed money.", ["staff are owed money"]),
        ("The court was told on Monday he would be tried.", ["he would be tried"]),
        ("She was told to leave.", []),
        ("It has been confirmed two men were hurt.", ["two men were hurt"]),
        ("Oslo announced 105 people had surrendered and exiled groups warned hundreds were held.",
         ["105 people had surrendered", "hundreds were held"]),
        ("Brook warned of a further build-up in Greece, whose neighbours have closed the road.",
         ["a further build-up in Greece"]),
    ],
)  # fmt: skip
def test_where_sayings_end(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words


def test_who_told_is_who_says_it() -> None:
    text = "The firm was told by Minister Ada Brook that it could not stay. The club was told that"
    assert speakers(text + " it could. Ann Vik was told that she could.") == ["Ada Brook", None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“It is late,” said WFP Director of Supply Chain Ada Brook.", "Ada Brook"),
        ("“It is late,” the National Institutes of Health Director Ada Brook said.", "Ada Brook"),
        ("“It is late,” said goalkeeper Ada Brook.", "Ada Brook"),
        ("Businessmen Abe Brook and Ulf Vik are out. Mr Brook said it was over.", "Abe Brook"),
        ("British Airways said it was over.", "British Airways"),
        ("North Korea fired at the ship. The North said it was a test.", "North Korea"),
        ("The wind came from the sea. The North said it was cold.", None),
        ("Defence correspondent Ada Brook went there. Our correspondent says it is over.",
         "Ada Brook"),
    ],
)  # fmt: skip
def test_titles_and_bodies_of_wires(text: str, who: str | None) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("High Commissioner Ada Brook", "The envoy"),
        ("Vice Adm. Ada Brook", "The vice admiral"),
        ("Boat Committee deputy chairman Ada Brook", "The parliamentarian"),
        ("Deputy Director General of the port Ada Brook", "The deputy director general"),
        ("Oslo's special envoy for arms control Ada Brook", "The envoy"),
    ],
)
def test_an_office_named_again_in_other_words(first: str, then: str) -> None:
    text = f"{first} said that it was late. Ann Vik said no way was open. {then} said it was over."
    assert speakers(text)[-1] == "Ada Brook"


def test_a_body_to_which_something_was_sent_does_not_say_it() -> None:
    text = "Photo agency Gulf Images filed a complaint with the European Commission accusing Oslo."
    assert "European Commission" not in speakers(text)


def test_a_name_of_one_field_or_union_is_no_part_of_the_persons() -> None:
    text = "Vice-President for Values and Transparency Vera Brook said it was late."
    assert speakers(text) == ["Vera Brook"]
    assert speakers("The head of the union Unison Dave Brook criticised the plans of Oslo.") == [
        "Dave Brook"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo has threatened retaliation, including action.", "retaliation, including action"),
        ("They are insistent that Brook not go.", "Brook not go"),
        ("The party challenged its rivals to publish it.", "its rivals to publish it"),
        ("It has been confirmed that two men were hurt.", "two men were hurt"),
        ("Authorities maintain the clinic was given it.", "the clinic was given it"),
        ("The deal, which they claimed would fail, was signed.", "would fail"),
        ("Taxes would be lower next year, Mr Brook forecast.", "Taxes would be lower next year"),
        ("She was glad, her lawyer told affiliate KTV.", "She was glad"),
        ("Brook has expressed concern about a man who was held in May.",
         "concern about a man who was held in May"),
        ("The ruling ends the case, said Ole Vik, executive director at Gulf Aid who is a lawyer.",
         "The ruling ends the case"),
    ],
)  # fmt: skip
def test_further_verbs_of_saying(text: str, words: str) -> None:
    assert told(text)[0][0] == words
