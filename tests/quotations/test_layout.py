import pytest

from articles.quotations.datelines import read_dateline
from articles.quotations.layout import paragraphs, read


@pytest.mark.parametrize(
    ("text", "place", "agency", "day", "month"),
    [
        ("TALLINN, February 18. /BALT/. Estonia", "TALLINN", "BALT", 18, 2),
        ("GENEVA, Oct 5 (Castor) - Brazil", "GENEVA", "Castor", 5, 10),
        ("PARIS (AFP) - France", "PARIS", "AFP", None, None),
        ("NAIROBI, Kenya (AP) — The", "NAIROBI, Kenya", "AP", None, None),
        ("BEIJING, Sept. 24 (Lotus News) -- China", "BEIJING", "Lotus News", 24, 9),
        ("Astana. November 15. KASPIY - The", "Astana", "KASPIY", 15, 11),
        ("WASHINGTON — Senator", "WASHINGTON", None, None, None),
        ("OTTAWA, 3 May. /KAB/. Canada", "OTTAWA", "KAB", 3, 5),
        ("May 14 (UPI) -- A ship", None, "UPI", 14, 5),
        ("WASHINGTON – Senator", "WASHINGTON", None, None, None),
        ("Bamako (AFP) - At least", "Bamako", "AFP", None, None),
        ("ATHENS (ANA/ G. Karas) - The", "ATHENS", "ANA/ G. Karas", None, None),
        ("Samastipur (Bihar), Jul 3 (BPI) At least", "Samastipur", "BPI", 3, 7),
        ("ST. PAUL, Minn. (AP) — The", "ST. PAUL, Minn.", "AP", None, None),
    ],
)
def test_datelines_of_many_agencies(
    text: str, place: str | None, agency: str | None, day: int | None, month: int | None
) -> None:
    found = read_dateline(text, 0, len(text))
    assert found is not None
    assert (found.place and found.place.text) == place
    assert (found.agency and found.agency.text) == agency
    assert (found.day, found.month) == (day, month)
    assert text[found.end :] in text.split(" ", 1)[1]
    assert text[found.end].isupper()


@pytest.mark.parametrize(
    "text", ["NATO - the alliance - said", "The minister (AP) said", "In May 2019 he left.", ""]
)
def test_what_looks_like_a_dateline_and_is_none(text: str) -> None:
    assert read_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize("place", ["Abuja —", "Lagos, Nigeria –"])
def test_a_place_in_small_letters_is_a_dateline_only_where_the_body_opens(place: str) -> None:
    text = f"{place} The army said it was sorry."
    assert read(text).dateline is not None
    assert read(f"The army spoke.\n\n{text}").dateline is None
    assert read("Vidal — The minister — was late.").dateline is None


def test_the_parts_of_a_pasted_report() -> None:
    text = (
        "All news\n\nMinisters agree on ferries at last\n\nThe line opens in spring\n\n"
        "TALLINN, May 3. /BALT/. The line is open.\n\nMore follows."
    )
    found = read(text)
    assert [text[slice(*span)] for span in found.navigation] == ["All news"]
    assert found.headline and text[slice(*found.headline)] == "Ministers agree on ferries at last"
    assert [text[slice(*span)] for span in found.standfirst] == ["The line opens in spring"]
    assert [text[slice(*span)] for span in found.body] == ["The line is open.", "More follows."]


def test_a_body_without_a_head_is_all_body() -> None:
    text = "The line is open.\n\n“It is,” he said."
    assert len(read(text).body) == 2


def test_single_line_ends_part_paragraphs_unless_lines_are_wrapped() -> None:
    assert len(paragraphs("One sentence.\nAnother one.\nA third.")) == 3
    assert len(paragraphs("A sentence that goes\non in the next line,\nand on.")) == 1


def test_a_heading_within_the_body_is_no_dateline() -> None:
    told = "The house voted nearly unanimously on Monday to widen the sanctions, Ada Brook said."
    text = "\n\n".join(["House backs sanctions", *[told] * 4, "U.S. SANCTIONS VOTE", "It passed."])
    parts = read(text)
    assert parts.dateline is None
    assert len(parts.body) == 6


def test_a_place_alone_in_capitals_opens_the_body() -> None:
    text = "House backs wider sanctions\n\nOSLO/BERGEN The house voted on Monday."
    parts = read(text)
    assert parts.dateline is not None
    assert text[slice(*parts.body[0])] == "The house voted on Monday."


def test_a_headline_may_quote_in_single_marks_what_the_body_has_in_double_ones() -> None:
    text = "EXCLUSIVE — Mayor Leaves: ‘They Lie’\n\nAda Brook left.\n\n“They lie,” she said."
    parts = read(text)
    assert parts.headline and text[slice(*parts.headline)].endswith("‘They Lie’")
    assert parts.dateline is None
    alone = "She was blunt: ‘They lie.’\n\nAda Brook left.\n\n‘I go,’ she said."
    assert read(alone).headline is None
