"""Paragraphs: the stretches of a text between line ends that were meant."""

from __future__ import annotations

import re

# Lines of hard-wrapped text are no longer than this; longer ones are paragraphs.
_WRAPPED_WIDTH = 100
_SHORTEST_WRAPPED = 45
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = tuple(".!?:”\"’'»")
_OPENERS = tuple("“\"‘'«„-*•")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs of a text as (start, end) in code points, in order.

    A line is a paragraph, but for lines that were only wrapped at some width.
    """
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    is_wrapped = all(
        end - start <= _WRAPPED_WIDTH or " " not in text[start:end].strip() for start, end in lines
    )
    if not is_wrapped:
        return tuple(lines)
    joined: list[tuple[int, int]] = []
    last = (0, 0)
    for line in lines:
        if joined and _goes_on(text, last, line):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        last = line
    return tuple(joined)


def _goes_on(text: str, last: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line is the rest of the wrapped line before it."""
    between = text[last[1] : line[0]].replace("\r\n", "\n")
    if len(between) > 1 or last[1] - last[0] < _SHORTEST_WRAPPED:
        return False
    following = text[line[0] : line[1]].lstrip()
    if following[0].islower():
        return True
    return not text[max(0, last[1] - 3) : last[1]].rstrip().endswith(
        _SENTENCE_END
    ) and not following.startswith(_OPENERS)
