"""Sentences as broadcasters and hurried desks print them: the present tense, stray commas."""

import pytest

from articles.quotations import find

from .reading import speakers, told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Oslo's Ada Brook says today's strike is unjustified.", "today's strike is unjustified",
         "Oslo's Ada Brook"),
        ("The report said too many people were asked.", "too many people were asked",
         "The report"),
        ("Mr Brook has told Channel Seven it should not be signed.", "it should not be signed",
         "Mr Brook"),
        ("The union says while the plan may help, it comes too late.",
         "while the plan may help, it comes too late", "The union"),
        ("He says despite their lead in the first round, the Greens can lose.",
         "despite their lead in the first round, the Greens can lose", "He"),
        ("Brook said in a statement, the talks had failed.", "the talks had failed", "Brook"),
        ("He said during that time, nobody was attacked.", "during that time, nobody was attacked",
         "He"),
        ("Brook said when asked about it, “We will see.”", "We will see.", "Brook"),
        ("Brook said on Sunday as he boarded a train that he would speak on Monday.",
         "he would speak on Monday", "Brook"),
        ("Oslo Fish Farms owner, Ada Brook, says the firm will pay.", "the firm will pay",
         "Oslo Fish Farms owner"),
        ("The bank's director Ada Brook, says Norway is able to pay.", "Norway is able to pay",
         "The bank's director Ada Brook"),
        ("But Mr Brook, who on Monday won his case against the Oslo Post said he would stand.",
         "he would stand", "Mr Brook"),
        ("One bystander, Marius duPont, said he saw it.", "he saw it", "One bystander"),
        ("A source close to her told NTB that she reads much.", "she reads much",
         "A source close to her"),
        ("Brook told local papers at the time of her arrest that she was a scapegoat.",
         "she was a scapegoat", "Brook"),
        ("Ada Brook on Thursday (Aug 10) warned Oslo it should be ready.", "it should be ready",
         "Ada Brook"),
        ("Oslo, which has in the past warned it would strike, was silent.", "it would strike",
         "Oslo"),
        ("Brook called it off but noted it came late.", "it came late", "Brook"),
        ("“We go,” Ada Brook, the chief of the refugee agency (NRA), wrote on X.", "We go,",
         "Ada Brook"),
        ("Closing it “will hurt everybody,” Ole Vik, Greenpeace’s senior manager, said from Oslo.",
         "Closing it “will hurt everybody,”", "Ole Vik"),
        ("Additionally, waste from the mine, and its dust, also creates a challenge, the agency "
         "said.", "Additionally, waste from the mine, and its dust, also creates a challenge",
         "the agency"),
        ("The size of the group, which is new, is likely a factor, said investors.",
         "The size of the group, which is new, is likely a factor", "investors"),
        ("Their number had grown to 2,000 by Sunday, police estimated.",
         "Their number had grown to 2,000 by Sunday", "police"),
        ("No samples have been taken, the paper said citing Brook.",
         "No samples have been taken", "the paper"),
        ("It also found that the road could pay for itself.", "the road could pay for itself",
         "It"),
        ("London research claims cutting the limit to half would save them.",
         "cutting the limit to half would save them", "London research"),
        ("Oslo has strongly protested the arrest of its envoy.", "the arrest of its envoy",
         "Oslo"),
        ("The rulers denounced outside interference and left.", "outside interference",
         "The rulers"),
        ("Lawmakers signed a letter demanding Brook call off the visit.",
         "Brook call off the visit", "Lawmakers"),
        ("The rebels shut the border when announcing they had won.", "they had won",
         "The rebels"),
        ("The agency denies knowingly aiding the rebels.", "knowingly aiding the rebels",
         "The agency"),
        ("He failed to answer the charges with his lawyers arguing that he is ill.", "he is ill",
         "his lawyers"),
        ("Brook said the new rules, revealed in a paper, would raise money.",
         "the new rules, revealed in a paper, would raise money", "Brook"),
        ("Brook dismissed any criticism of his “fire and fury” warning, and left.",
         "any criticism of his “fire and fury” warning", "Brook"),
        ("Brook said it would not “invade” the money Oslo wanted to spend on roads.",
         "it would not “invade” the money Oslo wanted to spend on roads", "Brook"),
        ("North Korea said it aims to reach a “balance” with Oslo, which earlier showed patience.",
         "it aims to reach a “balance” with Oslo", "North Korea"),
        ("The letter's author said Brook's “harsh” remarks meant plans were off.",
         "Brook's “harsh” remarks meant plans were off", "The letter's author"),
    ],
)  # fmt: skip
def test_what_was_said_and_who_is_printed(text: str, words: str, who: str) -> None:
    assert told(text)[0] == (words, who)


def test_an_announcement_ends_where_the_next_saying_begins() -> None:
    text = "In May, when he surprised them by announcing the visit, Mr Brook said: “It is time.”"
    assert told(text)[-1] == ("It is time.", "Mr Brook")


@pytest.mark.parametrize(
    "text",
    [
        "The fighting threatened to spread.",
        "The bans also threaten the agency's work in Oslo.",
        "Brook was out for 58, he and Vik adding 113 for the fourth wicket.",
        "Mr Brook also responded to a report that the club is considering a levy.",
        "Oslo and Bergen kept the rules-based order, and it held.",
    ],
)
def test_no_saying(text: str) -> None:
    assert find(text) == []


def test_a_spokesman_for_somebody_is_not_that_person() -> None:
    text = (
        "A spokesman for Immigration Minister Ole Vik said the damage was high.\n\n"
        "He said six guards were hurt.\n\nThe spokesman said 300 people had tried to leave."
    )
    assert speakers(text) == [None, None, None]


def test_parties_speak_under_their_names() -> None:
    text = "Labour says it will help. The Tories say it will fail. The Lib Dems said they knew it."
    assert speakers(text) == ["Labour", "Tories", "Lib Dems"]


def test_the_soldiers_message_is_not_the_spokesmans() -> None:
    text = (
        "Government spokesman Ole Vik announced the deaths after soldiers took the station and "
        "aired a message saying the president was no longer fit."
    )
    assert speakers(text) == ["Ole Vik", None]
