"""Where what is said ends: before a new cue, an aside, what the reporter adds."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb, is_clause, is_past_clause
from .cues import Cue
from .doubts import is_not_told, is_unconfirmed
from .forms import form_of, is_verb
from .furthercues import OF_THINGS, before_new_cue, quote_comma
from .lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SPANS,
    words,
)
from .mainclauses import sentence_subject
from .phrases import is_time
from .remarks import (
    ENDS_SOON,
    closes_later,
    follows_comma,
    is_added,
    is_aside,
    is_comment,
    is_happening,
    is_out_of_hand,
    is_remark,
    is_required,
    is_scene,
)
from .tenses import (
    PRESENT,
    is_narration,
    is_past,
    is_plain_past,
)
from .tokens import QUOTE, WORD, Token, low_at

_ASIDE = frozenset(["while", "as"])
_ADVERBIAL = frozenset(["on", "in", "at", "during", "after", "before", "when"])
_REACTING = words("reacting")
_ENDING = frozenset(["and", "but", "as", "after", "when", "while", "out", "in", "without"])
_CLAUSES = ("say", "state", "tell", "according")
_FIRST_WORDS = frozenset(["we", "we're", "i", "i'm", "it's", "they", "there"])
SOON = 5  # tokens of "and exiled groups warned"
SHORTEST_SENTENCE = 30  # characters
FAR = 10  # tokens of "and allied militias of burning"
_GOING_ON = PRONOUNS | {"that"}


def content_end(
    tokens: Sequence[Token], begin: int, end: int, cues: Sequence[Cue], kind: str = "say"
) -> int:
    """Where what is said ends that begins at `begin`: before a new cue, an aside, a remark.

    `kind` is that of the cue before it: what somebody is called or blamed for ends sooner.
    """
    if tokens[0].low in _REACTING and (main := sentence_subject(tokens)) and begin < main.first:
        past = main.office_end or main.end  # Asked about those who said it was late, Brook rejected
        if is_past(low_at(tokens, past)) or any(cue.first == past for cue in cues):
            end = min(end, main.first - 1)
    breaks = {cue.first: cue for cue in cues if begin < cue.first < end}
    noun = begin + (begin < end and tokens[begin].low in DETERMINERS)  # their support for it
    for at in range(begin + 1, end):
        cue = breaks.get(at)
        if cue is None and tokens[at].low not in _ENDING and _is_within(tokens, at):
            continue
        begun = kind in _CLAUSES and not has_verb(tokens, begin, at)
        apart = tokens[at].text == "," or follows_comma(tokens, at)
        if begun and apart and closes_later(tokens, at, end):
            continue  # said the corridor, which is new, would open
        if cue is not None:
            stop = before_new_cue(tokens, cue, begin, kind)
            if stop is not None:
                return stop
        thing = kind in ENDS_SOON or (kind in OF_THINGS and not has_verb(tokens, noun, at))
        if (
            _ends_before_remark(tokens, begin, at, end, kind, thing)
            or _ends_joined(tokens, begin, at, end, kind, thing)
            or _ends_thing(tokens, begin, at, end, kind, thing)
        ):
            return at
    return end


def is_sure(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is the end at `at` one that a mark or a phrase tells, and no mere "and" or "which"?"""
    low = tokens[at].low
    if low in ("and", "but"):
        quoted = tokens[at - 1].kind == QUOTE
        return quoted or is_not_told(tokens, at, end) or _is_said_by_others(tokens, at, end)
    if low == "as":
        told = is_required(tokens, at, end) or is_happening(tokens, at, end)
        return told or low_at(tokens, at + 1) in PRONOUNS
    if low in ("though", "although"):
        return is_unconfirmed(tokens, at, end)
    if low == "when":
        return low_at(tokens, at + 1) == "asked"
    return low == "whose" or low not in CONJUNCTIONS


