"""Whoever stands after the verb: `…, said Ada Brook, the minister.`, `…, said two who saw it.`"""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb
from .cues import Cue
from .found import is_quote
from .lexicon import AUXILIARIES, PRONOUNS
from .sources import NEAR, RELATIVE, comma_at
from .subjects import subject_after
from .tokens import Token, low_at

_RELATIVE = RELATIVE | {"whom", "where", "when", "that"}


def may_invert(tokens: Sequence[Token], cue: Cue) -> bool:
    """`"…," said X`, `…, said X`, `Said X: …`; not `“…,” told reporters`."""
    if cue.kind == "tell" and tokens[cue.first].low != "warned":
        return False
    if cue.first == 0:
        return True
    before = tokens[cue.first - 1]
    return is_quote(before) or before.text in (",", "—", "–", "--")


def past_inserted_day(tokens: Sequence[Token], at: int) -> int:
    """Past `, on Tuesday in Dakhla,` of `…, said, on Tuesday in Dakhla, Ada Brook.`"""
    if not comma_at(tokens, at) or low_at(tokens, at + 1) not in ("on", "here"):
        return at
    near = range(at + 2, min(len(tokens), at + NEAR))
    return next((index + 1 for index in near if tokens[index].text == ","), at)


def closes_inverted(tokens: Sequence[Token], cue: Cue) -> bool:
    """`…, said Ada Brook.`, `…, said Ada Brook, the minister.`: nothing else follows the name."""
    warned = tokens[cue.first].low == "warned"
    closing = warned or cue.kind in ("say", "state", "uphold")
    if not closing or not comma_at(tokens, cue.first - 1):
        return False
    after = subject_after(tokens, cue.end, len(tokens))
    if after is None or tokens[after.first].low in PRONOUNS:
        return False
    plain = not (after.office_end or tokens[after.end - 1].capital or after.end - after.first == 1)
    if plain and not _is_whole(tokens, cue.first - 1):
        return False  # …, which is new, said investors.
    past = after.office_end or after.end
    return past >= len(tokens) or (past == len(tokens) - 1 and tokens[past].text == ".")


def _is_whole(tokens: Sequence[Token], comma: int) -> bool:
    """`The law, passed in May, had failed,`, `It took two towns, a port and a bridge,`: has one of
    the parts between commas a verb, and is no relative clause?
    """
    begin = 0
    for at in range(comma + 1):
        if tokens[at].text != ",":
            continue
        opening = tokens[begin].low
        resumed = begin > 0 and opening in AUXILIARIES
        if resumed or (opening not in _RELATIVE and has_verb(tokens, begin, at)):
            return True
        begin = at + 1
    return False


def describes_speaker(tokens: Sequence[Token], at: int) -> bool:
    """`who saw it`, `briefed on the plan`: after whoever speaks, up to the end."""
    participle = low_at(tokens, at).endswith(("ed", "ing")) and not has_verb(
        tokens, at, len(tokens)
    )
    return participle or low_at(tokens, at) in RELATIVE
