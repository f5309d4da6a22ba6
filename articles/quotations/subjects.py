"""Who says: the noun phrase before a verb or after it, with the office put beside the name."""

from __future__ import annotations

from collections.abc import Sequence

from .appositions import (
    APPOSITION,
    before_aside,
    begins_apposition,
    beside_name,
    ends_with_name,
    is_bare_name,
    is_role,
    quotes_a_name,
    with_apposition,
    with_office,
)
from .fields import past_fields
from .forms import form_of, is_verb
from .hangers import FINITE, LONGEST_PHRASE, before_relative, skip_bracket, with_hangers
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    SPEECHES,
    TIMES,
    words,
)
from .phrases import (
    Subject,
    is_adverb,
    is_named,
    is_time,
    noun_phrase_before,
)
from .spans import phrase_end
from .tenses import is_past
from .tokens import MARK, NUMBER, QUOTE, WORD, Token, low_at
from .verbgroups import before_verb

WHEN = frozenset(["last", "this", "next", "that", "earlier", "one"])
_SHOWN = words("shown")
_NEAR_SOMEBODY = frozenset(["close", "loyal", "known"])
_NO_LAST = frozenset(["a", "an", "the", "late", "early"])
_MEANS = frozenset(["phone", "telephone", "email", "e-mail", "text", "radio"])
_THROUGH = frozenset(["through", "in", "to", "from", "since", "until"])
WRITINGS = SPEECHES | DOCUMENTS | words("ads")


def subject_before(
    tokens: Sequence[Token], verb: int, begin: int, participle: bool = False
) -> Subject | None:
    """Who stands before the verb, within tokens[begin:verb]; None: nobody does."""
    subject = _subject_before(tokens, verb, begin, participle)
    if subject is None:
        return None
    if not participle:
        subject = _before_who(tokens, subject, verb, begin) or _after_thing(tokens, subject, verb)
    return _with_partner(tokens, _without_participle(tokens, subject), begin)


def _before_who(tokens: Sequence[Token], subject: Subject, verb: int, begin: int) -> Subject | None:
    """`Ada Brook, who beat the Oslo Post said`: no comma closes what is beside the name."""
    for who in range(subject.first - 1, max(begin + 1, verb - APPOSITION), -1):
        if tokens[who].kind in (MARK, QUOTE):
            break
        if tokens[who].low == "who" and tokens[who - 1].text == ",":
            done = any(t.low in FINITE or is_past(t.low) for t in tokens[who + 1 : subject.first])
            named = noun_phrase_before(tokens, who - 2, begin) if done else None
            opens = named and (named.first == begin or tokens[named.first - 1].kind == MARK)
            opens = opens or (named and tokens[named.first - 1].low in CONJUNCTIONS)
            return Subject(named.first, named.end, who, verb) if named and opens else None
    return None


def _after_thing(tokens: Sequence[Token], subject: Subject, verb: int) -> Subject:
    """`an incident | analysts say shows it`, `something | legal scholars say is false`"""
    lows = [token.low for token in tokens[subject.first : subject.end]]
    something = lows[0] == "something"
    if len(lows) < 2 or not (something or (lows[0] in ("a", "an") and len(lows) == 3)):
        return subject
    several = lows[-1].endswith("s") and not lows[-2].endswith("s")
    after = low_at(tokens, verb + 1)
    goes_on = after in FINITE or is_past(after) or is_verb(after)
    return Subject(subject.first + 2 - something, subject.end) if several and goes_on else subject


def before_stray_comma(tokens: Sequence[Token], verb: int, past: int) -> Subject | None:
    """`The bank's director Ada Brook, | says Oslo is able to pay`: who opens the sentence, where a
    clause follows the verb, which ends at `past`.
    """
    if verb < 3 or tokens[verb - 1].text != "," or past >= len(tokens):
        return None
    before = noun_phrase_before(tokens, verb - 2, 0)
    after = subject_after(tokens, past, len(tokens))
    goes_on = after and after.end < len(tokens) and not after.office_end
    if not before or not after or not goes_on or tokens[after.end].kind in (MARK, QUOTE):
        return None
    opens = all(t.kind == MARK or is_adverb(t) for t in tokens[: before.first])
    named = tokens[before.end - 1].capital and before.end - before.first > 1
    return before if opens and named and not is_time(tokens, verb - 2) else None


def _without_participle(tokens: Sequence[Token], subject: Subject) -> Subject:
    """`A poll | released on Monday`, `a draft | shown to us`"""
    if subject.office_end or subject.end - subject.first < 2:
        return subject
    last = tokens[subject.end - 1].low
    return Subject(
        subject.first, subject.end - (last in _SHOWN and not tokens[subject.end - 1].capital)
    )


