"""What a verb of saying is by the words after it: `claimed to have`, `called her mother`."""

from __future__ import annotations

from collections.abc import Sequence

from .addressees import after_whom
from .lexicon import (
    AUXILIARIES,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    FINDINGS,
    PREPOSITIONS,
    words,
)
from .tenses import is_past
from .tokens import NUMBER, QUOTE, WORD, Token, low_at
from .weakverbs import NEAR, PHRASE_WITHIN, clause_follows

LONGEST_BLAMED = 12  # tokens of whom somebody holds responsible
SOON = 6  # tokens within which who finds must be named, where the verb is a second one
_DEMANDED = ("the", "a", "an", "their", "information", "answers", "justice", "action")
_ORDERING = frozenset(["ordered", "orders", "directed", "directs", "instructed", "instructs"])
_ORDERING |= {"assigned", "assigns", "tasked", "requests", "dared"}
_SUBJUNCTIVE = frozenset(["demanding", "demanded", "suggested", "proposed", "suggests", "proposes"])
_POSITIONS = frozenset(["opposition", "rejection", "stance", "call", "calls", "demand", "demands"])
_POSITIONS |= {"support", "denial", "denials", "warning", "threat", "claim", "claims", "appeal"}
_ENDS_WHOM = PREPOSITIONS - {"of"}
_HUNDREDS = frozenset(["several", "hundreds", "thousands", "dozens", "half", "nearly"])
_LIVES = frozenset(["lives", "life", "victims", "casualties"])
_CLAIMING = frozenset(["claimed", "claims", "claiming"])
_HOLDING = frozenset(["held", "holds", "holding"])
_CLAIMED = words("claimed")
_REACTING = words("reacting") - {"asked"}
_QUESTIONABLE = words("questionable")
_SOUGHT = words("sought")
_UPHELD = words("upheld")
_COURTS = ("court", "tribunal", "ruling", "verdict")


def says_nothing(tokens: Sequence[Token], index: int, kind: str) -> bool:
    """Is the verb of this kind no saying, whatever comes: `called her mother`, `held in …`?"""
    word, following = tokens[index].low, low_at(tokens, index + 1)
    if following in ("anonymity", "confidentiality"):
        return True  # who requested anonymity
    if word.startswith("appeal") and _is_of_law(tokens, index + 1):
        return True
    if word in _CLAIMING and any(token.low in _LIVES for token in tokens[index : index + SOON + 1]):
        return True  # the outbreak has claimed at least 640 lives
    if word.startswith("inform") and _is_about(tokens, index + 1):
        return True  # informed the delegation about the visit
    if word.startswith("agree") and following == "to":
        return True  # agreed to ensure that
    if word == "sworn" and following not in ("to", "that"):
        return True  # sworn statements
    if kind == "vow" and low_at(tokens, index - 2) in ("was", "were", "is", "are"):
        return tokens[index - 1].kind == QUOTE  # was “fully” committed to it
    if word.startswith(("continu", "begs", "begged")) and following == "to":
        return True
    if word in _REACTING and following in ("on", "to"):
        return True  # Commenting on reports that …
    if word.startswith("challeng") and not _orders(tokens, index + 1):
        return True
    if word.startswith("hammer") and following == "away":
        return True
    if word == "ruling" and following == "that" and is_past(low_at(tokens, index + 2)):
        return True  # a ruling that refused to end it
    if word == "reading":
        return tokens[min(index + 1, len(tokens) - 1)].kind != QUOTE  # signs reading “Go”
    if word == "adding" and _is_score(tokens, index + 1):
        return True  # adding 113 for the fourth wicket
    if word.startswith("respond") and following == "to":
        return not any(t.kind == QUOTE for t in tokens[index + 1 : index + PHRASE_WITHIN + 2])
    if word.startswith("accept") or word in _HOLDING:
        blaming = word in _HOLDING and _blames(tokens, index + 1)
        return following != "that" and not blaming  # detained and held in conditions
    if word == "compared":
        return following in ("with", "to") and low_at(tokens, index - 1) == ","
    if word == "called" and following == "her":
        return _is_telephoned(tokens, index + 2)
    if kind == "find" and word.startswith("put"):
        return not is_share(tokens, index + 1)  # received and put on record
    if word == "estimated" and following in (".", ","):
        return False  # …, police estimated.
    if word.startswith("estimate") and clause_follows(tokens, index + 1):
        return False  # the ministry estimates the bill has reached a million
    return kind == "find" and not _is_found(tokens, index)  # he had been there and found that


