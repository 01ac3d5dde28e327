"""Stems: what the forms of an English word share, good enough to tell that two sentences meet."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    form: verb
    for verb, forms in {
        "meet": "met", "run": "ran", "win": "won", "take": "took taken", "give": "gave given",
        "send": "sent", "hold": "held", "pay": "paid", "buy": "bought", "sell": "sold",
        "speak": "spoke spoken", "write": "wrote written", "leave": "left", "lose": "lost",
        "find": "found", "make": "made", "build": "built", "break": "broke broken", "shut": "shut",
        "begin": "began begun", "fall": "fell fallen", "rise": "rose risen", "choose": "chosen",
        "steal": "stole stolen", "keep": "kept", "bring": "brought", "go": "went gone",
        "know": "knew known", "draw": "drew drawn", "withdraw": "withdrew withdrawn",
        "hide": "hid hidden", "spend": "spent", "tell": "told", "say": "said", "see": "saw seen",
        "get": "got gotten", "ring": "rang rung",
        "sue": "sued suing", "lie": "lied lying", "die": "died dying",
        "forgive": "forgave forgiven", "strike": "struck", "shoot": "shot", "fight": "fought",
    }.items()
    for form in forms.split()
}  # fmt: skip
_ENDINGS = (
    "ization", "isation", "ements", "ations", "ement", "ments", "ation", "ities", "ness", "ment",
    "ings", "ions", "ing", "ies", "ion", "ity", "ers", "ors", "ied", "ed", "es", "er", "or", "ly",
    "al", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 3
"""Letters that have to stay."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded word: "endorsed" and "endorsement" share "endors"."""
    plain = word.removesuffix("'s").replace("'", "")
    plain = _IRREGULAR.get(plain, plain)
    if not plain.isalpha():
        return plain
    for _ in range(2):
        for ending in _ENDINGS:
            if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
                if ending == "s" and plain.endswith("ss"):
                    continue
                plain = plain[: -len(ending)]
                break
        else:
            break
    if len(plain) > _SHORTEST and plain[-1] == plain[-2] and plain[-1] not in "aeiou":
        plain = plain[:-1]
    return plain
