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
        ("Pell, when asked about the bill, said he had not read it.", "he had not read it", "Pell"),
        ("Pell said he had never met him, a claim contradicted by photographs.",
         "he had never met him", "Pell"),
        ("Pell said he would name one soon, but he did not say when.", "he would name one soon",
         "Pell"),
        ("Pell praised the mayor in a televised address on Friday.", "the mayor", "Pell"),
        ("Pell questioned the timing of the report.", "the timing of the report", "Pell"),
        ("Records show the city ignored warnings.", "the city ignored warnings", "Records"),
        ("The city ignored warnings, records show.", "The city ignored warnings", "records"),
        ("Residents put the toll at over 60.", "the toll at over 60", "Residents"),
        ("Pell called the plan wholly unworkable.", "the plan wholly unworkable", "Pell"),
        ("Pell called the account false.", "the account false", "Pell"),
        ("Pell called the raid the largest in years.", "the raid the largest in years", "Pell"),
        ("Pell told donors he’d win.", "he’d win", "Pell"),
        ("Pell told mayors last week it would rain.", "it would rain", "Pell"),
        ("Pell said around 200 homes were lost.", "around 200 homes were lost", "Pell"),
        ("Pell said around 9 p.m. that the vote was over.", "the vote was over", "Pell"),
        ("Pell has since said that the vote was rigged.", "the vote was rigged", "Pell"),
        ("The court held that the law was void.", "the law was void", "The court"),
        ("The road is closed, Pell said in a note that has not been printed.", "The road is closed",
         "Pell"),
        ("Pell, who’ll chair the panel, said it was over.", "it was over", "Pell"),
        ("A voter who saw the ad said it was a lie.", "it was a lie", "A voter"),
        ("Pell alone said it was a lie.", "it was a lie", "Pell"),
        ("The council and the mayor say the road is closed.", "the road is closed",
         "The council and the mayor"),
        ("Pell asked people not to leave their homes.", "people not to leave their homes", "Pell"),
        ("Pell asked her on Monday which of the two she wanted.", "which of the two she wanted",
         "Pell"),
        ("Pell asked for a recount.", "a recount", "Pell"),
        ("Pell threatened the banks with fines.", "the banks with fines", "Pell"),
        ("The paper reported citing two officials that the road was closed.",
         "the road was closed", "The paper"),
        ("Pell told a tea club in Coeur d’Alene that it was over.", "it was over", "Pell"),
        ("Pell said Dorn should return and explain why he left.",
         "Dorn should return and explain why he left", "Pell"),
        ("Pell said Dorn had called Hill and told her the road was closed.",
         "Dorn had called Hill and told her the road was closed", "Pell"),
        ("The road, Pell wrote on Monday, is closed.", "The road is closed", "Pell"),
        ("The road is closed, Pell wrote in a post on X.", "The road is closed", "Pell"),
        ("Pell was furious, said two people who spoke to him.", "Pell was furious", "two people"),
        ("Pell said — wrongly — that the road was closed.", "the road was closed", "Pell"),
        ("Pell said that, as mayor, he cut taxes.", "as mayor, he cut taxes", "Pell"),
        ("Pell and Dorn both said it was over.", "it was over", "Pell and Dorn"),
        ("Pell complained bitterly about the press.", "the press", "Pell"),
        ("Pell disputed the account.", "the account", "Pell"),
        ("Pell framed the race as a choice.", "the race as a choice", "Pell"),
        ("Pell made the case that it was over.", "it was over", "Pell"),
        ("Pell pledged $2 million in aid.", "$2 million in aid", "Pell"),
        ("Pell noted the role of the council in the talks.", "the role of the council in the talks",
         "Pell"),
        ("Pell told parliament on Monday the road was closed.", "the road was closed", "Pell"),
        ("Pell warned last fall that the road was closed.", "the road was closed", "Pell"),
        ("Pell told them the same day that it was over.", "it was over", "Pell"),
        ("Pell said it was over, dashing hopes of a deal.", "it was over", "Pell"),
        ("Pell said it was over, in the clearest sign yet of a rift.", "it was over", "Pell"),
        ("Pell said it was over, the first time he had done so.", "it was over", "Pell"),
        ("Joe Kent, a leader of the Ohio caucus, who said it was over, left.", "it was over",
         "Joe Kent"),
        ("Officials derided the law as a farce, according to letters seen by The Post.",
         "the law as a farce", "Officials"),
        ("The law is weak, according to letters and memos seen by The Post.", "The law is weak",
         "letters and memos seen by The Post"),
        ("The law is weak, according to talks with judges, lawyers and clerks.", "The law is weak",
         "talks with judges, lawyers and clerks"),
        ("The officer, identified only as “Agent 1,” told them it was over.", "it was over",
         "The officer"),
        ("That official said it was over.", "it was over", "That official"),
        ("What he wanted, Pell said, was the money: The share was small.",
         "What he wanted was the money", "Pell"),
        ("Pell wrote in his book, “The Long Road,” that his father drank.",
         "his father drank", "Pell"),
        ("The panel emerged from the room late on Monday to announce that it had a deal.",
         "it had a deal", "The panel"),
        ("Witnesses said they heard shots.", "they heard shots", "Witnesses"),
        ("Brandt urged restraint.", "restraint", "Brandt"),
        ("A poll released Tuesday by Weems put him at 43 percent.", "him at 43 percent",
         "A poll released Tuesday by Weems"),
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
        ("Pell said it was “the last word” and left the room.", "it was “the last word”"),
        ("Pell rated the ad “mostly false.”", "the ad “mostly false.”"),
        ("Pell insisted that he “never” made the remark, even as a recording of it spread.",
         "he “never” made the remark"),
    ],
)  # fmt: skip
def test_partly_quoted_speech(text: str, words: str) -> None:
    assert told(text) == [("mixed", words, "Pell")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The vote, he said, would be held.", "The vote would be held"),
        ("In return, he said, Oslo got little.", "In return Oslo got little"),
        ("Now, he said, the road was closed.", "Now the road was closed"),
        ("Not all, he said, have agreed to go.", "Not all have agreed to go"),
        ("It takes an hour, he said, which is long.", "It takes an hour which is long"),
        ("There was a call, he said, in which all spoke.", "There was a call in which all spoke"),
        ("He has gone, he said as he left, and it was over.", "He has gone and it was over"),
        ("He made up his mind, he said, but has not told them.",
         "He made up his mind but has not told them"),
        ("Guests were asked, he said, to leave early.", "Guests were asked to leave early"),
        ("All came; guests were asked, he said, to go.", "guests were asked to go"),
        ("Pell remembers it: The mayor, he said, had promised to go.",
         "The mayor had promised to go"),
        ("The road was closed, he said, after the storm.", "The road was closed"),
        ("The road was closed, he said, citing the storm.", "The road was closed"),
    ],
)  # fmt: skip
def test_an_attribution_within_what_is_said(text: str, words: str) -> None:
    assert told(text) == [("indirect", words, "he")]


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("he would renew the lease", ", which expires in 2030"),
        ("he would renew the lease", ", which the court voided last year"),
        ("the road was closed", ", where a bridge has been missing since May"),
        ("they had met", ", on which three rounds have been held"),
        ("she would go", ", and the mayor, who is ill, is at home"),
        ("he had two checks, one of which was lost", ""),
        ("he had used 34 boats, of which nine were lost", ""),
    ],
)
def test_in_speech_reported_in_the_past_other_tenses_are_the_reporters(
    said: str, added: str
) -> None:
    assert told(f"Pell said {said}{added}.") == [("indirect", said, "Pell")]


