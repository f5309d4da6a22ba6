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
    "afp-manner-crisis": 1,  # "if the raids continued" is the reporter's
    "african-portal": 3,  # an honorific; "against" that is said; "endorsed the decision"
    "agency-afp-summit": 1,  # "the US leader", who is not named there
    "agency-andes-cabinet": 1,  # which of a name and the office beside it is printed
    "agency-ankara-call": 2,  # a man whose name is elsewhere a woman's; "his condolences"
    "agency-arctic-border": 1,  # "the commentary" is nobody
    "agency-arctic-council-remarks": 1,  # a press service without a name of its own
    "agency-chinese-spokesperson-regular-briefing": 2,  # "responding to reports"; "ruled to be"
    "agency-delhi-border": 1,  # a rank with a bracket
    "agency-ecuador-mine-ruling": 1,  # a chamber in small letters
    "agency-georgia-election-recount": 2,  # a commission in small letters; "did report"
    "agency-grain-corridor-consultations": 1,  # "the newspaper", which was named before
    "agency-gulf-agency-minister-receives-envoy": 2,  # an envoy for somewhere; "his country's"
    "agency-human-rights": 3,  # an office before its name by paragraphs; "with tears"; "detailed"
    "agency-icj-hearing": 3,  # a term quoted; "believes"; a ministry "in Gaza"
    "agency-kremlin-tashkent": 2,  # two offices before one name
    "agency-kuwait-cabinet": 2,  # where what is expressed begins
    "agency-nigerian-daily-ecowas-tribunal": 3,  # "the silk"; "warned those"
    "agency-pakistani-daily-wheat-import-case": 1,  # what a court directs
    "agency-peace-talks": 1,  # "that" within the words; "with … calling on"; who "one of them" is
    "agency-philippines-landslide": 2,  # "complaining that" within what is said
    "agency-tehran-weekly": 2,  # "remarks by" somebody; "as" that is still said
    "agency-tokyo-summit": 3,  # a secretary called a spokesman; sayings that others report
    "agency-trade-talks": 2,  # "declined to give details, other than to say"
    "agency-ukrainian-site-kharkiv-energy-strike": 1,  # "fearing a rise" within what is said
    "agency-unsc-strait": 1,  # "declared the establishment of"
    "bbc-manner-short-paragraphs": 2,  # "citing"; "which officials blamed on"
    "british-cabinet-row": 2,  # "after two ministers quit" is the reporter's
    "caucasus-news-site": 1,  # "the statement adopted after the talks" is nobody's
    "german-agency-english": 2,  # a comma within the marks; "against criticism" is the reporter's
    "german-style": 1,  # "was all that X would say"
    "gulf-broadcaster": 1,  # "an allegation the government here calls"
    "lake-communique": 1,  # where what is expressed begins
    "latin-american": 2,  # an office beside a firm; "called his counterpart to request"
    "magazine-feature": 1,  # sentences that one remark of the speaker interrupts
    "open-paragraph-speech": 1,  # which of two names is printed; "for a month"
    "profile-weekly": 2,  # which is printed; words on one side of who says so
    "q-and-a-ministry": 1,  # a label with a bracket
    "reuters-manner-summit": 1,  # "a warning from its ally that"
    "russian-two": 1,  # a comma within the marks
    "spanish-agency": 2,  # "backed the king"; a king who is named without his office
    "swiss-guillemets": 3,  # marks and a comma at the ends
    "two-apostrophes-old": 2,  # "after meeting the chairman that"; a dateline with a small letter
    "un-news": 1,  # an agency that is called by its letters
    "us-albany-governor": 3,  # who "adding" belongs to; "under which"; "but asked if"
    "us-border-compromise": 3,  # "people who had seen the text"; who told within an attribution
    "us-breaking-tariff": 3,  # words on both sides of who says so; a president without a name
    "us-casino-ethics": 4,  # a name with a number; sources in a list; "Asked what …" that is said
    "us-court-ruling": 1,  # "as a ban on …" is the reporter's
    "us-debate-nationwide": 1,  # "as one of them put it"
    "us-debate-takeaways": 2,  # an advertisement's owner; who is named in what is said
    "us-governor-ad": 4,  # a voice that says; "with the words"
    "us-governor-leaked-audio": 2,  # words on both sides of a second "said"; "where voters think"
    "us-house-budget-revolt": 2,  # ", who …, and who promised"; "described as raw"
    "us-immigration-debate": 6,  # a secretary whose name comes later; "It was he who has blamed"
    "us-iowa-campaign-trail": 6,  # sayings within sayings; "insist on not"; a word used
    "us-judge-confirmation": 1,  # who wrote a blog
    "us-leaked-memo-justice": 3,  # "a claim for which"; "listed"; "announced the policy anyway"
    "us-left-explainer-voter-purge": 3,  # a subtitle; "tells states to"; "a notice telling"
    "us-left-web": 1,  # a finding of many researchers
    "us-local-rally": 2,  # "the Indiana governor", who is called a candidate
    "us-local": 1,  # a long attribution
    "us-long-feature-times": 6,  # sayings within sayings; words on one side of who says so
    "us-oversight-investigation": 3,  # which department; a clause between dashes
    "us-partisan-right": 1,  # "despite finding that"
    "us-post-investigation": 3,  # two sources; a year ends an attribution; what is quoted alone
    "us-primary-night": 2,  # "the candidate" is who is not named there
    "us-profile-aide": 2,  # a colon before "that"; a telephone that tells
    "us-right-establishment-senate-primary": 2,  # which is printed; an advertisement's owner
    "us-senate-hearing": 2,  # a choice "to lead the agency"; who told within an attribution
    "us-senator-indictment": 5,  # "as rules require"; a list of what is alleged
    "us-senator-resigns": 5,  # a name beside "The first woman"; a saying within a saying
    "us-staff-shakeup": 3,  # a saying within a saying
    "us-super-pac-money": 6,  # "gone after"; "traced to"; answers of a word or two
    "us-super-pac": 2,  # a name that is a phrase
    "us-tax-returns": 1,  # "the Vermont senator"
    "us-voters-panel": 3,  # words on both sides of a colon; a suspicion after a poll
    "us-voters-swing-county": 3,  # a poll of two papers; a semicolon within; "as she did in 1992"
    "us-white-house-staff": 7,  # whose complaint; clauses torn by "he later told"
    "white-house-pool": 1,  # "refused to set"
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
