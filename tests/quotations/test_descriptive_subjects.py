"""Who says it where the words for them are long: a description, an office, a field, a place."""

import pytest

from .reading import speakers, told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The nationalist Sons of Vik (SoV) party said it would vote no.", "it would vote no",
         "The nationalist Sons of Vik (SoV) party"),
        ("A survivor who met him there, Oslo pensioner Ada Brook, said he had been moved.",
         "he had been moved", "A survivor who met him there"),
        ("Austar, which is based in Ames, Iowa, and shut the mine in 2009, denied that it knew.",
         "it knew", "Austar"),
        ("At least seven mayors have said the bill would be a disaster.",
         "the bill would be a disaster", "At least seven mayors"),
        ("Immigrant advocates said they had known of it.", "they had known of it",
         "Immigrant advocates"),
        ("One of them was Ada Brook, 16, who said that the taps had been dry.",
         "the taps had been dry", "Ada Brook"),
        ("Democrats on the Hill continue to argue that walls don't work.", "walls don't work",
         "Democrats on the Hill"),
        ("The Philippines, he said, still wants to work with Oslo on masks.",
         "The Philippines still wants to work with Oslo on masks", "he"),
        ("The president, aides said, grudgingly admired him for it.",
         "The president grudgingly admired him for it", "aides"),
        ("Taken together, she said, those moves suggest that it is near.",
         "Taken together those moves suggest that it is near", "she"),
        ("A new paper found that patients without water were often ill.",
         "patients without water were often ill", "A new paper"),
        ("The ministry expressed “deep concern” and left.", "deep concern", "The ministry"),
        ("Ada Brook, who pointed out the importance of the rules, left.",
         "the importance of the rules", "Ada Brook"),
        ("Ada Brook, who owns a mill of 120 hands in Ames, Iowa, said it was late.", "it was late",
         "Ada Brook"),
        ("Current and former envoys said it was late.", "it was late",
         "Current and former envoys"),
        ("A spokesperson for the Department for Environment, Food and Rural Affairs said it was.",
         "it was", "A spokesperson for the Department for Environment, Food and Rural Affairs"),
        ("The Meteorology, Climatology, and Geophysics Agency said that it would rain.",
         "it would rain", "The Meteorology, Climatology, and Geophysics Agency"),
        ("They rejected a statement by an aide, who had urged Oslo to go.",
         "a statement by an aide", "They"),
        ("He lost to a rival who denounced fraud and left.", "fraud", "a rival"),
    ],
)  # fmt: skip
def test_a_long_subject_is_read_whole(text: str, words: str, who: str) -> None:
    assert told(text)[0] == (words, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Russian Ambassador-at-Large for Arctic Cooperation Ada Brook said it was late.",
         "Ada Brook"),
        ("Russian Consul General in Osaka Ada Brook told us that all was well.", "Ada Brook"),
        ("Governor of Central Kalimantan Ada Brook Dohong said it was late.", "Ada Brook Dohong"),
        ("Deputy Minister of Energy Tan Kheng Wai said that it would rain.", "Tan Kheng Wai"),
        ("State Rep. Tamara Weeks told us that it was late.", "Tamara Weeks"),
        ("The Texas-born Williams said it was late.", "Williams"),
        ("“He wants to go,” said Bui Thi Sen, 34.", "Bui Thi Sen"),
        ("Thirty-two Ghanaians were held. Ole Vik left. He said that it was late.", "Ole Vik"),
        ("About 20 Ghanaians were held. Ole Vik left. He said that it was late.", "Ole Vik"),
    ],
)  # fmt: skip
def test_a_field_a_place_or_a_number_is_no_part_of_the_name(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Chairman, Fuel Forum, Mr Ole Vik, said it was late.", "Ole Vik"),
        ("The Director, Ministry of Works, Ada Brook, said it was late.", "Ada Brook"),
        ("Cllr Ada Brook said it was late.", "Ada Brook"),
        ("Her sister-in-law, Ada Brook, said it was late.", "Ada Brook"),
        ("Councilmen Ole Vik and Jan Moss voted no. Vik said it was late.", "Ole Vik"),
    ],
)
def test_who_is_named_after_what_they_are(text: str, who: str) -> None:
    assert speakers(text) == [who]
