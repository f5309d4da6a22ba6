"""Who says: the noun phrase before a verb or after it, with the office put beside the name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .forms import is_verb
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    ROLE_WORDS,
    SPEECHES,
    TIMES,
    VERBS,
    polities,
    polity_words,
)
from .phrases import (
    INNER,
    Subject,
    is_adverb,
    is_named,
    is_time,
    noun_phrase_before,
)
from .spans import phrase_end
from .tokens import MARK, NUMBER, QUOTE, WORD, Token
from .verbgroups import before_verb

APPOSITION = 30  # tokens between "Lavrov," and ", said"
LONGEST_PHRASE = 18  # tokens of "two people who were on the call"
FINITE = (AUXILIARIES - {"'s", "being", "been", "having"}) | VERBS
_PARTING = frozenset(["while", "but", "because", "although", "though", "as", "when", "if", "after"])
_PARTING |= {"before", "until", "unless", "once", "whereas"}
_HANGING = frozenset(["who", "to", "familiar", "close", "loyal", "opposed"])
LONGEST_TITLE = 8  # words of "Dayton developer Ada Brook"
WHEN = frozenset(["last", "this", "next", "that", "earlier", "one"])
_THROUGH = frozenset(["through", "in", "to", "from", "since", "until"])
_WRITINGS = SPEECHES | DOCUMENTS
_PERSONS = PRONOUNS - {"who"}
_PARTIES = frozenset(["r-", "d-", "i-"])  # R-Wis.


def subject_before(
    tokens: Sequence[Token], verb: int, begin: int, participle: bool = False
) -> Subject | None:
    """Who stands before the verb, within tokens[begin:verb]; None: nobody does."""
    subject = _subject_before(tokens, verb, begin, participle)
    return _with_partner(tokens, subject, begin) if subject else None


def _with_partner(tokens: Sequence[Token], subject: Subject, begin: int) -> Subject:
    """`The opposition and the president say`: both, where they open the clause."""
    joint = subject.first - 1
    if joint < begin + 2 or tokens[joint].low != "and" or tokens[joint + 1].low not in DETERMINERS:
        return subject
    other = noun_phrase_before(tokens, joint - 1, begin)
    if other is None or tokens[other.first].low in PRONOUNS:
        return subject
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
        at = _skip_bracket(tokens, at, begin)
    when = at + 1 < len(tokens) and (is_time(tokens, at + 1) or tokens[at + 1].low in WHEN)
    if at > begin and tokens[at].low.endswith("ed") and when:
        at -= 1  # a poll released Tuesday found
    while at > begin + 2 and tokens[at].kind == NUMBER and tokens[at - 1].low in _THROUGH:
        at -= 2  # filings from 2001 through 2014
    if at > begin + 1 and tokens[at].low == "who" and tokens[at - 1].low == "and":
        at = _who_before(tokens, at - 1, begin)  # who leads it and who had said
    if at > begin + 1 and tokens[at].low == "that" and tokens[at - 1].low in _WRITINGS:
        at -= 1  # in a letter that called for
    if at > begin and tokens[at].low in ("who", "which"):
        at -= 1 + (tokens[at - 1].text == ",")
        described = noun_phrase_before(tokens, at, begin) if at >= begin else None
        return _beside_name(tokens, described, begin)
    commas = at > begin + 2 and tokens[at].text == "," and tokens[at - 2].text == ","
    if commas and is_adverb(tokens[at - 1]):  # Ms. Conrad, naturally, argued
        named = _with_hangers(tokens, noun_phrase_before(tokens, at - 3, begin), begin)
        return _with_office(tokens, named, begin)
    if at > begin and (tokens[at].text in (",", "—", "–", "--") or _quotes_a_name(tokens, at)):
        named = _beside_name(tokens, _with_apposition(tokens, at, begin), begin)
        return _with_office(tokens, named, begin)
    return _with_hangers(tokens, noun_phrase_before(tokens, at, begin), begin)


def _who_before(tokens: Sequence[Token], at: int, begin: int) -> int:
    """The `who` of the relative clause before `and who`; else `at`."""
    for index in range(at - 1, max(begin, at - APPOSITION), -1):
        if tokens[index].low == "who" and tokens[index - 1].text == ",":
            return index
    return at


def _with_hangers(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`a customer in the chair`, `aides to Pell`, `the watchdog policing the accord`: the phrase
    from the last comma or beginning on, where it opens like one and has no verb of its own.
    """
    if subject is None or tokens[subject.first].low in PRONOUNS:
        return subject
    first = subject.first
    while first > begin and subject.end - first < LONGEST_PHRASE and not _parts(tokens[first - 1]):
        first -= 1
    if first == begin and begin == 0 and tokens[0].low in ("but", "and", "yet", "still"):
        first += 1
    if first >= subject.first or not _opens_phrase(tokens, first, subject.first):
        return subject
    if tokens[first].low in PRONOUNS:  # It emerged that Brook had said
        return subject
    relative = any(token.low in ("who", "that") for token in tokens[first : subject.first])
    for at in range(first + 1, subject.first):
        low = tokens[at].low
        finite = low in FINITE or (is_verb(low) and not low.endswith("ed"))
        finite = finite and tokens[at + 1].low != "by"  # letters seen by
        time = is_time(tokens, at) and not tokens[at - 1].low.endswith("ed")  # released Monday
        if low in _PERSONS or (not relative and finite) or time:
            return subject
        if low[:3] == "who" and tokens[at - 1].low not in ("those", "people"):
            return Subject(first, at)  # a voter | who saw it
    return Subject(first, subject.end, subject.office_first, subject.office_end)


