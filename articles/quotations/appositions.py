"""What is put beside a name: `Sergey Lavrov, the Russian foreign minister, said`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .forms import is_verb
from .hangers import FINITE, before_relative, skip_bracket, with_hangers
from .lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    PERSONS,
    PREPOSITIONS,
    ROLE_HEADS,
    ROLE_WORDS,
    polities,
    polity_words,
)
from .phrases import INNER, Subject, is_adverb, is_time, noun_phrase_before
from .tokens import MARK, NUMBER, QUOTE, WORD, Token, low_at

APPOSITION = 30  # tokens between "Lavrov," and ", said"
LONGEST_TITLE = 8  # words of "Dayton developer Ada Brook"
_PARTIES = frozenset(["r-", "d-", "i-"])  # R-Wis.


def with_apposition(tokens: Sequence[Token], comma: int, begin: int) -> Subject | None:
    """`Sergey Lavrov, the Russian foreign minister, said`: the name, with the office beside it."""
    mark = "," if tokens[comma].kind == QUOTE else tokens[comma].text
    if mark == "," and (whole := _before_long_relative(tokens, comma, begin)):
        return whole
    tried, quoted = 0, False
    for at in range(comma - 1, max(begin, comma - APPOSITION), -1):
        quoted = quoted or (tokens[at].kind == QUOTE and at < comma - 1)
        if tokens[at].text != mark:
            continue
        tried += 1
        if quoted and tokens[at + 1].low not in ("who", "which"):
            return None  # but Pell, who called it “a farce,” said
        begins = begins_apposition(tokens, at + 1) or is_bare_name(tokens, at + 1, comma)
        begins = begins or _opens_with_name(tokens, at + 1, comma) or mark != ","
        if begins or ends_with_name(tokens, at + 1, comma):
            last = at - 1
            if tokens[last].text == ")":  # Brook (D-Ohio), who …
                last = skip_bracket(tokens, last, begin)
            if last > begin + 1 and is_adverb(tokens[last]) and tokens[last - 1].text == ",":
                last -= 2  # The speaker, however, who left, said
            while last > begin and (is_time(tokens, last) or _leads_to_time(tokens, last)):
                last -= 1
            if last < at - 1 and tokens[last].low.endswith("ed"):  # a poll released Monday
                last -= 1
            if tokens[last].low[:2] in _PARTIES and tokens[last - 1].text == ",":
                last -= 2  # Brook, R-Tenn., one of the few
            aged = tokens[last].kind == NUMBER and tokens[last - 1].text == ","
            if aged and not tokens[last].low.endswith("-year-old"):
                continue  # Joan Hill, 44, of Dayton, said
            subject = with_hangers(tokens, noun_phrase_before(tokens, last, begin), begin)
            subject = subject or _with_relative(tokens, last, begin)
            if subject and _is_through(tokens, subject.first):
                continue  # Brook, through her spokesman, Ole Vik, said
            hangs = subject is not None and tokens[subject.first - 1].low in ("for", "of")
            if hangs and tried < 3 and mark == ",":
                earlier = with_apposition(tokens, at, begin)
                if earlier and earlier.office_end == at:
                    return Subject(earlier.first, earlier.end, earlier.office_first, comma)
            another = mark == "," and _may_be_another(tokens, at + 1)
            if subject and another and not is_role(tokens, subject):
                continue
            return Subject(subject.first, subject.end, at + 1, comma) if subject else None
        if tried == 3:
            break
    return None


def before_aside(tokens: Sequence[Token], comma: int, begin: int) -> Subject | None:
    """`Brook, now retired, said`, `His publisher, Holloway & Sons, says`: who opens the clause,
    where nothing but a description without a verb stands up to the comma.
    """
    near = range(comma - 1, max(begin, comma - APPOSITION), -1)
    first = next((at for at in near if tokens[at].text in (",", ";", ":")), begin)
    beside = tokens[first + 1 : comma]
    verb = any(token.kind == QUOTE or token.low in FINITE for token in beside)
    if first == begin or tokens[first].text != "," or not beside or verb:
        return None
    who = with_hangers(tokens, noun_phrase_before(tokens, first - 1, begin), begin)
    if who is None or is_time(tokens, who.end - 1):
        return None
    opens = who.first == begin or tokens[who.first - 1].kind in (MARK, QUOTE)
    opens = opens or tokens[who.first - 1].low in CONJUNCTIONS
    return Subject(who.first, who.end, first + 1, comma) if opens else None


def _before_long_relative(tokens: Sequence[Token], comma: int, begin: int) -> Subject | None:
    """`Austar, which is based in Ames, Iowa, and left in May, said`, `Brook, who owns a mill in
    Ames, Iowa, said`: who opens the clause.
    """
    last = next((i for i in range(comma - 1, begin, -1) if tokens[i].text == ","), begin)
    state = comma - last < 4 and all(token.capital for token in tokens[last + 1 : comma])
    if low_at(tokens, last + 1) != "and" and not state:
        return None
    first = next((i for i in range(begin + 1, last) if tokens[i].text == ","), last)
    if low_at(tokens, first + 1) not in ("who", "which"):
        return None
    who = noun_phrase_before(tokens, first - 1, begin)
    return Subject(who.first, who.end, first + 1, comma) if who and who.first == begin else None


def _with_relative(tokens: Sequence[Token], last: int, begin: int) -> Subject | None:
    """`A survivor who met him there, pensioner Ada Brook, said`: with the clause."""
    who = before_relative(tokens, last, begin)
    return Subject(who.first, last + 1) if who else None


def _leads_to_time(tokens: Sequence[Token], at: int) -> bool:
    """`chairwoman for the month of May`: is it a small word right before the time?"""
    small = tokens[at].low in ("of", "for", "in", "the")
    return (
        small
        and at + 1 < len(tokens)
        and (is_time(tokens, at + 1) or (tokens[at + 1].low == "the" and is_time(tokens, at + 2)))
    )


def quotes_a_name(tokens: Sequence[Token], at: int) -> bool:
    """`The officer, identified only as “Agent 1,” told`"""
    quote = tokens[at].quote
    return quote is not None and quote.ends == "," and tokens[at - 1].low == "as"


def beside_name(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`Ada Brook, a leader of the party, who said`: of a description the name before it."""
    if subject is None or subject.first < begin + 3:
        return subject
    if tokens[subject.first - 1].low in ("at", "with", "from"):  # Ada Brook, an aide at Gulf, who
        held = noun_phrase_before(tokens, subject.first - 2, begin)
        if held and tokens[held.first].low in ("a", "an") and tokens[held.first - 1].text == ",":
            subject = Subject(held.first, subject.end)
    first = subject.first - (tokens[subject.first].low not in DETERMINERS)
    opens = tokens[first].low in ("a", "an", "the")
    if not opens and tokens[subject.first].low in PERSONS:
        first, opens = subject.first, True  # Ada Brook, leader of the party, who said
    if not opens or tokens[first - 1].text != ",":
        return subject
    last = first - 2
    if tokens[last].text == ")":
        last = skip_bracket(tokens, last, begin)
    named = noun_phrase_before(tokens, last, begin) if last > begin else None
    if named is None or named.end - named.first < 2 or is_role(tokens, named):
        return subject
    if any(not w.capital and w.kind != MARK for w in tokens[named.first : named.end]):
        return subject
    return Subject(named.first, named.end, first, subject.end)


