"""Where an attribution stands to what is said: after it, within it, before it, beside a subject."""

from __future__ import annotations

from collections.abc import Sequence

from . import clauses
from .attributions import CLOSING, DASHES, Attribution
from .contents import trimmed
from .forms import is_verb
from .found import is_quote, last_quoted
from .lexicon import (
    AGENCIES,
    AUXILIARIES,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    words,
)
from .limits import relative_before
from .opening import content_begin
from .phrases import is_adverb, is_time
from .sources import comma_at
from .tenses import is_past
from .tokens import NUMBER, WORD, Token

_CLOSING = CLOSING | {"find", "vow"}
_QUOTED_CLOSING = _CLOSING | {"think", "urge", "deny"}
_REPORTED = frozenset(["say", "state", "tell"])
_REPORTED_TOO = _REPORTED | {"judge", "deny", "describe", "vow"}
_BEGINNINGS = words("questioned") | {"when", "after", "while", "speaking"}
_SHOWN = words("shown")
_NUMERALS = NUMERALS | {"half", "one"}
LONGEST_SUBJECT = 6  # tokens of what is said before ", he explained,"
LONGEST_SIGHT = 12  # tokens of "seen by two of our reporters"
_JOINTS = frozenset(["where", "that", "and", "but", "because", "while", "when", "whose"])
_JOINTS |= {"who", "which", "since"}
_RELATIVE = frozenset(["that", "which", "who"])
_VIEWING = frozenset(["taken", "seen", "viewed", "given", "put"])  # Taken together, he said, …
_MEASURING = frozenset(["only", "even", "just", "nearly", "almost", "roughly", "approximately"])
_AMOUNTS = frozenset(["about", "around", "over", "under", "up to", "at least", "as many as"])
_SUBORDINATE = frozenset(["when", "after", "as", "if", "while", "although", "though", "because"])


def closes(tokens: Sequence[Token], frame: Attribution) -> bool:
    """Does the frame stand after what is said? "Q," X said.   Clause, X said."""
    first = frame.first
    if frame.subject is None or first == 0 or frame.cue.kind not in _QUOTED_CLOSING:
        return False
    if relative_before(tokens, frame.cue.first):
        return False  # “…,” one man, who asked not to be named, said
    before = tokens[first - 1]
    if before.text == "," and first >= 2 and is_quote(tokens[first - 2]):
        before = tokens[first - 2]
    if is_quote(before):
        return _closes_quotation(tokens, frame, before)
    advised = frame.cue.kind == "urge" and tokens[frame.cue.first].low.startswith("recommend")
    if not (advised or frame.cue.kind in _CLOSING) or frame.cue.participle:
        return False
    according = frame.cue.kind == "according"
    if before.text not in DASHES and not (
        according and before.kind == WORD and _ends(tokens, frame.tail.at)
    ):
        return False
    begin, end = trimmed(tokens, 0, first)
    if _breaks_a_clause(tokens, frame) or is_cleft(tokens, frame):
        return True
    whole = _has_main_clause(tokens, begin, end) or _holds_quoted_verb(tokens, begin, end)
    if tokens[begin].low in _BEGINNINGS and not (according or frame.inverted or whole):
        return False
    quoted = frame.tail.opening == "quote" and tokens[frame.tail.at - 1].text == ","
    if frame.tail.opening != "end" and not quoted:
        return False
    named = tokens[frame.subject.end - 1].capital and not is_time(tokens, end - 1)
    short = tokens[begin].low in PRONOUNS or (frame.inverted and named)
    enough = 2 if short else 3  # He was not, he said.   Not so, said X.
    if whole or clauses.has_verb(tokens, begin, end):
        return end - begin >= enough
    return end - begin >= (2 if frame.inverted and named else 5) and _opens_clause(tokens, begin)