def _parts(token: Token) -> bool:
    return (token.kind in (MARK, QUOTE) and token.text not in "-/&$%") or token.low in _PARTING


def _opens_phrase(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Does a noun phrase open at `first`, with a preposition or a participle before `stop`?"""
    opening = tokens[first]
    low = opening.low
    if opening.kind not in (WORD, NUMBER) or low in PREPOSITIONS or low in CONJUNCTIONS:
        return False
    if low not in DETERMINERS and opening.kind != NUMBER:
        plural = low.endswith("s") or opening.capital
        if not plural or is_adverb(opening) or low in TIMES or low.endswith(("ing", "ed")):
            return False
    for token in tokens[first + 1 : stop]:
        if token.low in INNER or token.low in _HANGING or token.low.endswith(("ing", "ed")):
            return True
    return False


def _skip_bracket(tokens: Sequence[Token], at: int, begin: int) -> int:
    for index in range(at, max(begin, at - 12) - 1, -1):
        if tokens[index].text == "(":
            return index - 1
    return at


def _with_apposition(tokens: Sequence[Token], comma: int, begin: int) -> Subject | None:
    """`Sergey Lavrov, the Russian foreign minister, said`: the name, with the office beside it."""
    mark = "," if tokens[comma].kind == QUOTE else tokens[comma].text
    tried, quoted = 0, False
    for at in range(comma - 1, max(begin, comma - APPOSITION), -1):
        quoted = quoted or (tokens[at].kind == QUOTE and at < comma - 1)
        if tokens[at].text != mark:
            continue
        tried += 1
        if quoted and tokens[at + 1].low not in ("who", "which"):
            return None  # but Pell, who called it “a farce,” said
        begins = _begins_apposition(tokens, at + 1) or _is_bare_name(tokens, at + 1, comma)
        if begins or _ends_with_name(tokens, at + 1, comma):
            last = at - 1
            if tokens[last].text == ")":  # Brook (D-Ohio), who …
                last = _skip_bracket(tokens, last, begin)
            if last > begin + 1 and is_adverb(tokens[last]) and tokens[last - 1].text == ",":
                last -= 2  # The speaker, however, who left, said
            while last > begin and is_time(tokens, last):
                last -= 1
            if last < at - 1 and tokens[last].low.endswith("ed"):  # a poll released Monday
                last -= 1
            if tokens[last].kind == NUMBER:
                continue  # Joan Hill, 44, of Dayton, said
            subject = _with_hangers(tokens, noun_phrase_before(tokens, last, begin), begin)
            if subject and _may_be_another(tokens[at + 1]) and not _is_role(tokens, subject):
                continue
            return Subject(subject.first, subject.end, at + 1, comma) if subject else None
        if tried == 3:
            break
    return None


def _quotes_a_name(tokens: Sequence[Token], at: int) -> bool:
    """`The officer, identified only as “Agent 1,” told`"""
    quote = tokens[at].quote
    return quote is not None and quote.ends == "," and tokens[at - 1].low == "as"


def _beside_name(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`Ada Brook, a leader of the party, who said`: of a description the name before it."""
    if subject is None or subject.first < begin + 3:
        return subject
    first = subject.first - (tokens[subject.first].low not in DETERMINERS)
    if tokens[first].low not in ("a", "an", "the") or tokens[first - 1].text != ",":
        return subject
    last = first - 2
    if tokens[last].text == ")":
        last = _skip_bracket(tokens, last, begin)
    named = noun_phrase_before(tokens, last, begin) if last > begin else None
    if named is None or named.end - named.first < 2 or _is_role(tokens, named):
        return subject
    if any(not w.capital and w.kind != MARK for w in tokens[named.first : named.end]):
        return subject
    return Subject(named.first, named.end, first, subject.end)


def _with_office(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`The chairman, Ada Brook, in a letter, said`: of name and office, what comes first."""
    if subject is None or subject.first < begin + 2 or tokens[subject.first - 1].text != ",":
        return subject
    if not _is_bare_name(tokens, subject.first, subject.end):
        return subject
    office = _with_hangers(tokens, noun_phrase_before(tokens, subject.first - 2, begin), begin)
    if office is None or not _is_role(tokens, office):
        return subject
    opens = office.first == begin or tokens[office.first - 1].kind in (MARK, QUOTE)
    if not opens and tokens[office.first - 1].low not in CONJUNCTIONS:
        return subject
    return Subject(office.first, office.end, subject.first, subject.end)


def _may_be_another(opening: Token) -> bool:
    """Does the name of somebody else begin here, and no party or office of the one before?"""
    return opening.capital and opening.low not in ROLE_WORDS and opening.low[:2] not in _PARTIES


def _is_bare_name(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`its head, Taras Bondar, said`: nothing but capitals, six words at most."""
    words = tokens[begin:end]
    return (
        0 < len(words) <= 6
        and words[0].capital
        and words[-1].capital
        and all(word.capital or (len(word.low) <= 3 and word.kind == WORD) for word in words)
    )


def _ends_with_name(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`Pell's rival, Dayton developer Ada Brook, said`"""
    words = tokens[begin:end]
    if not 2 < len(words) < LONGEST_TITLE or words[0].low in PREPOSITIONS:
        return False
    plain = all(w.kind == WORD and w.low not in FINITE and not is_verb(w.low) for w in words)
    return plain and words[-1].capital and words[-2].capital


def _has_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`…, many prisons had no water, …` is a clause and no apposition; `, who is 60,` is one."""
    if tokens[begin].low[:3] == "who" or tokens[begin].low == "which":
        return False
    return any(token.low in AUXILIARIES and token.low != "'s" for token in tokens[begin:end])


@cache
def _no_names() -> frozenset[str]:
    return ROLE_WORDS | DETERMINERS | polity_words()


def _is_role(tokens: Sequence[Token], subject: Subject) -> bool:
    """Does the phrase say an office and no name?"""
    words = tokens[subject.first : subject.end]
    plain = [w for w in words if w.capital and w.low not in _no_names()]
    heads = [w for w in words if w.low in ROLE_HEADS or not (w.capital or w.low in DETERMINERS)]
    hanging = any(word.low in INNER or word.low == "'s" for word in words)
    return bool(heads) and (len(plain) < 2 or hanging)


def _begins_apposition(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == NUMBER:  # , 44,
        return index + 1 >= len(tokens) or tokens[index + 1].text in (",", "-", "and", "years")
    low = token.low
    if token.kind != WORD or low == "to":
        return False
    if (
        low in DETERMINERS
        or low[:2] in _PARTIES
        or low in ROLE_WORDS
        or low in polities()
        or low in ("who", "whose", "which")
        or low[:4] in ("who'", "who’")
    ):
        return True
    if low in ("when", "while"):  # Brook, when asked about it, said
        return True
    return not token.capital and (low in PREPOSITIONS or low.endswith(("ing", "ed")))


def subject_after(tokens: Sequence[Token], index: int, end: int) -> Subject | None:
    """Who follows the verb, as in `said Lavrov, the minister`; within tokens[index:end]."""
    if index >= end or tokens[index].kind not in (WORD, NUMBER):
        return None
    if tokens[index].low in ("he", "she", "they", "it"):
        return Subject(index, index + 1)
    at = phrase_end(tokens, index, end)
    if at == index or not is_named(tokens, index, at - 1):
        return None
    if tokens[index].low in ("a", "an", "one") and not tokens[at - 1].capital:
        at = _past_hanger(tokens, at, end)
    subject = Subject(index, at)
    if at + 1 < end and tokens[at].text == ",":
        stop = _apposition_end(tokens, at + 1, end)
        titled = any(token.low in ROLE_HEADS for token in tokens[index:at])
        common = not any(token.capital for token in tokens[max(index, 1) : at])
        named = _is_bare_name(tokens, at + 1, stop) and (
            (titled and _is_role(tokens, subject)) or (common and stop - at > 2)
        )
        if stop > at + 1 and _has_verb(tokens, at + 1, stop):
            return subject
        named = named or (common and _ends_with_name(tokens, at + 1, stop))
        if stop > at + 1 and (named or _begins_apposition(tokens, at + 1)):
            return Subject(index, at, at + 1, stop)
    return subject


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