def test_a_short_quotation_alone_without_a_full_stop_heads_what_follows() -> None:
    assert told("The road is long.\n\n'Not my war'\n\nThe bridge is short.") == []


def test_what_is_called_something_in_a_relative_clause_is_a_saying_of_its_own() -> None:
    text = "Pell said he had met the president, whom he called “a great guy.”"
    assert told(text) == [
        ("indirect", "he had met the president", "Pell"),
        ("direct", "a great guy.", "he"),
    ]


def test_a_subordinate_clause_ends_where_the_main_clause_begins() -> None:
    text = "When Pell suggested that it was over, Dorn interrupted: “You are.”"
    assert told(text) == [("indirect", "it was over", "Pell"), ("direct", "You are.", "Dorn")]


def test_what_is_replied_in_a_relative_clause_is_a_saying_of_its_own() -> None:
    text = "Pell said that it was over, to which Dorn replied that it was not."
    assert told(text) == [("indirect", "it was over", "Pell"), ("indirect", "it was not", "Dorn")]


def test_between_subject_and_verb_another_saying_may_stand() -> None:
    text = "The representative of China, noting that talks had resumed, said pressure was wrong."
    assert [words for _, words, _ in told(text)] == ["talks had resumed", "pressure was wrong"]


def test_one_saying_may_stand_within_another() -> None:
    text = "“I was 25,” she said of the speech, in which she called it “a draft.” “I have changed.”"
    assert [words for _, words, _ in told(text)] == ["I was 25, I have changed.", "it “a draft.”"]


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
        "Pressed on whether he would go, he smiled.",
        "By then she had said it four times.",
        "Asked if he ruled out a meeting, he left.",
        "Brook said the same thing in March.",
        "Observers stopped short of saying the vote was rigged.",
        "Brook left without saying the road was closed.",
        "A man who asked not to be named left.",
        "The court will not rule on the conduct of a state if that is the matter.",
        "It is the largest “use it or lose it and be done” purge.",
        "Brook likes what Pell says about trade.",
        "No one said they would go.",
        "Neither Pell nor Dorn said they would go.",
        "Pell was sitting on a bench that has been there for years.",
        "The disputed vote that Pell won was close.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert told(text) == []
