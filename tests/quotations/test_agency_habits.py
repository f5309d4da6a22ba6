"""Habits of agencies' copy, a sentence each: words and who as printed, and who is meant."""

import pytest

from .reading import speakers
from .test_more_habits import told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“The road will open,” he promised.", "The road will open,", "he"),
        ("The road would open by June, the minister promised.", "The road would open by June",
         "the minister"),
        ("The union criticised that nobody was heard.", "nobody was heard", "The union"),
        ("Pell said in a report, seen by us, that the road was bad.", "the road was bad", "Pell"),
        ("He said the road was bad, however.", "the road was bad", "He"),
        ("It was noted at the meeting that trade had grown.", "trade had grown", ""),
        ("A guard who requested anonymity said the road was bad.", "the road was bad", "A guard"),
        ("The road should, in his words, “stay open.”", "The road should “stay open.”", "his"),
        ("“It is bad,” said Pieter van Houwelingen, a driver.", "It is bad,",
         "Pieter van Houwelingen"),
        ("The bank proposed to raise rates.", "to raise rates", "The bank"),
        ("Pell said nearly half of the houses were lost.", "nearly half of the houses were lost",
         "Pell"),
        ("Pell denied in a statement that he had known of it.", "he had known of it", "Pell"),
        ("According to a letter by the ministry, seen by this paper, 100 offices were shut.",
         "100 offices were shut", "a letter by the ministry"),
        ("Nisar Talpur said mills owed growers Rs1.2 billion.", "mills owed growers Rs1.2 billion",
         "Nisar Talpur"),
        ("Ali Bwana told the BBC's Newsday programme that guards were blamed.",
         "guards were blamed", "Ali Bwana"),
        ("The group published a report on Monday, which claims that few were heard.",
         "few were heard", "a report"),
        ("He told them he would invoke the “no work, no pay” rule against the strikers.",
         "he would invoke the “no work, no pay” rule against the strikers", "He"),
        ("The minister intervened to say that an order had been issued.",
         "an order had been issued", "The minister"),
        ("Farmers told the agency on April 17 that guards had come.", "guards had come",
         "Farmers"),
        ("Prices rose a third, the agency said June 5.", "Prices rose a third", "the agency"),
        ("He said he had seen the camp and found that it was empty.",
         "he had seen the camp and found that it was empty", "He"),
        ("According to the sources, Brook did not refuse but asked them to wait.",
         "Brook did not refuse but asked them to wait", "the sources"),
        ("Also there was Ada Brook, who said that two people, half of the crew, were ill.",
         "two people, half of the crew, were ill", "Ada Brook"),
        ("They said guards boarded two boats, took the catch and asked the men to leave.",
         "guards boarded two boats, took the catch and asked the men to leave", "They"),
        ("Brook said all understood it, but could not say so in public.",
         "all understood it, but could not say so in public", "Brook"),
        ("Brook said the bureau had mapped the slope and had advised people to leave.",
         "the bureau had mapped the slope and had advised people to leave", "Brook"),
        ("Brook promised compensation at market prices.", "compensation at market prices",
         "Brook"),
        ("Brook dismissed the remark.", "the remark", "Brook"),
        ("“Enough,” the Council (FSC) of the League said.", "Enough,",
         "the Council (FSC) of the League"),
        ("The main Rusan association accused the mayor of theft.", "the mayor of theft",
         "The main Rusan association"),
        ("“No,” said Ada Brook, leader of the Front, who demanded that he resign.", "No,",
         "Ada Brook"),
        ("The talks failed, with Oslo stressing that nothing had changed.",
         "nothing had changed", "Oslo"),
        ("Two ministers, at odds with the League, which has demanded that they go, met.",
         "they go", "the League"),
        ("It referred questions to the ministry, which said that nothing had changed.",
         "nothing had changed", "the ministry"),
        ("He called for that figure to be raised.", "that figure to be raised", "He"),
        ("The bank estimated losses at $3 million a day.", "losses at $3 million a day",
         "The bank"),
        ("Brook said up to 200 families arrive every week.", "up to 200 families arrive every week",
         "Brook"),
        ("Brook said at least two of them were minors.", "at least two of them were minors",
         "Brook"),
        ("Brook said only Sh310 million had been paid.", "only Sh310 million had been paid",
         "Brook"),
        ("Brook said she had treated 27 men in a week, compared with three in a month.",
         "she had treated 27 men in a week, compared with three in a month", "Brook"),
        ("Measles and cholera, he explained, kill most of them.",
         "Measles and cholera kill most of them", "he"),
        ("Meanwhile, two men were held, police said.", "two men were held", "police"),
        ("The envoy told Oslo on Monday to slow down.", "to slow down", "The envoy"),
        ("Brook responded hours later on Twitter that it was over.", "it was over", "Brook"),
        ("Vik expressed “deep concern” over the firing of two missiles.",
         "“deep concern” over the firing of two missiles", "Vik"),
        ("Traders left, with farmers now threatening to sue the county.", "to sue the county",
         "farmers"),
        ("More than 20 mayors said it was over.", "it was over", "More than 20 mayors"),
        ("The club said it was over, unemployed graduate Seif Labidi said.", "it was over",
         "The club"),
        ("“It is agreed,” Rusan state minister for foreign affairs Adel Karrar said.",
         "It is agreed,", "Rusan state minister for foreign affairs Adel Karrar"),
        ("He asked the Ethics Commission (EC) to move in.", "the Ethics Commission (EC) to move in",
         "He"),
        ("The Chairwoman of the Council for the month of May, Ada Brook of Oslo, said it was over.",
         "it was over", "The Chairwoman of the Council"),
        ("The study, which covers parts of Chad, Niger and Rusa, finds that few return.",
         "few return", "The study"),
        ("Brook said she was called in and warned that she could lose her job.",
         "she was called in and warned that she could lose her job", "Brook"),
        ("Police accepted that the inquiry was bad.", "the inquiry was bad", "Police"),
        ("“This is a land,” Brook told reporters in a hall that has been turned into a shelter.",
         "This is a land,", "Brook"),
        ("Fishermen expressed anger over it.", "anger over it", "Fishermen"),
        ("Ada Brook, who said that Vik, a veteran, was popular, left.",
         "Vik, a veteran, was popular", "Ada Brook"),
        ("Brook proposed the establishment of a bank.", "the establishment of a bank", "Brook"),
        ("Brook undertook to settle the debt.", "to settle the debt", "Brook"),
        ("Brook called the sanctions counterproductive.", "the sanctions counterproductive",
         "Brook"),
        ("The court ordered the city to ban cars.", "to ban cars", "The court"),
        ("Brook described as “pure populism” the calls for a vote.",
         "“pure populism” the calls for a vote", "Brook"),
        ("“It is done,” Brook told dpa, pointing to the polls.", "It is done,", "Brook"),
        ("Protesters said guards beat two men at dawn.", "guards beat two men at dawn",
         "Protesters"),
        ("Brook expressed her thanks and appreciation for the welcome.",
         "her thanks and appreciation for the welcome", "Brook"),
        ("A source close to the Japan-U.S. alliance said it was over.", "it was over",
         "A source close to the Japan-U.S. alliance"),
        ("One member, whom the bank did not name, argued for higher rates.", "higher rates",
         "One member"),
    ],
)  # fmt: skip
def test_one_saying(text: str, words: str, who: str) -> None:
    assert told(text)[0] == (words, who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pell denies that the road is bad and says it is new.",
         ["the road is bad", "it is new"]),
        ("While stressing that the road was bad, Pell said it would open.",
         ["the road was bad", "it would open"]),
        ("Pell condemned the attack but gave no figures.", ["the attack"]),
        ("Pell promised to save the mines, and has spent much on them.", ["to save the mines"]),
        ("Pell said there was no deal on the shoal, locally known as Panat.",
         ["there was no deal on the shoal"]),
        ("Pell condemned the blast at the mine, one of the country's oldest.",
         ["the blast at the mine"]),
        ("Pell called for a law on aid until 2038, the year in which the mine is to close.",
         ["a law on aid until 2038"]),
        ("Pell accused them of lying after two ministers left.", ["them of lying"]),
        ("Pell rejected the idea out of hand.", ["the idea"]),
        ("Pell rejected the criticism at the time.", ["the criticism"]),
        ("Pell said it had been dead for years, when the partners fell out.",
         ["it had been dead for years"]),
        ("Abu Nizar, a trader who asked that his name not be used, said it was over.",
         ["it was over"]),
        ("Pell praised the efforts and proposed the establishment of a bank.",
         ["the efforts", "the establishment of a bank"]),
        ("Pell confirmed the attack but gave a toll of 13.", ["the attack"]),
        ("Pell reiterated her support for the accord, whose signing lies years back.",
         ["her support for the accord"]),
        ("Pell said “all is possible” when asked about it.", ["all is possible"]),
        ("Pell said it would help Armenia, whose road, through a pass, is often shut.",
         ["it would help Armenia"]),
        ("Commenting on reports alleging that he had lied, Pell said that they were false.",
         ["he had lied", "they were false"]),
        ("Pell said it would help Armenia, whose only road is often shut.",
         ["it would help Armenia"]),
    ],
)  # fmt: skip
def test_where_sayings_end(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "The paper’s correspondent reports that the road was shut.",
        "It was reported earlier that the road was shut.",
        "He is considering settling for two of the four islands.",
        "South Korea has confirmed 13 cases since May.",
        "The bank will raise its rate by a quarter point to 3.75 percent.",
        "The idea was floated often and rejected just as often.",
        "Iranian claims about the plant have been checked.",
        "The minister welcomed the Norwegian envoy in Oslo.",
        "He did not say more, as some of its members have asked.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Minister of Water Resources and Irrigation", "Hatem El-Sherbini"),
        ("Vice Minister for Infrastructure", "Marijke van den Hoogenband"),
        ("Minister for Urban and Rural Affairs", "Sudhakar Kamath"),
        ("Deputy Minister for the Far East and the Arctic", "Valery Stupakov"),
        ("Narva Mayor", "Toomas Stepanov"),
        ("Central Police Station OC", "Rahim Uddin"),
        ("Likud MK", "Shmuel Levi"),
        ("Speaker of the House of Peoples' Representatives", "Almaz Gebre"),
        ("Gogo", "Nomaroma Tyhali"),
        ("Conservator of Forests", "R. Padmini Rao"),
        ("US Under Secretary of State", "Leland Carmody"),
        ("Head of the Baltic Shipyard", "Andrei Orlov"),
    ],
)
def test_no_title_is_part_of_the_name(title: str, name: str) -> None:
    assert speakers(f"{title} {name} said the dam was full.") == [name]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The West Rusan bloc ESOWAS said the vote was fair.", "ESOWAS"),
        ("South Korea said it would wait.", "South Korea"),
        ("The Director of Public Prosecutions' office said the trial would go on.",
         "Director of Public Prosecutions' office"),
        ("HE Sultan bin Rashed Al Mehrabi said it was over.", "Sultan bin Rashed Al Mehrabi"),
        ("The Environment and Housing Ministry said it was over.",
         "Environment and Housing Ministry"),
        ("The Turkish Red Crescent said it was over.", "Turkish Red Crescent"),
        ("The moderate ADT union said it was over.", "ADT union"),
        ("The Oslo-based Press Freedom Alliance said it was over.", "Press Freedom Alliance"),
        ("One of the residents, 71-year-old Nina Lazor, said it was over.", "Nina Lazor"),
        ("A few metres away, Ada Brook, a nurse, said it was over.", "Ada Brook"),
        ("The main opposition Republican Party said it was over.", "Republican Party"),
        ("Fishermen said it was over.", None),
        ("Police said the road was shut.", None),
        ("Opposition MPs said the road was shut.", None),
        ("Hours later the deputy leader of the Union, Teuta Rex, said it was over.", "Teuta Rex"),
        ("Briefing reporters by telephone, Ada Brook, the deputy envoy, said it was over.",
         "Ada Brook"),
    ],
)  # fmt: skip
def test_who_is_meant_in_one_sentence(text: str, who: str | None) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("before", "later", "who"),
    [
        ("The European Patrol Mission (EPM) said the road was bad.", "The EPM said it was shut.",
         "European Patrol Mission"),
        ("Algeria's envoy Amir Saad said the road was bad.", "The Algerian said it was shut.",
         "Amir Saad"),
        ("Pieter van Houtrijk said the road was bad.", "Van Houtrijk said it was shut.",
         "Pieter van Houtrijk"),
        ("Mat Zin Awang, 58, said the road was bad.", "“It is shut,” said the father of six.",
         "Mat Zin Awang"),
        ("Nidal Abu Hamdeh said the road was bad.", "Abu Hamdeh said it was shut.",
         "Nidal Abu Hamdeh"),
        ("Norway's road minister said it would help.",
         "Ada Brook said the road was bad.\n\nThe minister said it was shut.", "Ada Brook"),
        ("The head of Norway's road institute said it would help.",
         "Ada Brook said the road was bad.", "Ada Brook"),
    ],
)  # fmt: skip
def test_who_is_meant_after_what_was_said_before(before: str, later: str, who: str) -> None:
    assert speakers(f"{before}\n\n{later}")[-1] == who


def test_a_general_word_for_an_office_is_nobody_who_is_named_later() -> None:
    text = (
        "Ada Brook, a member of parliament, said the road was bad.\n\n"
        "The lawmaker said it was shut.\n\n"
        "Norway's Deputy Foreign Minister Jan Vik said it was open."
    )
    assert speakers(text) == ["Ada Brook", "Ada Brook", "Jan Vik"]