def with_office(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`The chairman, Ada Brook, in a letter, said`: of name and office, what comes first."""
    if subject is None or subject.first < begin + 2 or tokens[subject.first - 1].text != ",":
        return subject
    if not is_bare_name(tokens, subject.first, subject.end):
        return subject
    office = with_hangers(tokens, noun_phrase_before(tokens, subject.first - 2, begin), begin)
    if office is None or not is_role(tokens, office):
        return subject
    if tokens[office.first].low.endswith("ing") or tokens[office.end - 1].low == "away":
        return subject  # Briefing ambassadors by telephone, Ada Brook, …
    opens = office.first == begin or tokens[office.first - 1].kind in (MARK, QUOTE)
    if not opens and tokens[office.first - 1].low not in CONJUNCTIONS:
        return subject
    # The chairman, Fuel Forum, Mr Ole Vik, said
    return Subject(office.first, office.end, subject.first, subject.office_end or subject.end)


def _is_through(tokens: Sequence[Token], first: int) -> bool:
    return first > 1 and tokens[first - 1].low == "through" and tokens[first - 2].text == ","


def _may_be_another(tokens: Sequence[Token], at: int) -> bool:
    """Does the name of somebody else begin here, and no party or office of the one before?"""
    opening = tokens[at]
    owned = opening.capital and low_at(tokens, at + 1) == "'s"  # Seoul's delegate
    named = opening.capital and opening.low not in ROLE_WORDS and not owned
    return named and opening.low[:2] not in _PARTIES


def is_bare_name(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`its head, Taras Bondar, said`: nothing but capitals, six words at most."""
    words = tokens[begin:end]
    return (
        0 < len(words) <= 6
        and words[0].capital
        and words[-1].capital
        and not any(word.low == "and" for word in words)
        and all(word.capital or (len(word.low) <= 3 and word.kind == WORD) for word in words)
    )


def _opens_with_name(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`Ada Brook of the Greens (G)`"""
    at = begin
    while at < end and tokens[at].capital:
        at += 1
    plain = not any(t.low in FINITE or is_verb(t.low) for t in tokens[at:end])
    return at - begin > 1 and at < end and tokens[at].low in ("of", "from") and plain


def ends_with_name(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`Pell's rival, Dayton developer Ada Brook, said`"""
    words = tokens[begin:end]
    if not 2 < len(words) < LONGEST_TITLE or words[0].low in PREPOSITIONS:
        return False
    words = words[words[0].low.endswith("-year-old") :]
    plain = all(w.kind == WORD and w.low not in FINITE and not is_verb(w.low) for w in words)
    return plain and words[-1].capital and words[-2].capital


@cache
def _no_names() -> frozenset[str]:
    return ROLE_WORDS | DETERMINERS | polity_words()


def is_role(tokens: Sequence[Token], subject: Subject) -> bool:
    """Does the phrase say an office and no name?"""
    words = tokens[subject.first : subject.end]
    if words[-1].low in ROLE_HEADS and not words[-1].capital:
        return True  # Oslo Fish Farms owner
    plain = [w for w in words if w.capital and w.low not in _no_names()]
    heads = [w for w in words if w.low in ROLE_HEADS or not (w.capital or w.low in DETERMINERS)]
    hanging = any(word.low in INNER or word.low == "'s" for word in words)
    return bool(heads) and (len(plain) < 2 or hanging)


def begins_apposition(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == NUMBER:  # , 44,
        return index + 1 >= len(tokens) or tokens[index + 1].text in (",", "-", "and", "years")
    low = token.low
    if token.kind != WORD or low in ("to", "following"):
        return False
    if (
        low in DETERMINERS
        or low[:2] in _PARTIES
        or low in ROLE_WORDS
        or (low in polities() and low_at(tokens, index + 1) not in ("and", ","))
        or (token.capital and low_at(tokens, index + 1) == "'s")
        or low in ("who", "whose", "whom", "which")
        or low[:4] in ("who'", "who’")
    ):
        return True
    if low in ("when", "while"):  # Brook, when asked about it, said
        return True
    return not token.capital and (low in PREPOSITIONS or low.endswith(("ing", "ed")))
