"""Outlets that a text names, in full or by the last word of a name given before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english
from workbench.reading.phrase import is_name_word, owns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.words import Words
    from workbench.reading.token import Prose, Token

_ENDINGS = english.words(
    "Times Post Tribune Journal Herald Gazette Ledger Courier Chronicle Examiner Inquirer",
    "Observer Telegraph Mirror Mail Star Statesman Dispatch Register Sentinel Guardian Globe",
    "Republic News Press Magazine Review Standard Bulletin Reporter Daily Today Weekly Monthly",
    "Beast Wire Radio TV Broadcasting Newswire Enquirer Advocate Citizen Record Record-Journal",
    "Independent Gazetteer Spectator Argus Echo Democrat-Gazette Eagle Sun-Times Union-Tribune",
    "NewsHour",
)
# Endings that are as often something else: they need "The" or a longer name around them.
_WEAK = english.words(
    "Star Mail Press Record Union Today Standard Review Post Sun Citizen Eagle",
)
# Names that are words as well: they count with their article or in a longer name only.
_COMMON = english.words("Time Reason Fortune Salon Wired Insider Slate Puck Quartz AP")
# Words that begin a sentence before a name and are no part of it: "As The Ledger reported".
_BEFORE_NAMES = english.words(
    "As But And While When If Since Per Because Although Though Unlike Like After Before",
)
_LONGEST = 6
_ARTICLES = (["The"], ["the"])


class Outlet(NamedTuple):
    """An outlet named by tokens first to last (exclusive), and whether it is seen or heard."""

    first: int
    last: int
    name: str
    is_broadcast: bool


class Outlets:
    """Where a text names outlets."""

    def __init__(self, prose: Prose, words: Words) -> None:
        self._tokens = prose.tokens
        self._broadcast = frozenset(map(_key, words.broadcasters))
        self._known = {_key(name): name for name in sorted(words.outlets | words.broadcasters)}
        self.by_first: dict[int, Outlet] = {}
        self.by_last: dict[int, Outlet] = {}
        for sentence in prose.sentences:
            self._scan(sentence.first, sentence.last)
        self._resolve_short_names()

    @property
    def token_positions(self) -> frozenset[int]:
        """Every token that is part of an outlet's name."""
        return frozenset(
            at for outlet in self.by_first.values() for at in range(outlet.first, outlet.last)
        )

    def _scan(self, first: int, last: int) -> None:
        at = first
        while at < last:
            outlet = self._outlet_at(at, last) if is_name_word(self._tokens[at]) else None
            if outlet is not None:
                self._add(outlet)
            at = outlet.last if outlet else at + 1

    def _add(self, outlet: Outlet) -> None:
        self.by_first[outlet.first] = outlet
        self.by_last[outlet.last] = outlet

    def _outlet_at(self, at: int, last: int) -> Outlet | None:
        words = _run(self._tokens, at, last)
        for length in range(len(words), 0, -1):
            key = _key(" ".join(words[:length]))
            name = self._known.get(key, "")
            if name and not (length == 1 and name in _COMMON and not self._is_subject(at + 1)):
                return Outlet(at, at + length, name, key in self._broadcast)
        return self._shaped(at, words)

    def _is_subject(self, at: int) -> bool:
        """Whether a verb of saying follows: "Slate reported"."""
        following = self._tokens[at].text if at < len(self._tokens) else ""
        return following in english.SAYING or following == "first"

    def _shaped(self, at: int, words: list[str]) -> Outlet | None:
        """Return an outlet by the shape of its name: "The Harbor Times", "Coast Wire"."""
        if words[0] in _BEFORE_NAMES or words[1:2] == ["The"]:
            return None
        has_article = words[:1] in _ARTICLES
        for length in range(len(words), 1, -1):
            last = words[length - 1]
            if last in _ENDINGS and (last not in _WEAK or has_article or length > 2):
                return Outlet(at, at + length, " ".join(words[:length]), last in ("Radio", "TV"))
        return None

    def _resolve_short_names(self) -> None:
        """Give "The Times" the name of the one longer outlet that ends so."""
        longer = {outlet.name for outlet in self.by_first.values() if len(outlet.name.split()) > 2}
        for outlet in tuple(self.by_first.values()):
            if len(outlet.name.split()) == 2 and outlet.name.startswith("The "):
                ending = outlet.name.split()[1]
                ends = [name for name in longer if name.endswith(f" {ending}")]
                if len(ends) == 1:
                    self._add(outlet._replace(name=ends[0]))


def _run(tokens: Sequence[Token], at: int, last: int) -> list[str]:
    """Return the words of a name from a token on, an article first if there is one."""
    words: list[str] = []
    while at < last and len(words) < _LONGEST:
        token = tokens[at]
        is_part = is_name_word(token) or (bool(words) and token.text.isdigit())
        is_link = bool(words) and token.text in ("of", "on", "and", "&") and at + 1 < last
        if not is_part and not (is_link and is_name_word(tokens[at + 1])):
            break
        words.append(token.text[:-2] if owns(token) else token.text)
        if owns(token):
            break
        at += 1
    return words


def _key(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
