"""Two texts, from a little before to a little after where they differ."""

from __future__ import annotations

AROUND = 40  # characters shown around what changed in a long text
LONGEST = 600  # characters


def cut_to_the_change(old: str, new: str) -> tuple[str, str]:
    """Both texts, each with a sign where it is cut."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return _cut(old, head, tail), _cut(new, head, tail)


def _cut(text: str, head: int, tail: int) -> str:
    start, end = max(0, head - AROUND), min(len(text), len(text) - tail + AROUND)
    words = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
