"""Whether two names mean one person: surnames and full names, titles, roles, several names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.reading import english
from workbench.reading.folding import squeezed

_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
_OWNER = re.compile(r"['’]s\b|s['’](?=\s)")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NO_NAMES = frozenset(word.strip(".").casefold() for word in english.TITLES)
_BODIES = frozenset(word.casefold() for word in english.INSTITUTIONS | english.PLACES)


@dataclass(frozen=True, slots=True)
class _Person:
    """One party: the words of its name, folded, and the titles or role that stand with it."""

    name: tuple[str, ...]
    role: frozenset[str]
    is_body: bool = False


@lru_cache(maxsize=16_384)
def same_person(one: str, other: str) -> bool | None:
    """Return whether two names mean one person; None if that is not clear.

    A surname or a first name alone is the person with the full name; another first name with the
    same surname is another person. A role ("the mayor") is clear only where both have it. Of
    several names, one that is the same is enough.
    """
    found = [_same(a, b) for a in _people(one) for b in _people(other)]
    if True in found:
        return True
    return None if None in found or not found else False


def person_key(name: str) -> str:
    """Return what spellings of one person's name mostly share: the last word of it, folded."""
    people = _people(name)
    if not people:
        return ""
    return people[0].name[-1] if people[0].name else " ".join(sorted(people[0].role))


@lru_cache(maxsize=4096)
def _people(text: str) -> tuple[_Person, ...]:
    parts = (_person(part) for part in _BETWEEN.split(text) if part.strip())
    found = tuple(person for person in parts if person.name or person.role)
    named = tuple(person for person in found if person.name)
    return named or found  # of "Okafor, the mayor" the name says more


def _person(text: str) -> _Person:
    owned = bool(_OWNER.search(text))
    has_case = any(char.isupper() for char in text)
    is_low = not has_case and any(char.islower() for char in text)  # other scripts have no case
    name: list[str] = []
    role: set[str] = set()
    for word in text.replace("’", "'").split():
        plain = word.strip(".,:()“”\"'")
        key = squeezed(plain).text.replace("-", "").replace("'", "")
        if not key or key in ("the", "a", "an"):
            continue
        is_role = is_low or (has_case and plain[:1].islower() and not name)
        if is_role or (key.strip(".") in _NO_NAMES and not name):
            role.add(key.strip("."))
        elif key not in _SUFFIXES:
            name.append(key)
    if owned:  # somebody's office is not the person
        return _Person((), frozenset({*role, *name}))
    is_body = bool(name) and name[-1] in _BODIES
    return _Person(tuple(name), frozenset(role), is_body)


def _same(one: _Person, other: _Person) -> bool | None:
    if one.name and other.name:
        return _same_name(one, other)
    if not one.name and not other.name:
        return True if one.role == other.role else None
    role, person = (one, other) if not one.name else (other, one)
    return True if role.role == person.role or role.role <= set(person.name) else None


def _same_name(one: _Person, other: _Person) -> bool | None:
    short, long = sorted((one.name, other.name), key=len)
    if short == long:
        return True
    if len(short) == 1:
        if short[0] in (long[-1], long[0]):
            return True
        if short[0] in long or short[0] == "".join(word[0] for word in long):
            return None  # a middle name, or initials
        return None if one.is_body != other.is_body else False
    if short[-1] == long[-1]:
        first, second = short[0], long[0]
        if first == second or first[:1] == second or second[:1] == first:
            return True
        return None if first[:2] == second[:2] else False  # Joe may be Joseph
    if short[0] == long[0] and (short[-1] in long or long[-1] in short):
        return True
    return None if one.is_body != other.is_body else False
