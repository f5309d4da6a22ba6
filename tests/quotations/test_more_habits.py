"""Frames of feature writing and of agencies' reports, a sentence each: words and who as printed."""

import pytest

from .reading import told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("He described how troops fled.", "how troops fled", "He"),
        ("He described seeing bodies in the road.", "seeing bodies in the road", "He"),
        ("Pell would not rule out a run.", "a run", "Pell"),
        ("Pell left open the possibility that he would run.", "he would run", "Pell"),
        ("Pell wrote a letter to Dorn urging him to resign.", "him to resign", "Pell"),
        ("Arguing that the count was flawed, Pell demanded nothing.", "the count was flawed",
         "Pell"),
        ("Officials have said the road is bad, and that a new one is needed.",
         "the road is bad, and that a new one is needed", "Officials"),
        ("Still, Pell said, the road was bad.", "the road was bad", "Pell"),
        ("Pell’s view is that the road was bad.", "the road was bad", "Pell"),
        ("He answered that the road was bad.", "the road was bad", "He"),
        ("As reported by the ministry, the road was bad.", "the road was bad", "the ministry"),
        ("Pell went on to call the vote a sham.", "the vote a sham", "Pell"),
        ("Pell was criticised for telling a paper that he lied.", "he lied", "Pell"),
        ("A group paid for an ad calling Dorn a liar.", "Dorn a liar", "an ad"),
        ("Pell denied wrongdoing.", "wrongdoing", "Pell"),
        ("The poll, taken in May, had Pell at 44 percent.", "Pell at 44 percent", "The poll"),
        ("Pell said that wasn’t true.", "that wasn’t true", "Pell"),
        ("The groups wrote a letter that called for an inquiry.", "an inquiry", "a letter"),
        ("He’s refused to go, saying voters hired him.", "voters hired him", "He"),
        ("It was Oslo, Brook said, that had refused.", "It was Oslo that had refused", "Brook"),
        ("Officials say that the man, they say, had gone.", "the man, they say, had gone",
         "Officials"),
        ("Pell called the move, which surprised many, “late.”",
         "the move, which surprised many, “late.”", "Pell"),
        ("The judge said the law was void, and she ordered a new vote.", "the law was void",
         "The judge"),
        ("The bank said it would raise rates, its third rise this year.", "it would raise rates",
         "The bank"),
        ("Pell said he had gone home, a record.", "he had gone home", "Pell"),
        ("Vik warned staff that the plan was dead.", "the plan was dead", "Vik"),
        ("According to Clean Ports, a charity, the plan is dead.", "the plan is dead",
         "Clean Ports"),
        ("The plan, condemned by Vik as “a joke”, was dropped.", "“a joke”", "Vik"),
        ("It emerged that Vik had told aides the plan was dead.", "the plan was dead", "Vik"),
        ("Documents seen by the paper show Vik knew of the plan.", "Vik knew of the plan",
         "Documents seen by the paper"),
        ("The court ruled on Friday the plan was void.", "the plan was void", "The court"),
        ("Holm used her speech to argue that the plan was dead.", "the plan was dead", "Holm"),
        ("The lawyer’s answer: “It is not done yet.”", "It is not done yet.", "The lawyer"),
        ("There was a call, aides said, in which he told them to go.",
         "There was a call in which he told them to go", "aides"),
        ("Then again, he said, plenty of members own things.",
         "Then again plenty of members own things", "he"),
        ("Pell called for a meeting early on Friday.", "a meeting", "Pell"),
        ("Pell derided them as “cowboys” even as crossings rose.", "them as “cowboys”", "Pell"),
        ("Two experts put it at somewhere between $1 and $2.",
         "it at somewhere between $1 and $2", "Two experts"),
        ("Guests were asked, according to two of them, to go.", "Guests were asked to go",
         "two of them"),
        ("Quote from Holm: “All of it has been hit.”", "All of it has been hit.", "Holm"),
        ("Aid groups accused the council, which met in May, of lying.",
         "the council, which met in May, of lying", "Aid groups"),
        ("The council was accused by aid groups of blocking trucks.", "blocking trucks",
         "aid groups"),
        ("Rebels said the army had shelled a village, but this could not be verified.",
         "the army had shelled a village", "Rebels"),
        ("“We ran,” one man, who asked not to be named, told AFP.", "We ran,", "one man"),
        ("The road is bad, people close to him say.", "The road is bad", "people close to him"),
        ("The bill, he said, is a start, “but a small one.”",
         "The bill is a start, “but a small one.”", "he"),
        ("If the bill fails, he warned, taxes will rise.", "If the bill fails taxes will rise",
         "he"),
        ("According to information from the ministry, the road was bad.", "the road was bad",
         "information from the ministry"),
    ],
)  # fmt: skip
def test_one_saying(text: str, words: str, who: str) -> None:
    assert (words, who) in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pell accused Dorn of fraud, called him a liar and promised to sue.",
         ["Dorn of fraud", "him a liar", "to sue"]),
        ("The Council condemns the raid, calls on all to talk and reiterates its support.",
         ["the raid", "all to talk", "its support"]),
        ("Pell told aides he was sorry and asked them to stay.", ["he was sorry", "them to stay"]),
        ("Pell told members it was over, according to people in the room, and warned that all"
         " would pay.", ["it was over", "all would pay"]),
        ("Two said he would go, but a third said he was undecided.",
         ["he would go", "he was undecided"]),
    ],
)  # fmt: skip
def test_several_sayings_in_one_sentence(text: str, words: list[str]) -> None:
    assert [one for one, _ in told(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "He’s told it’s cold.",
        "In a poll most were for it; but asked if he had won, few agreed with that.",
        "The file was received and put into a drawer.",
        "The voters rejected the measure by 12 points.",
        "The Senate confirmed her in May.",
        "Rebels attacked the town at dawn.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert told(text) == []
