"""E-mail messages: press releases and newsletters, their words and what their head states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.intake.document import Document
from workbench.intake.file import LARGEST, too_large
from workbench.intake.message import (
    bytes_of,
    field_of,
    is_attached,
    leaves_of,
    name_of,
    parsed_message,
    sender_of,
    text_of_part,
)
from workbench.reading.proposal import Certainty, Metadata, Proposal
from workbench.reading.signer import is_collective, is_outlet, is_person
from workbench.reading.word_set import word_set

if TYPE_CHECKING:
    from email.message import EmailMessage

    from workbench.intake.document import Picture

_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|rv|vs|i|enc|doorst)\s?:\s*)+(?=\S)", re.IGNORECASE)
_HOUSES = word_set(
    "office department ministry city county council committee campaign university police court",
    "association union foundation institute agency authority board bureau commission party",
    "federation government embassy parliament senate hospital company corporation museum center",
    "centre service newsroom press",
)
# A name of these alone says what the sender does, not who it is: "Press Office".
_ANY_HOUSE = word_set(
    "the press media news public office newsroom department service center centre desk team",
    "communications relations affairs information inquiries",
)
_NO_SENDER = re.compile(r"@|\d{3}|no-?reply|do-?not-?reply|notification|mailer", re.IGNORECASE)
_AT = re.compile(
    r"(?P<who>.{3,60}?)\s*(?:,|\||\bat\b|\bfrom\b|\bvia\b|\bof\b|[-–—(])\s*"
    r"(?P<house>.{2,60}?)\)?\Z"
)
_EARLIEST, _LATEST = 1990, 2100
_LONGEST = 400


def mail_document(data: bytes, name: str) -> Document:
    """Return the words of a message and what it is called; what is attached is named in a note.

    The plain text is taken unless the formatted one says more. Raises UserError for a message
    without words.
    """
    message = parsed_message(data, name)
    plain, rich, pictures, attached = _parts(message, name)
    text, note = _fuller(plain, rich)
    if not text.strip():
        hint = "Save what is attached to it, and bring that in." if attached else "Choose another."
        raise UserError(f"There are no words in the message “{name}”. Nothing was taken in.", hint)
    if len(text) > LARGEST:
        raise too_large(name, len(text))
    if attached:
        what = _listed(attached)
        note = f"{note} Attached and not taken in: {what}.".strip()
    return Document(text, _subject(message), note, pictures)


def mail_metadata(data: bytes) -> Metadata:
    """Return what the head of a message states of it; nothing of who forwarded it."""
    message = parsed_message(data, "")
    subject = _subject(message)
    title = Proposal(value=subject, basis="subject of the message") if subject else None
    if _FORWARDED.match(field_of(message, "Subject")) or _is_resent(message):
        return Metadata(title=title)  # sender and date are those of whoever passed it on
    outlet, byline = _sender(message)
    return Metadata(title=title, outlet=outlet, byline=byline, published=_date(message))


def _parts(
    message: EmailMessage, name: str
) -> tuple[list[str], list[str], tuple[Picture, ...], list[str]]:
    """Return the plain texts, the formatted ones, the pictures and what is attached."""
    plain: list[str] = []
    rich: list[str] = []
    attached: list[str] = []
    contents: dict[str, bytes] = {}
    for part in leaves_of(message):
        kind = part.get_content_type()
        is_extra = is_attached(part) or (name_of(part) and not kind.startswith("image/"))
        if kind in ("text/plain", "text/html") and not is_extra:
            content = text_of_part(part, name).text if bytes_of(part).strip() else ""
            (plain if kind == "text/plain" else rich).append(content)
        elif kind.startswith("image/") and (identity := field_of(part, "Content-ID").strip("<> ")):
            contents[f"cid:{identity}"] = bytes_of(part)
        elif kind != "text/html" or is_extra:
            attached.append(name_of(part) or _called(part, kind))
    pictures: tuple[Picture, ...] = ()
    if rich:
        from workbench.intake.page_picture import page_pictures

        pictures = page_pictures("".join(rich), lambda address: contents.get(address, b""))
    return plain, rich, pictures, attached


def _called(part: EmailMessage, kind: str) -> str:
    return "another message" if part.get_content_maintype() == "message" else f"a part ({kind})"


def _fuller(plain: list[str], rich: list[str]) -> tuple[str, str]:
    """Return the plain text, or the formatted one if that says clearly more."""
    words = "\n".join(plain).replace("\r\n", "\n").strip("\n")
    if not rich:
        return words, ""
    from workbench.intake.data_uri import without_data
    from workbench.intake.markup import page_of

    shown = "\n\n".join(filter(None, (page_of(without_data(html).html).text for html in rich)))
    if 4 * len(shown) > 5 * len(words) or not words.strip():
        return shown, ""
    return words, ""


def _subject(message: EmailMessage) -> str:
    return _FORWARDED.sub("", field_of(message, "Subject"))[:_LONGEST].strip()


def _is_resent(message: EmailMessage) -> bool:
    return bool(field_of(message, "Resent-From"))


def _sender(message: EmailMessage) -> tuple[Proposal | None, Proposal | None]:
    """Return the outlet and the byline that the sender's name states.

    A newsletter is signed by its sender. A person who sends a press release is not its author,
    and a message that goes to a list says so in its head.
    """
    name = sender_of(message)
    if not name or _NO_SENDER.search(name) or len(name) > 100:
        return None, None
    basis, likely = "sender of the message", Certainty.LIKELY
    match = _AT.match(name)
    is_from = match is not None and is_person(match["who"])
    if not is_from and _is_house(name):
        return Proposal(value=name, basis=basis, certainty=likely), None
    is_listed = bool(field_of(message, "List-Id") or field_of(message, "List-Unsubscribe"))
    who, house = (match["who"], match["house"]) if match and is_from else (name, "")
    if not is_listed or not is_person(who):
        return None, None
    outlet = Proposal(value=house, basis=basis, certainty=likely) if is_outlet(house) else None
    if house and not outlet:
        return None, None  # "Ada Bell at City Hall" signs for somebody else
    return outlet, Proposal(value=who, basis=f"{basis}, a newsletter", certainty=likely)


def _is_house(name: str) -> bool:
    """Whether a sender is an outlet or an institution, and no person."""
    words = {word.strip(".,'’").casefold() for word in name.split()}
    if words <= _ANY_HOUSE:
        return False
    is_institution = not words.isdisjoint(_HOUSES) and len(words) > 1 and not is_person(name)
    return is_outlet(name) or is_collective(name) or is_institution


def _date(message: EmailMessage) -> Proposal | None:
    """Return when the message was sent, with its zone; the field's words are kept."""
    from email.utils import parsedate_to_datetime

    words = field_of(message, "Date")
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    zone = ""
    if moment.tzinfo is not None:
        zone = "UTC" if not moment.utcoffset() else f"{moment:%z}"[:3] + ":" + f"{moment:%z}"[3:5]
    return Proposal(
        value=f"{moment:%Y-%m-%dT%H:%M}",
        basis="date of the message",
        zone=zone,
        wording=words[:_LONGEST],
    )


def _listed(names: list[str]) -> str:
    shown = [f"“{name}”" if "." in name else name for name in names[:5]]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(shown) + more
