"""Family leaks: what was meant for the desk and stands in the finished check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.rules.preflight.going_out import told_elsewhere, typed_elsewhere
from workbench.rules.preflight.hit import Hit
from workbench.rules.preflight.lexicon import pattern, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook

_NOTE = re.compile(r"<!--.{0,600}?-->|\[\[.{0,300}?\]\]|\{\{.{0,300}?\}\}|%%.{1,200}?%%", re.S)
_SHOUTED = re.compile(
    r"\b(?:TK+|TKTK|TODO|FIXME|TBD|TBC|TBA|XX{1,}|CHECK THIS|NEEDS SOURCE"
    r"|NOTE TO (?:SELF|EDITOR|DESK))\b"
)
_GAP = re.compile(
    r"\[\s*(?:[A-Z][A-Z _-]{2,40}"
    r"|(?i:name|date|link|quote|source|insert|add|placeholder|tk|title|number|photo|image|your"
    r"|to come)"
    r"\b[^\]\n]{0,40}|\.{3}\s*(?:tk)?|\s|_{2,}|\?{2,})\s*\](?!\()"
)
_LINK = re.compile(r"\[LINK\]", re.IGNORECASE)
_QUESTION_MARKS = re.compile(r"\?\?\?+|_{4,}|(?<!\d)00[./]00[./]0000|\bXX[./:-]XX\b|\$XX")
_PATH = re.compile(
    r"file:/{2,3}\S+"
    r"|(?<![\w:/.])(?:/(?:home|users|var|tmp|mnt|media|volumes|srv|opt|private|etc)"
    r"/[\w.~/-]{1,200}[\w~/-])"
    r"|(?<!\w)[A-Za-z]:\\[^\s\"<>|]{2,200}|(?<!\w)\\\\[\w.$-]+\\[^\s\"<>|]{2,200}"
    r"|(?<![\w/])~/[\w./-]{2,200}"
    r"|(?<![\w/.@-])[\w-]{2,60}\.(?:docx?|odt|xlsx?|psd|indd|tiff?|raw|heic|pages|eml|msg|rtf"
    r"|jpe?g|png|webp|gif)\b(?![\w/])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+|\]\([^)\s]*\)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+(?![\w@])")
_PHONE = re.compile(
    r"(?<![\w.,/$€£-])(?:\+\d{1,3}[\s./()-]*\d(?:[\s./()-]*\d){6,12}"
    r"|\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\d{3}[-.]\d{3}[-.]\d{4}|0\d{2,4}[\s/-]\d{5,9})(?![\w-])"
)
_CHANNEL = re.compile(
    r"\b(?:on\s+signal|signal|whatsapp|telegram|direct\s+line|mobile|cell|home\s+(?:phone|address))\s*(?::|at\s|number|no\.)\s*[@+\d]",
    re.IGNORECASE,
)
_PUBLIC = (
    "press@",
    "info@",
    "media@",
    "contact@",
    "corrections@",
    "tips@",
    "office@",
    "newsroom@",
    "presse@",
    "editor@",
    "factcheck@",
    "feedback@",
    "help@",
    "desk@",
    "checks@",
)
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ.)\d])(?P<label>(?:Image|Photo|Picture|Credit|Photograph|Illustration|Source|Getty|Courtesy)(?:\s(?:credit|by|courtesy))?\s?:)"
    r"|(?<=[a-z])(?P<by>(?:Photo|Image|Picture)(?:\sby)\s[A-Z])"
)
_INITIAL = re.compile(
    r"(?<![\w.])(?P<first>[^\W\d_a-z][a-zà-ÿ]{2,})\s(?P<letter>[^\W\d_a-z])\.(?=[\s,;:)’']|\Z)(?!\s[^\W\d_a-z][a-zà-ÿ])"
)
_FULL = re.compile(
    r"(?<![\w’'-])(?P<first>[^\W\d_a-z][a-zà-ÿ]{2,})\s(?P<last>[^\W\d_a-z][\w’'-]*[a-zà-ÿ])"
)


def internal_note(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find notes from the desk to itself."""
    wanted = pattern(book, "internal")
    for part in manuscript.parts:
        found = [match.span() for match in _NOTE.finditer(part.text)]
        if part.role is not Role.CLAIM:
            found += [
                match.span()
                for match in wanted.finditer(folded(part.plain))
                if not _is_somebody_elses(part.plain, match)
            ]
        yield from _apart(part, found)


