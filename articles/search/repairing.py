"""Making a query well-formed, whatever was typed; with a sentence for every change."""

from __future__ import annotations

import re
import unicodedata

from . import text

LONGEST = 1_000  # characters
MOST_TERMS = 60
DEEPEST = 12  # brackets within brackets
SHORTEST_PREFIX = 2  # letters before the *
# How far apart the words of "…"~n may stand, by their number; each step further is more work.
FARTHEST = {2: 20, 3: 5}

# Those of query.lark, and other names for them.
_NAMES = ("speaker", "polity", "office", "topic", "source", "occasion", "kind", "lang", "year")
FIELDS = {
    **{name: name for name in (*_NAMES, "from", "to", "on")},
    **{"language": "lang", "state": "polity", "by": "speaker"},
}

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"'))
_LONE_DASH = re.compile(r"(?<!\S)-+(?!\S)")  # “Russia - US”: punctuation
_TOKEN = re.compile(
    r"""
    [^\W\d_]+:"[^"]*"           # a field, speaker:"sergey lavrov"
    | "[^"]*"(?:~\d*)?          # a phrase, or words near each other
    | [()]
    | -
    | [^\s()"-][^\s()"]*        # a word, a prefix, or a field with a value of one word
    """,
    re.VERBOSE,
)
_FIELD = re.compile(r'([^\W\d_]+):(?!//)("?)([^"]*)\2')
_PLAIN = re.compile(r"\w[\w-]*")
_OPERATORS = ("AND", "OR", "NOT", "-")


def repair(typed: str) -> tuple[list[str], list[str]]:
    """The tokens of a well-formed query, and the sentences."""
    notices: list[str] = []
    clean = "".join(
        " " if unicodedata.category(char)[0] in "CZ" else char for char in typed
    ).translate(_QUOTES)
    clean = _LONE_DASH.sub(" ", clean)
    if len(clean) > LONGEST:
        clean = clean[:LONGEST].rsplit(" ", 1)[0]
        notices.append(f"Only the first {LONGEST:,} characters were searched.")
    if clean.count('"') % 2:
        clean += '"'
        notices.append("A quotation mark was not closed; it was closed at the end.")
    tokens = [kept for token in _TOKEN.findall(clean) for kept in _terms(token, notices)]
    tokens = _bounded(tokens, notices)
    tokens = _balanced(tokens, notices)
    tokens = _joined(tokens, notices)
    return tokens, list(dict.fromkeys(notices))


def written(tokens: list[str]) -> str:
    """The tokens as a person would type them."""
    text = ""
    for before, token in zip(["(", *tokens], tokens, strict=False):
        close = before in ("(", "-") or token == ")"
        text += token if close else f" {token}"
    return text


def field_typed(name: str, value: str) -> str:
    """speaker:lavrov; quoted where the value is more than a word or a date."""
    return f"{name}:{value}" if _PLAIN.fullmatch(value) else f'{name}:"{value}"'


# --- terms ---------------------------------------------------------------------------------------


def _terms(token: str, notices: list[str]) -> list[str]:
    """What a token of the raw text becomes: itself, its parts, or nothing."""
    if token in ("(", ")", *_OPERATORS):
        return [token]
    if token.startswith('"'):
        return _phrase(token, notices)
    if field := _FIELD.fullmatch(token):
        return _field(field.group(1), field.group(3), notices)
    if "*" in token:
        return _prefix(token, notices)
    return [token] if text.tokens(token) else []


def _phrase(token: str, notices: list[str]) -> list[str]:
    phrase, _, apart = token.rpartition('"')
    phrase += '"'
    words = len(text.tokens(phrase))
    if not words:
        return []
    if not apart:
        return [phrase]
    if words not in FARTHEST:
        notices.append("“~” counts after two or three words in quotation marks; it was left out.")
        return [phrase]
    wanted, farthest = apart.lstrip("~") or "1", FARTHEST[words]
    if len(wanted) > 4 or int(wanted) > farthest:
        notices.append(f"“~” goes up to {farthest} for {words} words; that many were searched.")
        wanted = str(farthest)
    return [f"{phrase}~{int(wanted)}"]