def _holds_quoted_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`Staffing at all sites “meets or exceeds” the rules, …`: the words go on after the quoted."""
    for at in range(begin + 1, end - 1):
        quote = tokens[at].quote
        if quote and quote.begins.islower() and tokens[at + 1].kind == tokens[at - 1].kind == WORD:
            return True
    return False


def _has_main_clause(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`When it snapped, the line swung, …`"""
    if tokens[begin].low not in _SUBORDINATE or tokens[begin + 1].low.endswith("ed"):
        return False
    comma = next((at for at in range(begin, end) if tokens[at].text == ","), end)
    rest = [token.low for token in tokens[comma + 2 : end]]
    return any(low in AUXILIARIES or is_past(low) for low in rest)


def is_cleft(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`It was Oslo, Brook said, that had refused.`"""
    after = frame.cue.end + 1
    if tokens[0].low != "it" or after >= len(tokens) or not comma_at(tokens, frame.cue.end):
        return False
    return tokens[1].low in ("is", "was") and tokens[after].low in ("that", "who", "which")


def _opens_clause(tokens: Sequence[Token], begin: int) -> bool:
    """A noun phrase opens, and no `On Monday` or `Later`: its verb is one that is not known."""
    begin = _past_measure(tokens, begin)
    led = is_adverb(tokens[begin]) and comma_at(tokens, begin + 1)  # Additionally, waste …
    begin += 2 * led
    opening = tokens[begin]
    named = opening.capital or led
    named = named and begin + 1 < len(tokens) and not opening.low.endswith(("ing", "ed"))
    counted = opening.kind == NUMBER or opening.low in DETERMINERS or opening.low in _NUMERALS
    return (named or counted) and not (
        opening.low in PREPOSITIONS
        or opening.low in CONJUNCTIONS
        or is_adverb(opening)
        or (_is_when(tokens, begin) and not _may_be_singular_verb(tokens, begin + 2))
    )


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    """`Monday`, `This week`"""
    return is_time(tokens, at) or is_time(tokens, at + 1)


def _may_be_singular_verb(tokens: Sequence[Token], at: int) -> bool:
    """`This year | marks`, `Each week | shaves`"""
    low = tokens[at].low if at < len(tokens) else ""
    return low.endswith("s") and not tokens[at].capital and low not in DETERMINERS | PREPOSITIONS


def _past_measure(tokens: Sequence[Token], begin: int) -> int:
    """Past `only`, `nearly`, and past `about`, `at least` before a number."""
    if tokens[begin].low in _MEASURING:
        return begin + 1
    for size in (1, 2, 3):
        at = begin + size
        counted = at < len(tokens) and (tokens[at].kind == NUMBER or tokens[at].low in _NUMERALS)
        if counted and " ".join(token.low for token in tokens[begin:at]) in _AMOUNTS:
            return at
    return begin


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) - 1


def reports_a_saying(tokens: Sequence[Token], frame: Attribution, before: Attribution) -> bool:
    """`X said that …, according to Y` or `, the agency reported`: the words are X's."""
    according = frame.cue.kind == "according"
    says = before.cue.kind in (_REPORTED_TOO if according else _REPORTED)
    who = before.subject is not None and not relative_before(tokens, before.cue.first)
    if "had" in (tokens[at].low for at in range(max(0, before.cue.first - 2), before.cue.first)):
        return False  # Ada Brook had warned that …, the ministry said
    main = before.cue.first < frame.first and not clauses.has_verb(tokens, 0, before.first)
    named = according or _is_named(tokens, frame)
    if not (who and says and main and named):
        return False
    begin = content_begin(tokens, before.cue, before.tail, frame.first)
    return before.tail.opening != "quote" and begin is not None


def _is_named(tokens: Sequence[Token], frame: Attribution) -> bool:
    """Is it a paper, a ministry, a spokesman by name, and not `three people briefed on it`?"""
    if frame.subject is None:
        return False
    names = tokens[frame.subject.first : frame.subject.end]
    last = names[-1].low
    if last in ("officials", "sources", "diplomats", "witnesses"):
        return False  # two U.S. officials said
    office = last in BODY_WORDS or last.startswith("spokes")
    return office or any(token.capital for token in names)


def _breaks_a_clause(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`The deal, he said, will be signed.`: the verb of what is said comes after."""
    at = frame.tail.at + 1
    if frame.tail.opening != "end" or not comma_at(tokens, at - 1) or at >= len(tokens):
        return False
    while at + 1 < len(tokens) and is_adverb(tokens[at]) and tokens[at + 1].kind == WORD:
        at += 1  # The president, aides said, grudgingly admired it
    low, left = tokens[at].low, tokens[frame.first - 2].low
    opening = tokens[0].low in PREPOSITIONS or tokens[0].low in CONJUNCTIONS
    opening = opening or is_adverb(tokens[0]) or tokens[0].low in _VIEWING
    opening = (opening and not _past_measure(tokens, 0)) or _is_when(tokens, 0)
    apart = opening and frame.first > 1 and tokens[frame.first - 1].text == ","
    begun = len(tokens) - at > 3 and tokens[at].kind == WORD and frame.first < 5
    begun = begun and low not in PREPOSITIONS and low not in CONJUNCTIONS and low[-3:] != "ing"
    apart = apart and low not in _RELATIVE
    told = frame.cue.kind == "tell" and tokens[frame.cue.first].low[:3] in ("tol", "tel")
    if apart and not told and (begun or clauses.has_verb(tokens, at, len(tokens))):
        return True  # If elected, he said, he would go.   Then again, he said, they own many.
    if low in _RELATIVE:
        return False  # In May, the sides agreed, which …
    torn = low in AUXILIARIES or low in VERBS or left in AUXILIARIES
    if low.endswith("ed") and not clauses.has_verb(tokens, 0, frame.first - 1):
        torn = True  # The cat, he adds, lived to be nineteen.
    if not opening and not frame.cue.weak and frame.first < LONGEST_SUBJECT:
        whole = clauses.has_verb(tokens, 0, frame.first - 1)
        torn = torn or (not whole and _may_be_verb(tokens[at]))
    return tokens[frame.first - 1].text == "," and torn


def _may_be_verb(token: Token) -> bool:
    """`Measles and cholera, he explained, kill most of them`: no noun phrase begins there."""
    low = token.low
    small = low in PREPOSITIONS or low in CONJUNCTIONS or low in DETERMINERS or low in PRONOUNS
    plain = token.kind == WORD and not token.capital and not is_adverb(token)
    return plain and not small and not low.endswith("ing")


def _closes_quotation(tokens: Sequence[Token], frame: Attribution, before: Token) -> bool:
    opening, at = frame.tail.opening, frame.tail.at
    if opening in ("end", "quote"):  # would not “invade” the money Oslo wanted to spend
        return frame.cue.kind != "think" or last_quoted(before) in ",?!—…"
    if opening == "that" and last_quoted(before) == "," and frame.cue.kind == "tell":
        return True  # “…,” she told them in a hall that was cold
    if opening == "bare" and last_quoted(before) == "," and frame.cue.weak:
        return True  # “…,” Brook wrote to them inviting them to the talks he will lead
    if opening in ("that", "whether") or last_quoted(before) not in ",?!—…-":
        return False
    return not clauses.is_clause(tokens, at, len(tokens))


def is_beside_subject(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`The representative, noting that …, said …`: the main verb is still to come."""
    first = frame.cue.first
    while first > 1 and is_adverb(tokens[first - 1]):
        first -= 1
    apart = frame.cue.participle and first > 1 and tokens[first - 1].text == ","
    told = any(is_verb(token.low) for token in tokens[: first - 1])  # “…,” she said, adding that
    return apart and not told and not clauses.has_verb(tokens, 0, first - 1)


def is_inserted(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`where, according to Brook, it rained`, `and, she said, it snowed`, `who, she said, “…”`."""
    first, at = frame.first, frame.tail.at
    if first > 2 and frame.tail.opening == "quote" and tokens[at - 1].text == ",":
        return tokens[first - 2].low in _RELATIVE and tokens[first - 1].text == ","
    if first < 3 or frame.tail.opening != "end" or not comma_at(tokens, at):
        return False
    joined = tokens[first - 2].low in _JOINTS and tokens[first - 1].text == ","
    relative = tokens[first - 2].low in _RELATIVE
    verb = relative and len(tokens) - at > 4 and _may_be_verb(tokens[at + 1])
    past = relative and any(is_past(token.low) for token in tokens[at + 2 :])
    return joined and (verb or past or clauses.has_verb(tokens, at + 1, len(tokens)))


def is_subordinate(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`When Brook suggested that it was over, …`"""
    opening = tokens[0].low in _SUBORDINATE and frame.first < 4
    return opening and not is_as_told(tokens, frame)


def is_in_opening(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`Commenting on reports alleging that it was over, Y said …`"""
    before = tokens[: frame.cue.first]
    apart = any(token.text == "," for token in before)
    doing = bool(before) and not apart and before[0].low.endswith("ing")
    return doing and not clauses.has_verb(tokens, 0, len(before))


def is_relative(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`Ada Brook, who said it was over, left`: the main verb is still to come."""
    relative = relative_before(tokens, frame.cue.first)
    relative = relative or tokens[frame.cue.first - 1].low == "who"
    relative = relative or _is_within_relative(tokens, frame)
    return relative and not _has_main_verb(tokens, frame)


def _is_within_relative(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`Brook, who Oslo said may stand, …`, `topics, which envoys say risk it, …`"""
    first = frame.first
    relative = first > 1 and tokens[first - 1].low in ("who", "which", "whom")
    return relative and tokens[first - 2].text == ","


def _has_main_verb(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`Also there was Brook, who said that …`: what follows is all said."""
    who = frame.cue.first - 1
    while who > 0 and tokens[who].low not in ("who", "which"):
        who -= 1
    return clauses.has_verb(tokens, 0, who)


def is_as_told(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`As the minister noted, the talks were useful.`"""
    at, kind = frame.tail.at, frame.cue.kind
    told = frame.tail.opening == "end" and kind in ("say", "state", "uphold", "tell")
    itself = len(tokens) > 1 and tokens[1].low in AGENCIES  # As TASS reported
    if itself or not told or frame.first or tokens[0].low != "as" or not comma_at(tokens, at):
        return False
    return clauses.has_verb(tokens, at + 1, len(tokens))


def past_sight(tokens: Sequence[Token], at: int) -> int:
    """Past `seen by this newspaper,` beside a document; else `at`."""
    lodged = at + 1 < len(tokens) and (tokens[at].low in _SHOWN or is_past(tokens[at].low))
    if not lodged or tokens[at + 1].low not in ("by", "in", "on", "last"):
        return at
    near = range(at + 2, min(len(tokens), at + LONGEST_SIGHT))
    return next((i + 1 for i in near if tokens[i].text == ","), at)


def is_said_again(
    tokens: Sequence[Token], closing: Attribution, frames: Sequence[Attribution]
) -> bool:
    """`Officials say that the man, they say, had gone`: once more whoever opens the sentence."""
    who = closing.subject
    pronoun = who is not None and tokens[who.first].low in PRONOUNS and closing is not frames[0]
    first = frames[0].subject
    if frames[0].cue.participle:
        return False  # They saw messages saying it would come, he said.
    said = frames[0].cue.kind in ("say", "state", "tell") and frames[0].tail.opening != "end"
    said = said or (frames[0].cue.kind == "uphold" and frames[0].tail.opening == "that")
    return pronoun and said and first is not None and first.first == 0


def who_includes(frame: Attribution, frames: Sequence[Attribution]) -> Attribution | None:
    """`“…,” two sources | briefed | on the matter said`, `state officials said`: the attribution
    to whose subject the verb of `frame` belongs.
    """
    for other in frames:
        who = other.subject
        if who and other is not frame and who.first <= frame.cue.first < who.end:
            return other
    return None


def is_beside_name(frame: Attribution, closing: Attribution) -> bool:
    """`"…," said Ada Brook, who had assured them that …`: within what stands beside the name."""
    who = closing.subject
    return who is not None and who.office_first < frame.cue.first < who.office_end
