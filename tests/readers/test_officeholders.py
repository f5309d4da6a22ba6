"""Lists of officeholders: what a line gives, and what is wrong with others."""

import io

import pytest

from articles.dates import PartialDate
from articles.readers.officeholders import BadLine, Holder, NoSuchList, read, read_names

HEAD = "person_id,person,office,country,country_code,start,end,birth,death\n"


def lines(text: str, head: str = HEAD) -> list[Holder | BadLine]:
    return list(read(io.StringIO(head + text, newline="")))


def test_a_line_is_a_person_an_office_and_its_time() -> None:
    [holder] = lines("b-a,Ada  Brook,Foreign Minister,Norway,nor,2018-01,2019,1960,\n")
    assert holder == Holder(
        line=2,
        person="Ada Brook",
        office="Foreign Minister",
        person_id="b-a",
        country="Norway",
        country_code="NOR",
        starts=PartialDate.parse("2018-01"),
        ends=PartialDate.parse("2019"),
        born=PartialDate.parse("1960"),
    )


def test_four_columns_are_enough() -> None:
    [holder] = lines("Ada Brook,Envoy,,\n", "person,office,start,end\n")
    assert isinstance(holder, Holder)
    assert not holder.dated


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",,Envoy,,,2018,,,", "person: is empty."),
        (",Ada Brook,,,,2018,,,", "office: is empty."),
        (",Ada Brook,Envoy,,,14 May 2018,,,", "start: “14 May 2018” is not a date"),
        (",Ada Brook,Envoy,,,2018-02-30,,,", "start: There is no such date as 2018-02-30."),
        (",Ada Brook,Envoy,,,2018,2017,,", "end: 2017 lies before 2018."),
        (",Ada Brook,Envoy,,,2018,,1960,1950", "death: 1950 lies before 1960."),
        (",Ada Brook,Envoy,,XXQ,2018,,,", "country_code: “XXQ” is no country code"),
        (f",{'A' * 201},Envoy,,,2018,,,", "person: has 201 characters; 200 is the most."),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_read(line: str, reason: str) -> None:
    bad, good = lines(f"{line}\n,Ole Vik,Envoy,,,2018,,,\n")
    assert isinstance(bad, BadLine)
    assert (bad.line, bad.reason[: len(reason)]) == (2, reason)
    assert isinstance(good, Holder)


def test_an_end_in_the_year_of_the_beginning_is_no_mistake() -> None:
    [holder] = lines(",Ada Brook,Envoy,,,2018-03-01,2018,,\n")
    assert isinstance(holder, Holder)


def test_a_line_number_counts_lines_within_quotation_marks() -> None:
    found = lines('"",Ada Brook,"Envoy,\nand Minister",,,2018,,,\n,,,,,,,,\n')
    assert [one.line for one in found] == [3, 4]
    assert isinstance(found[0], Holder)
    assert found[0].office == "Envoy, and Minister"


@pytest.mark.parametrize("text", ["", "name,title\nAda Brook,Envoy\n", "\0\n"])
def test_a_file_without_the_columns_is_no_list(text: str) -> None:
    with pytest.raises(NoSuchList):
        lines(text, "")


def test_the_list_of_people_gives_other_names() -> None:
    text = "id,name,altname,surname,forename\nb-a,Ada Mary Brook,Ada M. Brook,Brook,Ada Mary\n"
    [(called, names)] = read_names(io.StringIO(text)).items()
    assert (called, names.other_name, names.sort_name) == ("b-a", "Ada M. Brook", "Brook, Ada Mary")
