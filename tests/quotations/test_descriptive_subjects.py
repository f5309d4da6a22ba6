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
        ("“He wants to go,” said Bui Thi Sen, 34.", "Bui Thi Sen"),
        ("Thirty-two Ghanaians were held. Ole Vik left. He said that it was late.", "Ole Vik"),
        ("About 20 Ghanaians were held. Ole Vik left. He said that it was late.", "Ole Vik"),
    ],
)  # fmt: skip
def test_a_field_a_place_or_a_number_is_no_part_of_the_name(text: str, who: str) -> None:
    assert speakers(text) == [who]
