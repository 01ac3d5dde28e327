"""The language of a text, by its commonest small words or its script; empty when in doubt."""

from __future__ import annotations

import re

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 12
_CLEAR = 0.08
_SMALL_WORDS = {
    "en": "the and of to in that is was for it with as his her on be at by he she they not said",
    "es": "el la los las de del que y en un una por con para su se lo como más pero fue al es",
    "fr": "le la les des du de et en un une que qui dans pour par sur pas est au aux plus avec il",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch hat",
    "pt": "o os as da do das dos que e em um uma para com não por mais foi ao no na se como",
    "it": "il lo gli della del di che e un una per con non sono alla nel da dei le si come più",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als door maar bij",
    "sv": "och att det som en på är av för med till den har inte om ett han men var sig från",
    "pl": "w i na z że się do nie jest to o jak po od za przez dla ale tym oraz był",
    "tr": "ve bir bu için de da ile olarak çok daha olan gibi ne kadar sonra ancak en",
    "ru": "и в не на что он с как это по но его к из у за от так для о же",
    "uk": "і в не на що з до як та це за від про його для але у й також який",
    "id": "yang dan di dengan untuk ini itu dari tidak pada dalam akan ke juga oleh",
}
_SETS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
# Of all letters: a quotation in another script is no language of the text.
_MOST_LETTERS = 0.3


def language_of(text: str) -> str:
    """Return the language as a BCP 47 code, or nothing if the text is too short or not clear."""
    sample = text[:_SAMPLE]
    letters = sum(map(len, _WORD.findall(sample)))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > _MOST_LETTERS * letters:
            return code
    words = _WORD.findall(sample.casefold())
    if len(words) < _FEWEST:
        return ""
    shares = sorted(
        (sum(word in known for word in words) / len(words), code) for code, known in _SETS.items()
    )
    (second, _), (first, code) = shares[-2:]
    return code if first >= _CLEAR and first >= 1.5 * second else ""