def with_before(tokens: Sequence[Token], verb: int) -> int | None:
    """The place of `with` in `…, with a spokesman saying`; None where there is none."""
    for at in range(verb - 2, max(0, verb - LONGEST_PHRASE), -1):
        if tokens[at].low == "with" and tokens[at - 1].text == ",":
            return at
        if tokens[at].low in FINITE or tokens[at].kind == QUOTE:
            break
    return None


def _with_partner(tokens: Sequence[Token], subject: Subject, begin: int) -> Subject:
    """`The opposition and the president say`: both, where they open the clause."""
    joint = subject.first - 1
    if joint <= begin or tokens[joint].low != "and":
        return subject
    if joint == begin + 1 and not tokens[begin].capital:
        return subject
    named = tokens[joint - 1].capital and tokens[subject.end - 1].capital
    named = named or (tokens[joint - 1].low.endswith("s") and tokens[joint - 2].kind == MARK)
    if tokens[joint + 1].low not in DETERMINERS and not named:
        return subject
    other = noun_phrase_before(tokens, joint - 1, begin)
    if other is None or tokens[other.first].low in PRONOUNS:
        return subject
    if tokens[other.first].kind == NUMBER:
        return subject  # free on $1 million bail and his lawyer said
    opens = other.first == begin or tokens[other.first - 1].kind in (MARK, QUOTE)
    if not opens and tokens[other.first - 1].low not in CONJUNCTIONS:
        return subject
    return Subject(other.first, subject.end, subject.office_first, subject.office_end)


def _subject_before(
    tokens: Sequence[Token], verb: int, begin: int, participle: bool
) -> Subject | None:
    at = before_verb(tokens, verb, begin, participle)
    if at is None or at < begin:
        return None
    if tokens[at].text == ")":
        at = skip_bracket(tokens, at, begin)
        if at < begin:
            return None  # (AU) said
        while at > begin + 1 and is_time(tokens, at):
            at -= 1 + (tokens[at - 1].low in ("on", "last", "this"))  # Brook on Monday (May 3) said
    when = at + 1 < len(tokens) and (is_time(tokens, at + 1) or tokens[at + 1].low in WHEN)
    if at > begin and tokens[at].low.endswith("ed") and when:
        at -= 1  # a poll released Tuesday found
    while at > begin + 2 and tokens[at].kind == NUMBER and tokens[at - 1].low in _THROUGH:
        at -= 2  # filings from 2001 through 2014
    if at > begin + 1 and tokens[at].low == "who" and tokens[at - 1].low == "and":
        at = _who_before(tokens, at - 1, begin)  # who leads it and who had said
    if at > begin + 1 and tokens[at].low == "that" and tokens[at - 1].low in WRITINGS:
        at -= 1  # in a letter that called for
    if at > begin and tokens[at].low in ("who", "which"):
        at -= 1 + (tokens[at - 1].text == ",")
        if at > begin + 1 and tokens[at].kind == NUMBER and tokens[at - 1].text == ",":
            at -= 2  # Ada Brook, 16, who said
        while at > begin + 1 and is_time(tokens, at):
            at -= 1 + (tokens[at - 1].low in ("on", "last", "in"))  # a report on Monday, which
        at -= at > begin + 1 and tokens[at].low in ("there", "here")  # a worker there, who said
        described = noun_phrase_before(tokens, at, begin) if at >= begin else None
        return beside_name(tokens, _after_by(tokens, described), begin)
    if at > begin + 3 and tokens[at - 1].low == "to" and tokens[at - 2].low in _NEAR_SOMEBODY:
        near = noun_phrase_before(tokens, at - 3, begin)  # a source close to her
        return Subject(near.first, at + 1) if near else None
    if at > begin + 2 and tokens[at - 1].low == "by" and tokens[at].low in _MEANS:
        reached = noun_phrase_before(tokens, at - 3, begin)  # a resident reached by telephone
        return Subject(reached.first, at + 1) if reached else None
    commas = at > begin + 2 and tokens[at].text == "," and tokens[at - 2].text == ","
    if commas and is_adverb(tokens[at - 1]):  # Ms. Conrad, naturally, argued
        last = skip_bracket(tokens, at - 3, begin) if tokens[at - 3].text == ")" else at - 3
        named = with_hangers(tokens, noun_phrase_before(tokens, last, begin), begin)
        return with_office(tokens, named, begin)
    if at > begin and (tokens[at].text in (",", "—", "–", "--") or quotes_a_name(tokens, at)):
        named = with_apposition(tokens, at, begin) or before_aside(tokens, at, begin)
        return with_office(tokens, beside_name(tokens, named, begin), begin)
    subject = noun_phrase_before(tokens, at, begin) or before_relative(tokens, at, begin)
    return _with_that(tokens, with_hangers(tokens, subject, begin), begin)