def placeholder(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find text that stands for text that nobody wrote."""
    wanted = pattern(book, "placeholder")
    for part in manuscript.parts:
        found = [match.span() for match in _SHOUTED.finditer(part.text)]
        found += [match.span() for match in _GAP.finditer(part.text) if not _is_link(part, match)]
        found += [match.span() for match in _QUESTION_MARKS.finditer(part.plain)]
        found += [
            match.span()
            for match in wanted.finditer(folded(part.plain))
            if len(match[0]) > 4 or part.text[match.start() : match.end()].isupper()
        ]
        yield from _apart(part, found)


def file_path(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find places on somebody's disk and names of files."""
    for part in (*manuscript.parts, *typed_elsewhere(manuscript.check)):
        text = _ADDRESS.sub(_blanked, part.text)
        yield from _apart(part, [match.span() for match in _PATH.finditer(text)])


def private_contact(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find telephone numbers and personal addresses."""
    for part in (*manuscript.parts, *typed_elsewhere(manuscript.check)):
        text = _ADDRESS.sub(_blanked, part.text)
        found = [
            match.span()
            for match in _MAIL.finditer(text)
            if not match[0].casefold().startswith(_PUBLIC)
        ]
        found += [match.span() for match in _PHONE.finditer(text)]
        found += [match.span() for match in _CHANNEL.finditer(text)]
        yield from _apart(part, found)
    yield from _private_contacts(manuscript)


def caption_glued(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a caption that runs into its credit without a space or a stop."""
    for part in manuscript.parts:
        if part.role in (Role.FRONT_MATTER, Role.SOURCES, Role.CLAIM):
            continue
        text = _ADDRESS.sub(_blanked, part.text)
        for match in _GLUED.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            yield Hit(part=part, start=max(start, match.start() - 40), end=match.end())


def masked_name(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find in full a name that the check masks elsewhere."""
    masked: dict[str, set[str]] = {}
    hidden: set[str] = set()
    alias = pattern(book, "masked")
    titles = word_set(book, "title_word") | word_set(book, "no_name")
    for part in manuscript.parts:
        for match in _INITIAL.finditer(part.plain):
            if folded(match["first"]) not in titles:
                masked.setdefault(match["first"], set()).add(match["letter"])
        hidden |= _aliases(part.plain, alias)
    if not masked and not hidden:
        return
    for part in (*manuscript.parts, *told_elsewhere(manuscript.check)):
        for match in _FULL.finditer(part.plain):
            letters = masked.get(match["first"], set())
            if match["last"][0] in letters or match["first"] in hidden:
                yield Hit(
                    part=part, start=match.start(), end=match.end(), values={"name": match[0]}
                )


def _aliases(text: str, alias: re.Pattern[str]) -> set[str]:
    """Return the first names that stand right before "not her real name"."""
    found = set()
    for match in alias.finditer(folded(text)):
        before = re.search(
            r"(?P<first>[^\W\d_a-z][a-zà-ÿ]{2,})\W{1,4}(?:\w+\W+){0,3}\Z",
            text[: match.start()][-40:],
        )
        if before:
            found.add(before["first"])
    return found


def _private_contacts(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield what a workspace keeps of a contact that never leaves, where it stands in the text."""
    check = manuscript.check
    parts = (*manuscript.parts, *told_elsewhere(check))
    for contact in check.contacts if check is not None else ():
        secrets = [line.strip() for line in contact.notes.splitlines() if len(line.strip()) > 5]
        if contact.is_private:
            secrets += [contact.who.strip(), contact.answer.strip()]
        for secret in secrets:
            for part in parts:
                at = part.text.find(secret) if len(secret) > 5 else -1
                if at >= 0:
                    yield Hit(part=part, start=at, end=at + len(secret))


_ELSE = re.compile(
    r"\b(?:said|says|told|spoke|speaking|speak|asked|people|sources?|officials?|talks?|under)\W(?:\w+\W+){0,4}\Z"
)
_OTHER_USE = frozenset(
    {"internal", "off the record", "on background", "slack", "embargo", "between us", "hold for"}
)


def _is_somebody_elses(plain: str, match: re.Match[str]) -> bool:
    """Whether the words tell of others: an internal memo of the city, said off the record."""
    word = " ".join(match[0].split())
    if word == "internal" or word.startswith(("embargo", "slack")):
        return not re.search(r"(?:\A|[\n(\[*|;,.])\s*\Z", plain[: match.start()]) or not re.match(
            r"\s*(?:[:)\]\n,]|note|use|only|\Z)", plain[match.end() :]
        )
    if word in _OTHER_USE:
        return bool(_ELSE.search(folded(plain[max(0, match.start() - 60) : match.start()])))
    return False


def _is_link(part: ManuscriptPart, match: re.Match[str]) -> bool:
    """Whether a gap is where a post's link goes, or words cut from a quotation."""
    if _LINK.match(match[0]):
        return part.role is Role.POST
    quote = part.plain[max(0, match.start() - 200) : match.start()]
    is_quoted = quote.count("“") > quote.count("”") or quote.count('"') % 2 == 1
    return match[0].strip("[] .") == "" or (is_quoted and not match[0].isupper())


def _apart(part: ManuscriptPart, found: list[tuple[int, int]]) -> Iterator[Hit]:
    last = -1
    for start, end in sorted(found):
        if start >= last and start < end:
            yield Hit(part=part, start=start, end=end)
            last = end


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])
