"""What the reporter says was not told, not done or not confirmed: `but gave no details`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import PRONOUNS, words
from .tokens import Token, low_at

_CHECKED = frozenset(["confirmed", "verified", "corroborated", "clear"])
_DECLINING = frozenset(
    ["would", "did", "could", "declined", "refused", "offered", "gave", "provided"]
)
_NARRATING = words("narrating")
_TELLING = words("telling")


def is_not_told(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`but declined to …`, `but did not say when`, `but gave no details`, `and has since left`: an
    "and" or a "but" stands at `at`.
    """
    if tokens[at].low == "but" and _is_doubted(tokens, at, end):
        return True
    at += low_at(tokens, at + 1, end) in PRONOUNS  # but he did not say when
    following, third = low_at(tokens, at + 1, end), low_at(tokens, at + 2, end)
    unable = following == "was" and third == "unable"
    if unable or following in _NARRATING or (following == "asked" and third == "not"):
        return True
    if following in ("gave", "provided") and third == "no":
        return True
    if following in ("has", "have") and third == "since":
        return True
    verb = low_at(tokens, at + 3, end)
    told = verb in _TELLING and low_at(tokens, at + 4, end) != "so"  # but could not say so
    return following in ("did", "would", "could") and third == "not" and told


def is_unconfirmed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`though he did not say when`, `though the figure could not be confirmed`"""
    verb = low_at(tokens, at + 2, end)
    unsaid = verb in ("would", "could", "did") and low_at(tokens, at + 3, end) != "not"
    return _is_doubted(tokens, at, end) or (verb in _DECLINING and not unsaid)


def _is_doubted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`but the claim could not be independently verified`"""
    if low_at(tokens, at + 1) == "that":
        return False  # but that the visit had not been confirmed
    near = {token.low for token in tokens[at + 1 : min(end, at + 12)]}
    return bool(near & _CHECKED) and "not" in near