def _with_that(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`“…,” that official said`"""
    that = subject.first - 1 if subject else begin
    if subject is None or that <= begin or tokens[that].low != "that":
        return subject
    opens = tokens[that - 1].kind in (MARK, QUOTE) and not tokens[subject.first].capital
    opens = opens and subject.end - subject.first == 1
    return Subject(that, subject.end) if opens else subject


def _after_by(tokens: Sequence[Token], subject: Subject | None) -> Subject | None:
    """`remarks by | Ada Brook, who said`: it is she who said."""
    last = tokens[subject.end - 1] if subject else None
    if subject is None or last is None or not (last.capital or last.low in ROLE_HEADS):
        return subject
    near = range(subject.first, subject.end)
    by = next((at for at in near if tokens[at].low in ("by", "from")), subject.first - 1)
    if tokens[subject.first].low.removesuffix("s") in DOCUMENTS and by < subject.first:
        by = next((at for at in near if tokens[at].low == "in"), by)  # reports in the paper, which
    return Subject(by + 1, subject.end)


def _who_before(tokens: Sequence[Token], at: int, begin: int) -> int:
    """The `who` of the relative clause before `and who`; else `at`."""
    for index in range(at - 1, max(begin, at - APPOSITION), -1):
        if tokens[index].low == "who" and tokens[index - 1].text == ",":
            return index
    return at


def _has_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`…, many prisons had no water, …` is a clause and no apposition; `, who is 60,` is one."""
    if tokens[begin].low[:3] == "who" or tokens[begin].low == "which":
        return False
    return any(token.low in AUXILIARIES and token.low != "'s" for token in tokens[begin:end])


def subject_after(tokens: Sequence[Token], index: int, end: int) -> Subject | None:
    """Who follows the verb, as in `said Lavrov, the minister`; within tokens[index:end]."""
    if index >= end or tokens[index].kind not in (WORD, NUMBER):
        return None
    if tokens[index].low in ("he", "she", "they", "it"):
        return Subject(index, index + 1)
    at = phrase_end(tokens, index, end)
    while at > index + 1 and (tokens[at - 1].low in _NO_LAST or tokens[at - 1].low in PREPOSITIONS):
        at -= 1  # said the mayor | in a televised address
    if at == index or not is_named(tokens, index, at - 1):
        return None
    at = past_fields(tokens, index, at, end)
    if tokens[index].low in ("a", "an", "one") and not tokens[at - 1].capital:
        at = _past_hanger(tokens, at, end)
    subject = Subject(index, at)
    if at + 1 < end and tokens[at].text == ",":
        stop = _apposition_end(tokens, at + 1, end)
        titled = any(token.low in ROLE_HEADS for token in tokens[index:at])
        common = not any(token.capital for token in tokens[max(index, 1) : at])
        named = is_bare_name(tokens, at + 1, stop) and (
            (titled and is_role(tokens, subject)) or (common and stop - at > 2)
        )
        if stop > at + 1 and _has_verb(tokens, at + 1, stop):
            return subject
        placed = tokens[at + 1].low in PREPOSITIONS  # investigators, in 2016 Ada Brook
        named = named or (common and not placed and ends_with_name(tokens, at + 1, stop))
        if (
            stop > at + 1
            and not _says_more(tokens, at + 1)
            and (named or begins_apposition(tokens, at + 1))
        ):
            return Subject(index, at, at + 1, stop)
    return subject


def _says_more(tokens: Sequence[Token], at: int) -> bool:
    """`said Brook, | urging them to go`, `said Brook, | calling for calm`"""
    if tokens[at].low == "calling":
        return low_at(tokens, at + 1) in ("for", "on", "upon")
    form = form_of(tokens[at].low)
    return form is not None and form.participle and not form.weak


def _past_hanger(tokens: Sequence[Token], at: int, end: int) -> int:
    """`a man in the third row`: past the preposition and its noun, but not `in a statement`."""
    if at >= end or tokens[at].low not in ("in", "at", "with", "from"):
        return at
    past = phrase_end(tokens, at + 1, end)
    inside = tokens[at + 1 : past]
    spoken = any(token.low in SPEECHES or token.low in TIMES for token in inside)
    return at if spoken or not inside else past


def _apposition_end(tokens: Sequence[Token], index: int, end: int) -> int:
    """Where the apposition ends: the next comma or the end; nothing if a quotation comes first."""
    for at in range(index, min(end, index + APPOSITION)):
        if tokens[at].kind == QUOTE:
            return index if tokens[at - 1].text != "," else at - 1
        if tokens[at].kind == MARK and tokens[at].text in ",.;:—":
            return at
    return min(end, index + APPOSITION)