def _field(name: str, value: str, notices: list[str]) -> list[str]:
    field = FIELDS.get(name.lower())
    value = " ".join(value.split())
    if field and not text.tokens(value):
        notices.append(f"“{name}:” needs a value after it, without a space: {field}:… .")
        return []
    if field:
        return [field_typed(field, value)]
    if value:
        notices.append(f"There is no field “{name}:”; it was searched as words.")
    words = [one for one in (name, value) if text.tokens(one)]
    return [_as_word(one) for one in words]


def _as_word(part: str) -> str:
    """A part of a token that must not be read as anything but a word."""
    return part if _PLAIN.fullmatch(part) and part not in _OPERATORS else f'"{part}"'


def _prefix(token: str, notices: list[str]) -> list[str]:
    """A star means something at the end of a word that is long enough."""
    *words, last = token.split("*")
    stars_at_end = not last
    words = [word for word in [*words, last] if text.tokens(word)]
    if not words:
        notices.append("A * needs the beginning of a word before it, as in sanction*.")
        return []
    *before, beginning = words
    long_enough = len(text.tokens(beginning)[-1]) >= SHORTEST_PREFIX
    if stars_at_end and long_enough and ":" not in beginning:
        words = [*map(_as_word, before), f"{beginning}*"]
    else:
        words = [_as_word(one) for one in words]
        notices.append(
            f"A * counts only at the end of a word, after at least {SHORTEST_PREFIX} letters; "
            "it was left out."
        )
    return [
        kept for word in words for kept in (_terms(word, notices) if word[-1] != "*" else [word])
    ]


# --- structure -----------------------------------------------------------------------------------


def _bounded(tokens: list[str], notices: list[str]) -> list[str]:
    terms = 0
    for place, token in enumerate(tokens):
        if token not in ("(", ")", *_OPERATORS):
            terms += max(1, len(text.tokens(token)))
        if terms > MOST_TERMS:
            notices.append(f"Only the first {MOST_TERMS} words were searched.")
            return tokens[:place]
    return tokens


def _balanced(tokens: list[str], notices: list[str]) -> list[str]:
    """Close brackets that are open, drop those that close nothing or go too deep."""
    kept: list[str] = []
    open_ones: list[bool] = []  # whether the bracket was kept
    for token in tokens:
        if token == "(":
            open_ones.append(sum(open_ones) < DEEPEST)
            if not open_ones[-1]:
                notices.append(f"Brackets more than {DEEPEST} deep were left out.")
                continue
        elif token == ")":
            if not open_ones:
                notices.append("A closing bracket had no opening one; it was left out.")
                continue
            if not open_ones.pop():
                continue
        kept.append(token)
    if open_ones:
        notices.append("A bracket was not closed; it was closed at the end.")
    return kept + [")"] * sum(open_ones)


def _joined(tokens: list[str], notices: list[str]) -> list[str]:
    """Drop empty brackets and operators that have nothing to join, until none is left."""
    while True:
        kept: list[str] = []
        for place, token in enumerate(tokens):
            after = tokens[place + 1] if place + 1 < len(tokens) else ")"
            before = kept[-1] if kept else "("
            opens, ends = before in ("(", *_OPERATORS), after in (")", "AND", "OR")
            if token == ")" and before == "(" and kept:
                kept.pop()
            elif token == "AND" or (token == "OR" and (opens or ends)):
                if opens or ends:
                    notices.append(f"“{token}” joined nothing and was left out.")
            elif token in ("NOT", "-") and (ends or before in ("NOT", "-")):
                notices.append("A minus or NOT had nothing after it and was left out.")
            else:
                kept.append(token)
        if kept == tokens:
            return kept
        tokens = kept
