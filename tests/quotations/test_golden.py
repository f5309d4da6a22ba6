"""Whole articles against what should be found in them: tests/data/quotations."""

import json
from pathlib import Path

import pytest

from articles.quotations.confidence import FILE
from tests.benchmarks.quotations import FOLDERS, measured_confidence, mistakes, pairs
from tests.quotations.gold import DATA, Article, load

ARTICLES = load(DATA / "dev")

# How much the engine still gets wrong, so that a change for the better or the worse is seen.
KNOWN: dict[str, int] = {
    "agency-andes-cabinet": 1,  # which of a name and the office beside it is printed
    "agency-ankara-call": 2,  # a man whose name is elsewhere a woman's; "his condolences"
    "agency-arctic-border": 1,  # "the commentary" is nobody
    "agency-council-ceasefire": 1,  # "have asked for"
    "agency-delhi-border": 1,  # a rank with a bracket
    "agency-human-rights": 4,  # an office before its name by paragraphs; "with tears"; "detailed"
    "agency-kremlin-call": 2,  # "to which his counterpart responded"; an official who is an aide
    "agency-kremlin-tashkent": 1,  # two offices before one name
    "agency-kuwait-cabinet": 2,  # where what is expressed begins
    "agency-peace-talks": 2,  # "that" within the words; "with … calling on"; who "one of them" is
    "agency-tehran-weekly": 2,  # "remarks by" somebody; "as" that is still said
    "agency-tokyo-summit": 5,  # a secretary called a spokesman; sayings that others report
    "agency-trade-talks": 2,  # "declined to give details, other than to say"
    "british-cabinet-row": 2,  # "after two ministers quit" is the reporter's
    "caucasus-news-site": 1,  # "the statement adopted after the talks" is nobody's
    "german-style": 1,  # "was all that X would say"
    "magazine-feature": 2,  # sentences that one remark of the speaker interrupts
    "russian-two": 1,  # a comma within the marks
    "spanish-agency": 2,  # "backed the king"; a king who is named without his office
    "un-news": 1,  # an agency that is called by its letters
    "us-border-compromise": 3,  # "people who had seen the text"; who told within an attribution
    "us-breaking-tariff": 3,  # words on both sides of who says so; a president without a name
    "us-casino-ethics": 4,  # a name with a number; sources in a list; "Asked what …" that is said
    "us-court-ruling": 1,  # "as a ban on …" is the reporter's
    "us-governor-ad": 5,  # a voice that says; "with the words"; "in an op-ed" is the reporter's
    "us-immigration-debate": 6,  # a secretary whose name comes later; "It was he who has blamed"
    "us-judge-confirmation": 1,  # who wrote a blog
    "us-local": 1,  # a long attribution
    "us-primary-night": 4,  # "the candidate" is who is not named there
    "us-profile-aide": 4,  # a colon before "that"; a telephone that tells
    "us-senator-resigns": 6,  # a name beside "The first woman"; a saying within a saying
    "us-staff-shakeup": 3,  # a saying within a saying
    "us-super-pac": 5,  # "the candidate" again; a name that is a phrase
    "us-tax-returns": 1,  # "the Vermont senator"
    "us-voters-panel": 3,  # words on both sides of a colon; a suspicion after a poll
}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_finds_what_the_article_says_was_said(article: Article) -> None:
    wrong = mistakes(pairs(article))
    assert len(wrong) == KNOWN.get(article.name, 0), "\n".join(wrong)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_passage_of_the_test_articles_is_described(folder: Path) -> None:
    for article in load(folder):
        for expected in article.expected:
            assert expected.segments, article.name
            assert expected.kind in ("direct", "indirect", "mixed"), article.name
            if expected.attribution:
                assert expected.attribution in article.text, article.name


def test_confidences_are_what_the_articles_show() -> None:
    """After a change of the rules: python tests/benchmarks/quotations.py --confidence"""
    found = [pair for folder in FOLDERS for article in load(folder) for pair in pairs(article)]
    assert json.loads(FILE.read_text("utf-8")) == measured_confidence(found)
