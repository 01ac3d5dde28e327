"""Identities: UUIDv7 text for everything that may travel, and slugs for people."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SLUG_LENGTH = 60
# Letters that Unicode does not decompose into a base letter and a mark.
_SPELLED_OUT = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ł": "l",
        "ı": "i",
        "þ": "th",
    }
)
# Windows keeps these file names for devices, with any extension.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")


def uuid7(milliseconds: int, entropy: bytes) -> str:
    """Return the UUIDv7 text (RFC 9562, 5.7) of a Unix time in milliseconds and 10 random bytes."""
    if not 0 <= milliseconds < 1 << 48 or len(entropy) != 10:
        raise ValueError("a UUIDv7 takes 48 bits of milliseconds and 10 bytes of entropy")
    rand_a = int.from_bytes(entropy[:2], "big") & 0x0FFF
    rand_b = int.from_bytes(entropy[2:], "big") & ((1 << 62) - 1)
    digits = f"{(milliseconds << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def derived_id(*parts: str) -> str:
    """Return an id that only the same parts have, on any computer: a UUIDv8 (RFC 9562, 5.8)."""
    told = "\0".join((str(len(parts)), *parts)).encode("utf-8", "surrogatepass")
    number = int.from_bytes(hashlib.sha256(told).digest()[:16], "big")
    number = number & ~(0xF << 76) & ~(0b11 << 62) | (0x8 << 76) | (0b10 << 62)
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def require_id(name: str, value: str) -> None:
    """Raise ValueError unless value is UUID text in lower case."""
    if not isinstance(value, str) or not _ID.match(value):
        raise ValueError(f"{name} must be UUID text, not {value!r}")


def require_slug(value: str) -> None:
    """Raise ValueError unless value is lower-case ASCII words and digits joined by hyphens.

    A name that Windows keeps for a device is refused too: no file can be called by it.
    """
    if not isinstance(value, str) or not _SLUG.match(value) or len(value) > _SLUG_LENGTH + 8:
        raise ValueError(f"not a slug: {value!r}")
    if _RESERVED.match(value):
        raise ValueError(f"a slug that cannot be a file name: {value!r}")


def slug_for(title: str) -> str:
    """Return a slug for a title: ASCII, at most 60 characters, cut at a word; never empty."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_SPELLED_OUT))
    # Once more: signs such as "№" turn into capitals only now.
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")
    if len(slug) > _SLUG_LENGTH:
        slug = slug[: _SLUG_LENGTH + 1].rpartition("-")[0] or slug[:_SLUG_LENGTH]
    if _RESERVED.match(slug):
        slug = f"check-{slug}"
    return slug or "check"
