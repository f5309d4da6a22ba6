"""Sentences as agencies write them: what was said, and who is printed or meant."""

import pytest

from articles.quotations import find


def told(text: str) -> list[tuple[str, str]]:
    return [
        (one.text_in(text), one.attribution.text if one.attribution else "") for one in find(text)
    ]


def speakers(text: str) -> list[str | None]:
    return [one.speaker for one in find(text)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Talks go on, and trust has grown, said Ada Brook, Norway's envoy to the talks.",
         "Talks go on, and trust has grown", "Ada Brook"),
        ("Prime Minister Ada Brook in turn accused her rival of lying.", "her rival of lying",
         "Prime Minister Ada Brook"),
        ("The Bureau of Customs (BOC), meanwhile, said it is short of staff.",
         "it is short of staff", "The Bureau of Customs"),
        ("According to the Institute for Peace Research (IPR), there are fewer arms.",
         "there are fewer arms", "the Institute for Peace Research"),
        ("According to Ole Vik, head of a group which counts votes, the count was fair.",
         "the count was fair", "Ole Vik"),
        ("For Ada Brook, a lawyer at the think tank, the vote came late.", "the vote came late",
         "Ada Brook"),
        ("Ms Brook, through her spokesman, Mr Ole Vik, said she would not go.",
         "she would not go", "Ms Brook"),
        ("Asked about remarks by Envoy Ada Brook, who said that Oslo must join, Vik said he would.",
         "Oslo must join", "Envoy Ada Brook"),
        ("The chairman, Ole Vik of the far-right Alternative (AfN), said pages were missing.",
         "pages were missing", "The chairman"),
        ("The police warned residents living on the slopes to move.", "to move", "The police"),
        ("To this end, Brook asked regional heads to speed up the work.",
         "regional heads to speed up the work", "Brook"),
        ("Brook cautioned voters against hasty choices.", "voters against hasty choices", "Brook"),
        ("Brook expressed concern at the erosion of pacts that once held.",
         "concern at the erosion of pacts that once held", "Brook"),
        ("Brook expressed its “deepest sorrow” in a letter.", "its “deepest sorrow”", "Brook"),
        ("Brook said once completed, the road would last.", "once completed, the road would last",
         "Brook"),
        ("Brook said this year marks the end of it.", "this year marks the end of it", "Brook"),
        ("Brook told Dagens Nytt that was untrue.", "that was untrue", "Brook"),
        ("Brook stressed that the pact, which takes effect on Monday, will open doors.",
         "the pact, which takes effect on Monday, will open doors", "Brook"),
        ("Brook said the army has little to lose, as its allies are unlikely to help.",
         "the army has little to lose, as its allies are unlikely to help", "Brook"),
        ("Brook said the teams have been in touch, and referred reporters to the ministry.",
         "the teams have been in touch", "Brook"),
        ("Brook said Oslo has sent a team and has asked for help.",
         "Oslo has sent a team and has asked for help", "Brook"),
        ("She said police came and asked her to leave.", "police came and asked her to leave",
         "She"),
        ("Brook urged Oslo to act against the Front (FNO), the group behind the coup.",
         "Oslo to act against the Front (FNO)", "Brook"),
        ("Brook ordered police to stop them and banned drivers from helping.",
         "to stop them", "Brook"),
        ("Brook held the army responsible for the deaths.", "the army responsible for the deaths",
         "Brook"),
        ("Brook denied that, saying the plan was old.", "the plan was old", "Brook"),
        ("Brook said that she had been held in cells, denied medicine and beaten.",
         "she had been held in cells, denied medicine and beaten", "Brook"),
        ("The toll would rise, Brook warned, because villages had yet to be reached.",
         "The toll would rise because villages had yet to be reached", "Brook"),
        ("The war goes on in what aid groups call a famine.", "a famine", "aid groups"),
        ("Brook said the route would take 25 days, while the way round the cape takes 40.",
         "the route would take 25 days, while the way round the cape takes 40", "Brook"),
        ("Brook said the talks would go on, while police closed the streets.",
         "the talks would go on", "Brook"),
        ("Brook said the railway, a line that is new, would open in May.",
         "the railway, a line that is new, would open in May", "Brook"),
        ("Brook urged donors to pay, of which, she said, few had done so.", "few had done so",
         "she"),
        ("If the vote fails, he may go, warned Ada Brook of the Sahel Club, a think tank.",
         "If the vote fails, he may go", "Ada Brook of the Sahel Club"),
        ("While pay is low, they stay, said her spokesman, Ole Vik.", "While pay is low, they stay",
         "her spokesman"),
        ("Brook on March 3 asked localities in the delta to save water.",
         "localities in the delta to save water", "Brook"),
        ("Brook said he had “signed it” and left the rest.", "he had “signed it” and left the rest",
         "Brook"),
        ("Brook thanked doctors who, she said, “are on the front line”.", "are on the front line",
         "she"),
        ("Brook urged the bloc, whose seat is in Oslo, to speak out.",
         "the bloc, whose seat is in Oslo, to speak out", "Brook"),
        ("Of these, Brook said, 87 have no fever.", "Of these 87 have no fever", "Brook"),
        ("The road is shut, Brook said, but she declined to say why.", "The road is shut", "Brook"),
        ("Brook warned banks in the Gulf against paying.", "banks in the Gulf against paying",
         "Brook"),
        ("The WHO official said the count was low.", "the count was low", "The WHO official"),
        ("Brook told AFP earlier that they planned to sign.", "they planned to sign", "Brook"),
        ("An aide said he was “looking at ways” to pay but gave no details.",
         "he was “looking at ways” to pay", "An aide"),
        ("According to a report published on Monday by the Sahel Club, few voted.", "few voted",
         "a report published on Monday by the Sahel Club"),
        ("In turn, Brook said in an interview with the daily Vest that Oslo insisted on it.",
         "Oslo insisted on it", "Brook"),
        ("Commenting on reports that Oslo had agreed, Brook said it was a joke.", "it was a joke",
         "Brook"),
        ("Asked about those who had claimed it was late, Brook rejected the charge as baseless.",
         "the charge as baseless", "Brook"),
        ("Brook accused Oslo of setting the house on fire and then complaining about the smoke.",
         "Oslo of setting the house on fire and then complaining about the smoke", "Brook"),
        ("Brook urged both sides to agree and then move on to trade.",
         "both sides to agree and then move on to trade", "Brook"),
        ("Brook expressed grief over the deaths and ordered an inquiry.", "grief over the deaths",
         "Brook"),
        ("Brook said the list would open in May, as the ministries needed a year.",
         "the list would open in May, as the ministries needed a year", "Brook"),
        ("Brook said Kiev would send an expert, as provided for in the pact.",
         "Kiev would send an expert, as provided for in the pact", "Brook"),
        ("Brook appealed on Thursday for donors to honour their pledges.",
         "donors to honour their pledges", "Brook"),
        ("ALGIERS- Minister Ada Brook said it was late.", "it was late", "Minister Ada Brook"),
        ("“The pact stands, full stop”.", "The pact stands, full stop", ""),
    ],
)  # fmt: skip
def test_an_agencys_sentence(text: str, words: str, who: str) -> None:
    assert (words, who) in told(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” Vasily Hramyka said.", "Vasily Hramyka"),
        ("Gergely Vass said he would go.", "Gergely Vass"),
        ("L.Batmandakh said he would go.", "L.Batmandakh"),
        ("Dr Lilian Achieng’ Odawa said she would go.", "Lilian Achieng’ Odawa"),
        ("Prof. Sunday Ekpo said he would go.", "Sunday Ekpo"),
        ("Chairman Joseph ole Nkai said he would go.", "Joseph ole Nkai"),
        ("Wafa Haddad, a lawyer, said she would go.", "Wafa Haddad"),
        ("Norwegian expert on transport Hrant Sahak said he would go.", "Hrant Sahak"),
        ("Chinese Minister Counselor in Oslo Gao Weiming said he would go.", "Gao Weiming"),
        ("Head of the Institute of Hydroecology Razmik Chilin said he would go.", "Razmik Chilin"),
        ("Deputy Director of the Northern Route Directorate Viktor Sabl said no, it was over.",
         "Viktor Sabl"),
        ("“We go,” head of Oslo regional hospital Nurlan Abdy told the paper.", "Nurlan Abdy"),
        ("The director of the analytical company AgroVek, Maxim Ryb, said he would go.",
         "Maxim Ryb"),
        ("Minister of Ecology and Natural Resources Yerbol Sars said it was late. “We go,” the "
         "minister added.", "Yerbol Sars"),
        ("The refugee agency, UNHCR, said the camp was full.", "UNHCR"),
        ("Deputy Representative to the Office in Geneva Konstantin Averch said it was over.",
         "Konstantin Averch"),
        ("Director General of the elevator company Liftteks Syarhei Burau said it was over.",
         "Syarhei Burau"),
        ("Deputy Director of the Yuzhny Luch design bureau Gennady Orlyan said it was over. “We "
         "go,” Orlyan added.", "Gennady Orlyan"),
        ("The Union's special representative for migration partnerships Annelies Verm said so. “We "
         "go,” she added.", "Annelies Verm"),
        ("Tran Thi Be Nam, a farmer, said she was late.", "Tran Thi Be Nam"),
        ("Chairman of the town's Committee Doan Van Thuc said he would go.", "Doan Van Thuc"),
        ("The Oslo High Court met on Monday. The bench said it was late.", "Oslo High Court"),
        ("The union met steelmaker Acciai. The company said it would go.", "Acciai"),
        ("The airline, Kivu Air, had no comment. It insisted that the craft was new.", "Kivu Air"),
        ("Ukrenergo, the national grid operator, has cut power. The company said it would last.",
         "Ukrenergo"),
        ("The Council for Renewal and Dignity met on Monday. The council said it would last.",
         "Council for Renewal and Dignity"),
        ("The Foreign Ministry met him. The Interior Ministry did not. The ministry said it was "
         "busy.", "Interior Ministry"),
        ("Foreign Minister Ole Vik held talks with his Danish counterpart, Ada Brook. Brook said "
         "they were good. “We go,” the minister added.", "Ada Brook"),
        ("A man on a bench, who gave his name only as Horst, said he would go. “We go,” the "
         "71-year-old added.", "Horst"),
        ("Ada Brook, governor of Norway's Far North region, said no. The governor said it was "
         "late.", "Ada Brook"),
        ("The ministry's spokesman on Monday dismissed the plan as a joke.\n\nSpeaking in Oslo, "
         "Ole Vik said it was late.\n\nThe spokesman said it was over.", "Ole Vik"),
        ("“We go,” the clinic's head Ada Brook said. The speaker noted that it was late.",
         "Ada Brook"),
        ("In Mali, Ambakane Togo denied it. “We go,” Togo told AFP.", "Ambakane Togo"),
        ("Chairman of the Council's Committee on Constitutional Legislation Ole Vik said it was "
         "late.", "Ole Vik"),
        ("Economy, Trade and Industry Minister Ada Brook said it was late.", "Ada Brook"),
        ("It is late, Minister of Ecology, Geology and Natural Resources Yerlan Sars said.",
         "Yerlan Sars"),
        ("Director of Hau Giang Fruit Co. Ltd. Vo Minh Tri said it was late.", "Vo Minh Tri"),
        ("Vice Chairman of the Can Tho municipal People's Committee Tran Quang Thuan said no. “We "
         "go,” the vice chairman added.", "Tran Quang Thuan"),
        ("The Department of Homeland Security said it was shut. The agency said it was late.",
         "Department of Homeland Security"),
        ("The fire is out. Gulf Meridian said it was out. The company said it had paid.",
         "Gulf Meridian"),
        ("Ole Vik said no. He left.\n\nBack in Oslo, Bo Lind washed his car.\n\nNow, he said, it "
         "was clean.", "Bo Lind"),
        ("The vote was low, according to a study by the Oslo-based Club for Rights.",
         "Club for Rights"),
        ("Oslo signed a joint statement. The statement said the talks were good.", None),
        ("The ruling party said the talks were good. The Liberty Party had left.", None),
    ],
)  # fmt: skip
def test_who_that_is(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker
