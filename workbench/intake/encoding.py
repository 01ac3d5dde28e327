"""Bytes to text: strictly, and never to a text that merely looks like one."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from workbench.core.error import UserError
from workbench.intake.kind import refusal

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings a page may declare, and what browsers read by them (WHATWG Encoding Standard, 4.2).
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
} | {
    name: name
    for name in (
        *(f"cp{number}" for number in (866, 874, 932, 949, *range(1250, 1259))),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gb18030", "big5hkscs"),
        *("euc_jp", "iso2022_jp"),
    )
}
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPE = "\x1b"
_MOST_CONTROLS = 1 / 500
# Enough of a text to tell its language by.
_SAMPLE = 200_000
_WORD = re.compile(r"[^\W\d_]+")
_PUNCTUATION = frozenset("\xa0“”‘’–—…•·«»‹›¡¿€£¥§©®™°ºª±²³½¼¾×´¨")


class _Language(NamedTuple):
    """What tells that a text is in a language: its commonest words, and its letters."""

    words: frozenset[str]
    letters: frozenset[str]


def _language(words: str, letters: str) -> _Language:
    return _Language(frozenset(words.split()), frozenset(letters + letters.upper()))


# Languages of western Europe, which Windows-1252 was made for, by words that others do not have.
_WESTERN = (
    _language(
        "the of and that for was with said is from will not it has have this but are",
        "éèêëïñöüçáíóôä",
    ),
    _language("le les des une est pour dans que qui du avec sur et ne pas", "àâçéèêëîïôùûüÿœæ"),
    _language("der die und das nicht mit ist den von ein zu", "äöüßé„‚"),
    _language("el los las una que por con del para es la lo al se su", "áéíñóúü"),
    _language("os das uma que não com para do em ao da um", "àáâãçéêíóôõúü"),
    _language("il che di non una per con della sono è", "àèéìíîòóùú"),
    _language("het een van de niet dat voor met zijn op", "áéèêëïóöü„‚"),
    _language("och att det som inte är för med på ett", "åäöé"),
    _language("og det ikke til af på er som med at for", "æøåéòôê"),
)
_FEWEST_WORDS = 3
_SMALLEST_SHARE = 0.06


class Decoded(NamedTuple):
    """A text, and a sentence about how it was read if that is worth saying."""

    text: str
    note: str = ""


def decoded(data: bytes, name: str, declared: str = "") -> Decoded:
    """Return the text of some bytes, exactly, without a byte order mark.

    In this order: byte order mark, UTF-8, the encoding that a page declares, Windows-1252 if
    words and letters are those of a western European language. Raises UserError if none of
    these reads every byte.
    """
    result = _decoded(data, name, declared)
    controls = sum(1 for _ in _CONTROL.finditer(result.text))
    if "\0" in result.text or controls > len(result.text) * _MOST_CONTROLS:
        raise refusal(name, "a file that is no text")
    return result


def _decoded(data: bytes, name: str, declared: str) -> Decoded:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise _damaged(name)
            return Decoded(text)
    text = _strictly(data, "utf-8")
    if text is not None and _ESCAPE in text:
        text = _as_declared(data, declared) or text  # ISO-2022-JP is written in ASCII alone
    if text is not None:
        return Decoded(text)
    text = _as_declared(data, declared)
    if text is not None:
        return Decoded(text)
    return _western(data, name)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, declared: str) -> str | None:
    """Return the text in the encoding that a page declares, or None if that cannot be."""
    try:
        encoding = _READ_AS.get(codecs.lookup(declared).name)
    except LookupError:
        return None
    return _strictly(data, encoding) if encoding else None


def _western(data: bytes, name: str) -> Decoded:
    """Return the text as Windows-1252 if it is plainly that; raises UserError otherwise."""
    strange = len(_NOT_ASCII.findall(data))
    if sum(map(len, _UTF8_CHARACTER.findall(data))) > strange / 2:
        raise _damaged(name)
    text = _strictly(data, "cp1252")
    if text is None or not any(_is_in(text, language) for language in _WESTERN):
        raise UserError(
            f"“{name}” is in an encoding that could not be told for certain, and a guess could"
            " change its words. Nothing was taken in.",
            "Open it in a text editor, save it as UTF-8 and bring it in again; or paste the text.",
        )
    return Decoded(text, "Read as Windows-1252, the older encoding of western European text.")


def _is_in(text: str, language: _Language) -> bool:
    """Whether a text has the words of a language and no letters that it does not have."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    hits = sum(1 for word in words if word in language.words)
    strange = {char for char in set(text) if not char.isascii()}
    return (
        hits >= max(_FEWEST_WORDS, len(words) * _SMALLEST_SHARE)
        and strange <= _PUNCTUATION | language.letters
    )


def _damaged(name: str) -> UserError:
    return UserError(
        f"“{name}” says that it is Unicode text, but some of its characters are damaged."
        " Nothing was taken in.",
        "Get the file again from where it came, or paste the text.",
    )