def sure_kind(tokens: Sequence[Token], index: int, kind: str) -> str:
    """The kind of which the verb surely is with what follows; "" where that tells nothing."""
    word, following = tokens[index].low, low_at(tokens, index + 1)
    if word in _HOLDING and _blames(tokens, index + 1):
        return "judge"
    if word.startswith("questioned") and _is_questionable(tokens, index + 1):
        return "judge"
    if kind == "vow" and following == "to" and not word.startswith(("commit", "offer")):
        return "vow"  # promised to debate him
    if word.startswith(("propos", "recommend", "suggest")) and following.endswith("ing"):
        return kind
    if following == "to" and (word.startswith("propos") or word in _CLAIMING):
        return "vow"  # claimed to have helped
    if word in ("pressed", "presses") and _orders(tokens, index + 1):
        return "urge"  # pressed the new president to stay
    if word in ("proposed", "proposes") and _is_counted_or(("the", "a", "an"), tokens, index + 1):
        return "urge"
    if word == "demanding" and _is_counted_or(_DEMANDED, tokens, index + 1):
        return "urge"
    if word.startswith("protest") and following in DETERMINERS and word[-1] in "ds":
        return "judge"  # protested the arrest
    if word in _SUBJUNCTIVE and _is_named_to(tokens, index + 1):
        return "urge"  # demanding Pell call it off, suggested Oslo open its market
    if word in ("repeated", "repeats", "renewed", "renews") and any(
        t.low in _POSITIONS for t in tokens[index + 2 : index + 5]
    ):
        return "uphold"  # repeated Oslo's opposition to it
    if word in ("challenged", "challenges") and _orders(tokens, index + 1):
        return "urge"  # challenged his rival to publish it
    if word == "welcomes" and following in DETERMINERS:
        return "judge"
    if word in ("underlines", "underscores", "highlights") and any(
        token.low in _UPHELD for token in tokens[index + 1 : index + SOON]
    ):
        return "uphold"  # underlines the need for it
    if word == "sought" and any(t.low in _SOUGHT for t in tokens[index + 1 : index + SOON]):
        return "urge"  # sought immediate release of the grant
    if word in _CLAIMING and following in _CLAIMED:
        return "uphold"  # claimed victory
    if word in _ORDERING and _orders(tokens, index + 1):
        return kind
    if word == "warning" and low_at(tokens, index - 1) not in DETERMINERS | {"'s", "and"}:
        return kind if clause_follows(tokens, index + 1) else ""  # with experts warning it would
    if word == "forecast" and _forecasts(tokens, index):
        return "uphold"
    if word.startswith("estimat") and is_share(tokens, index + 1):
        return "find"
    return ""


