"""Bodies that speak: by their letters, through their reports, as \"it\" and \"the company\"."""

import pytest

from .reading import speakers


def test_letters_mean_the_one_body_that_has_them() -> None:
    text = "The National Audit Office reported on Monday. The NAO found that costs had risen."
    assert speakers(text)[-1] == "National Audit Office"


def test_the_report_of_a_body_is_its_word() -> None:
    assert speakers("A National Audit Office report said costs had risen.") == [
        "National Audit Office"
    ]


def test_whoever_is_it_is_a_firm() -> None:
    text = (
        "Austar said it would close in May.\n\nThe company has promised help. “We care,” it said."
    )
    assert speakers(text)[-1] == "Austar"


def test_a_report_in_which_a_body_spoke_is_its_word() -> None:
    text = "In a new report, the Election Commission says it is late.\n\nThe report says it is bad."
    assert speakers(text) == ["Election Commission", "Election Commission"]


def test_the_newspaper_is_the_paper_named_last() -> None:
    text = "Brook sued the Daily Courier. The newspaper said it had been right."
    assert speakers(text) == ["Daily Courier"]


def test_an_agency_goes_on_as_it() -> None:
    assert speakers("“They were proved,” Kyodo said.\n\n“It is over,” it added.") == [
        "Kyodo",
        "Kyodo",
    ]


def test_the_company_is_whoever_spoke_last_under_one_name() -> None:
    text = (
        "Judges dismissed the case against Gulf Fuels Ltd.\n\n"
        "Lindholm said the ruling was right.\n\n“We care,” the company said."
    )
    assert speakers(text)[-1] == "Lindholm"


def test_several_bodies_are_not_the_last_of_them() -> None:
    assert speakers("The Police Federation and unions said it was late.") == [None]
    assert speakers("Labour and the Liberal Democrats say it is late.") == [None]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("It is late, according to the Ministry of Construction, Transport and Infrastructure.",
         "Ministry of Construction, Transport and Infrastructure"),
        ("According to the Ministry of Health, Labour, and Welfare, it is late.",
         "Ministry of Health, Labour, and Welfare"),
        ("It is late, said the Department for Environment, Food and Rural Affairs.",
         "Department for Environment, Food and Rural Affairs"),
        ("According to the Ministry of Health, transport and schools are closed.",
         "Ministry of Health"),
        ("It is late, said the Ministry of Health, and Education Minister Ole Vik left.",
         "Ministry of Health"),
    ],
)  # fmt: skip
def test_a_body_of_several_fields_after_the_verb(text: str, body: str) -> None:
    assert speakers(text)[0] == body


@pytest.mark.parametrize(
    "firm", ["Brook & Sons", "Hill & Brook", "Hill Engineering & Construction"]
)
def test_a_firm_with_an_ampersand_is_one_name(firm: str) -> None:
    text = f"A station said it was late. {firm} said it would pay. The company said it was sorry."
    assert speakers(text)[1:] == [firm, firm]


def test_a_short_name_of_a_firm_speaks_for_the_company() -> None:
    text = (
        "Six places were linked to Hanse Engineering & Construction.\n\n"
        "Tak told a station that she was told to burn the papers.\n\n"
        "Hanse denied any wrongdoing. In a statement, the company said the funds were clean."
    )
    assert speakers(text) == ["Tak", "Hanse", "Hanse"]


def test_the_chief_of_a_firm_with_an_ampersand_is_a_person() -> None:
    assert speakers("Marlow & Finch CEO Tom Hill said it was early.") == ["Tom Hill"]
