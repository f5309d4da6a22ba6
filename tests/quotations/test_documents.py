"""Who speaks through a document."""

from .reading import speakers


def test_a_study_speaks_for_the_body_that_made_it() -> None:
    text = "A study by the Clean Ports Project found the road was closed."
    assert speakers(text) == ["Clean Ports Project"]


def test_later_the_report_is_that_bodys() -> None:
    text = (
        "The road was shut, according to a report published Monday by the Clean Ports Project.\n\n"
        "The report found that the bridge was closed too."
    )
    assert speakers(text) == ["Clean Ports Project", "Clean Ports Project"]


def test_whoever_obtained_a_document_does_not_speak_in_it() -> None:
    text = "The road was closed, according to letters obtained by The Oslo Courier."
    assert speakers(text) == [None]


def test_an_indictment_is_not_whoever_spoke_last() -> None:
    text = (
        "“I will plead not guilty,” said the lawyer, Ole Vik.\n\n"
        "According to the indictment, the road was closed."
    )
    assert speakers(text) == ["Ole Vik", None]


def test_a_law_is_nobody() -> None:
    text = "The Clean Ports Act tells cities to sweep. It also says the road is closed."
    assert set(speakers(text)) == {None}


def test_it_is_not_a_body_named_before_a_nameless_one() -> None:
    text = "Oslo Bank said prices rose. The council said they fell. It said the fall was slow."
    assert speakers(text) == ["Oslo Bank", None, None]


def test_who_reads_out_a_message_or_signs_a_letter() -> None:
    spoke = "Governor Ada Brook said the hall would open.\n\n"
    message = (
        "Her adviser, Ole Vik, read out a message of greetings.\n\n“You sing,” the message says."
    )
    assert speakers(spoke + message) == ["Ada Brook", None]
    assert speakers(
        "Mayor Ole Vik sent a letter to the council. The letter says the road is closed."
    ) == ["Ole Vik"]
    assert (
        speakers(spoke + "Eleven sheriffs signed a letter. The letter says it is late.")[-1] is None
    )