def _is_counted_or(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    """`40 billion euros`, `a fund`"""
    if at >= len(tokens):
        return False
    return tokens[at].low in words or tokens[at].kind == NUMBER or tokens[at].text in "$€£¥₹"


def _is_score(tokens: Sequence[Token], at: int) -> bool:
    """`113 for`, `three to`"""
    return at < len(tokens) and tokens[at].kind == NUMBER and low_at(tokens, at + 1) in PREPOSITIONS


def _is_named_to(tokens: Sequence[Token], at: int) -> bool:
    """A name with a verb in its base form: `Pell call it off`."""
    if at + 1 >= len(tokens) or not tokens[at].capital:
        return False
    joint = tokens[at + 1].low == "and" and at + 3 < len(tokens) and tokens[at + 2].capital
    following = tokens[at + 1 + 2 * joint]  # Oslo and Rome open
    small = following.low in PREPOSITIONS or following.low in CONJUNCTIONS | AUXILIARIES
    plain = following.kind == WORD and not following.capital and not small
    return plain and not following.low.endswith(("s", "ed", "ing", "ly"))


def _is_about(tokens: Sequence[Token], begin: int) -> bool:
    near = [token.low for token in tokens[begin : begin + SOON]]
    return "about" in near and "that" not in near


def _blames(tokens: Sequence[Token], begin: int) -> bool:
    """`held | the army responsible`; not `be held | accountable`"""
    for at in range(begin, min(len(tokens), begin + LONGEST_BLAMED)):
        if tokens[at].low in ("responsible", "accountable"):
            return at > begin
        if tokens[at].kind != WORD:
            break
    return False


def is_share(tokens: Sequence[Token], begin: int) -> bool:
    """`him at 43 percent`, `the toll at over 60`, `it at somewhere between $1 million and …`"""
    for at in range(begin, min(len(tokens) - 1, begin + NEAR)):
        if tokens[at].low == "at":
            near = tokens[at + 1 : at + 5]
            if near[0].kind == QUOTE:
                return True  # put the figure at “half of that”
            return any(_is_figure(token) for token in near)
    return False


def _is_figure(token: Token) -> bool:
    """`60`, `$`, `N400`, `several hundred million`"""
    if token.low in _HUNDREDS:
        return True
    return token.kind == NUMBER or token.text in "$€£¥₹" or token.text[-1].isdigit()


def _orders(tokens: Sequence[Token], begin: int) -> bool:
    """`ordered the city to close it`; not `ordered an audit`"""
    thing = low_at(tokens, begin) in ("a", "an")
    told = None if thing else after_whom(tokens, begin, len(tokens))
    if told is not None and tokens[told].low == "to":
        return True
    near = tokens[begin + 1 : begin + PHRASE_WITHIN + 2]
    to = next((i for i, token in enumerate(near) if token.low == "to"), None)
    return to is not None and not any(t.kind != WORD or t.low in _ENDS_WHOM for t in near[:to])


def _forecasts(tokens: Sequence[Token], index: int) -> bool:
    """`Analysts | forecast | heavy rain`; not `its profit forecast for the year`"""
    before, following = low_at(tokens, index - 1), tokens[index + 1 : index + 2]
    someone = before in BODY_WORDS or (before.endswith("s") and before != "'s") or before == "has"
    thing = bool(following) and following[0].kind in (WORD, NUMBER)
    small = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
    return someone and thing and following[0].low not in small


def _is_found(tokens: Sequence[Token], index: int) -> bool:
    """Is there a study, a court, somebody by name before, that may find?"""
    joined = low_at(tokens, index - 1) == "and"
    at = index - 1
    while at > 0 and tokens[at].low in ("also", "then", "has", "had"):
        at -= 1
    told = low_at(tokens, index + 1) == "that" and at >= 0
    if told and (tokens[at].low == "it" or (tokens[at].text.isupper() and at < 3)):
        return True  # it also found that, the NAO found that
    return any(token.low in FINDINGS for token in tokens[: SOON if joined else index])


def _is_of_law(tokens: Sequence[Token], begin: int) -> bool:
    """`a federal appeals court`, `appealed to the full court`"""
    return any(token.low.startswith(_COURTS) for token in tokens[begin : begin + 5])


def _is_telephoned(tokens: Sequence[Token], at: int) -> bool:
    """`called her mother.`; not `called her a liar`"""
    noun = at < len(tokens) and tokens[at].kind == WORD and tokens[at].low not in DETERMINERS
    past = at + 1 >= len(tokens) or tokens[at + 1].text in (".", ",")
    return noun and past


def _is_questionable(tokens: Sequence[Token], index: int) -> bool:
    """`questioned the timing of the report`; not `questioned a suspect`"""
    return any(token.low in _QUESTIONABLE for token in tokens[index : index + 4])