def _is_said_by_others(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`they had surrendered | and exiled groups warned hundreds were held`"""
    for index in range(at + 2, min(end, at + SOON)):
        token, form = tokens[index], form_of(tokens[index].low)
        if token.kind != WORD or token.low in PREPOSITIONS:
            return False
        told = form is not None and form.kind in _CLAUSES and not (form.weak or form.participle)
        if told and not token.capital:
            return tokens[index - 1].low not in PRONOUNS
    return False


def _ends_before_remark(
    tokens: Sequence[Token], begin: int, at: int, end: int, kind: str, thing: bool
) -> bool:
    """Does the reporter speak again at `at`, or somebody in a sentence of their own?"""
    low = tokens[at].low
    if _is_new_sentence(tokens, begin, at) or is_scene(tokens, at, end, kind):
        return True
    if low == "when" and low_at(tokens, at + 1, end) == "asked":
        return True
    if tokens[at].text == ";" and low_at(tokens, at + 1, end) not in _GOING_ON:
        return True
    if tokens[at].text in ("—", "–", "--", ",") and is_remark(tokens, at, end):
        return True
    if quote_comma(tokens, at - 1) and is_comment(tokens, at, end):
        return True
    if not follows_comma(tokens, at):
        return False
    if is_added(tokens, at, end, kind, thing) or (low in _ASIDE and is_aside(tokens, at, end)):
        return True
    return low == "as" and is_required(tokens, at, end)


def _ends_joined(
    tokens: Sequence[Token], begin: int, at: int, end: int, kind: str, thing: bool
) -> bool:
    """Does an "and" or a "but" at `at` join what was not said: `denounced it | and left`?"""
    if tokens[at].low not in ("and", "but"):
        return False
    if is_not_told(tokens, at, end):
        return True
    quoted = at - begin > 2 and tokens[at - 1].kind == QUOTE
    parallel = quoted and _is_parallel(tokens, at)
    if (quoted or thing) and not parallel and _does_more(tokens, at, end, thing):
        return True
    # expressed grief over the deaths | and ordered an inquiry
    # ordered police to stop them | and banned drivers
    # denounced the interference | and left
    ordered = kind == "tell" and tokens[begin].low == "to"
    done = (kind in ("express", "judge") and thing) or ordered
    if done and is_past(low_at(tokens, at + 1, end)):
        return not _is_accused_of(tokens, begin, at, end)
    if not follows_comma(tokens, at):
        return False
    new = thing and _is_new_clause(tokens, at + 1, end)
    return new or is_narration(tokens, begin, at + 1, end)


def _is_accused_of(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """`accused the army | and allied militias of burning villages`: what of is still to come."""
    if any(token.low in ("of", "for") for token in tokens[begin:at]):
        return False
    of = (i for i in range(at + 1, min(end - 1, at + FAR)) if tokens[i].low in ("of", "for"))
    return any(tokens[i + 1].low.endswith("ing") for i in of)


def _ends_thing(
    tokens: Sequence[Token], begin: int, at: int, end: int, kind: str, thing: bool
) -> bool:
    """Does what is called, blamed or asked for end at `at`, which is no clause?"""
    low = tokens[at].low
    if kind in ENDS_SOON and (
        is_out_of_hand(tokens, at, end)
        or _ends_naming(tokens, at, kind)
        or _is_aftermath(tokens, begin, at, end)
    ):
        return True
    if kind in ("urge", "vow") and low == "as" and is_happening(tokens, at, end):
        return True  # called for action as a summit came to a close
    if kind in OF_THINGS and thing and _is_clause_of_time(tokens, at, end):
        return True  # warned of a disaster as rains flooded the camps
    as_it_did = thing and low == "as" and follows_comma(tokens, at)
    return as_it_did and _is_as_it_did(tokens, at, end)


def _is_new_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`invited the minister, and | he accepted`; not `urged that it stay, and | that it be kept`"""
    if low_at(tokens, at, end) == "that":
        return False
    return is_past_clause(tokens, at, end) or is_clause(tokens, at, end)


def _is_new_sentence(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """`more must be done in Oslo | "We are late."`: a full stop is missing before it."""
    quote, before = tokens[at].quote, tokens[at - 1]
    if quote is None or before.kind != WORD or before.low in PREPOSITIONS or at - begin < 4:
        return False
    whole = quote.end - quote.start > SHORTEST_SENTENCE and quote.ends in (".", ",")
    return whole and quote.begins.isupper() and quote.opening.replace("’", "'") in _FIRST_WORDS


def _is_parallel(tokens: Sequence[Token], at: int) -> bool:
    """`had “signed it” | and left`, `Brook “searched his heart” | and changed course`"""
    quote, before = tokens[at - 1].quote, tokens[at - 2]
    first = quote.opening if quote else ""
    done = (before.capital or before.low in PRONOUNS) and is_past(first)
    been = before.low in ("was", "were", "is", "are", "been", "be") and first not in DETERMINERS
    return before.low == "had" or been or done


def _is_within(tokens: Sequence[Token], at: int) -> bool:
    """Words on both sides, at which nothing ends."""
    return tokens[at - 1].kind == WORD and tokens[at].kind == WORD


def _is_as_it_did(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`dismissed the claims, | as it did those of Oslo`"""
    subject, verb = low_at(tokens, at + 1, end), low_at(tokens, at + 2, end)
    return subject in PRONOUNS and verb in ("did", "does", "has", "had", "have")


def _is_aftermath(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """`accused them of lying | after ministers left`; not `of breaking it hours after it began`"""
    if tokens[at].low != "after" or tokens[at - 1].low in SPANS:
        return False
    clause = any(token.low in ("that", "who") for token in tokens[begin:at])
    return not clause and is_plain_past(tokens, at + 1, end)


def _is_clause_of_time(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`as rains flooded the camps`, `after it was informed that …`"""
    if tokens[at].low not in ("as", "after", "while") or low_at(tokens, at + 2) == "as":
        return False  # as long as
    return is_plain_past(tokens, at + 1, end) or low_at(tokens, at + 2, end) in ("was", "were")


def _ends_naming(tokens: Sequence[Token], at: int, kind: str) -> bool:
    """`called it “a farce” | on Monday`; `blamed X; | others …`."""
    if tokens[at].text == ";":
        return True
    before, token = tokens[at - 1], tokens[at]
    if before.kind == QUOTE and kind == "judge":
        return token.low in ("even", "while", "when", "as", "after", "before")
    if kind != "describe" or before.kind != QUOTE:
        return False
    if tokens[at - 2].low == "as" and is_verb(tokens[at - 3].low):
        return False  # described as “a joke” the calls for a vote
    doing = token.low.endswith("ing") and before.quote is not None and before.quote.ends == ","
    return doing or token.low in _ADVERBIAL or token.low in DETERMINERS or is_time(tokens, at)


def _does_more(tokens: Sequence[Token], at: int, end: int, thing: bool) -> bool:
    """`called it “a farce” and left`, `praised him and then left`"""
    following = low_at(tokens, at + 1, end)
    past = is_past(following)
    if (
        thing
        and tokens[at].low == "but"
        and (past or following in PRESENT or is_clause(tokens, at + 1, end))
    ):
        return True  # condemned the attack but gave no figures
    if thing and following in PRESENT:
        return True  # promised to save the mines, and has spent much
    then = following == "then" and thing and is_past(low_at(tokens, at + 2, end))
    return then or (past and tokens[at - 1].kind == QUOTE)
