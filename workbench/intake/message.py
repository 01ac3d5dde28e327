"""Messages in MIME form, as mail programs and browsers save them: parsed bounded and lazily."""

from __future__ import annotations

from contextlib import suppress
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any, cast

from workbench.core.error import UserError
from workbench.intake.encoding import Decoded, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PARTS = 5_000
_MOST_FIELDS = 50_000
_MOST_NESTED = 40
"""Parts that hold parts; real messages have five. The parser's time grows with each of them."""
_LONGEST_FIELD = 4_000
_LARGEST_PART = 40_000_000
_CHUNK = 256 * 1024
# What the standard library's parser of fields raises for fields that are none.
_NO_FIELD = (
    *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError),
    *(RecursionError, AssertionError, MessageError),
)


class _Policy(EmailPolicy):
    """Reads a field only as far as fields reach, and one that is none as plain words."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401 - as the library has it
        value = str(value)[:_LONGEST_FIELD]
        try:
            return super().header_fetch_parse(name, value)
        except _NO_FIELD:
            return self.header_factory("x-unreadable", "")


class _TooMany(Exception):  # noqa: N818 - carries no news of its own
    """There are more parts than any message has."""


def parsed_message(data: bytes, name: str) -> EmailMessage:
    """Return a message; raises UserError for one that is nested or cut up beyond all use."""
    made = fields = 0
    nested: set[int] = set()

    class Part(EmailMessage):
        """A part that counts itself, and itself again when it turns out to hold parts."""

        def get_content_maintype(self) -> str:
            kind = super().get_content_maintype()
            if kind in ("multipart", "message"):
                nested.add(id(self))
                if len(nested) > _MOST_NESTED:
                    raise _TooMany
            return kind

    class Counting(_Policy):
        """Counts the fields as they are met."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            nonlocal fields
            fields += 1
            if fields > _MOST_FIELDS:
                raise _TooMany
            return super().header_source_parse(sourcelines)

    def new_part(policy: Any = None) -> EmailMessage:  # noqa: ANN401 - as the library has it
        nonlocal made
        made += 1
        if made > _MOST_PARTS:
            raise _TooMany
        return Part(policy)

    # Without "utf8" and with the default policy otherwise; see email.policy.default.
    parser = BytesFeedParser(new_part, policy=Counting())
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        message: Any = parser.close()
    except (_TooMany, RecursionError) as error:
        raise UserError(
            f"“{name}” has far more parts and fields than messages have. Nothing was taken in.",
            "Open it where it came from, copy the text and paste it here.",
        ) from error
    except _NO_FIELD as error:
        raise UserError(
            f"“{name}” is damaged and cannot be read as a message. Nothing was taken in.",
            "Get the file again from where it came, or paste the text.",
        ) from error
    return cast("EmailMessage", message)


def field_of(message: EmailMessage, name: str) -> str:
    """Return the words of a field of a message, on one line; empty if it has none."""
    try:
        value = message[name]
        return " ".join(str(value or "").replace("\0", " ").split())[:_LONGEST_FIELD]
    except _NO_FIELD:
        return ""


def sender_of(message: EmailMessage) -> str:
    """Return the name that a message has its sender by; empty if it has none, or several."""
    try:
        addresses = message["From"].addresses
        name = str(addresses[0].display_name) if len(addresses) == 1 else ""
    except _NO_FIELD:
        return ""
    return " ".join(name.replace("\0", " ").split()).strip("\"' ")


def leaves_of(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold no parts, in order; what a forwarded message holds stays in it."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            inner: Any = part.get_payload()
            waiting += [each for each in reversed(inner) if isinstance(each, EmailMessage)]
        else:
            yield part


def bytes_of(part: EmailMessage) -> bytes:
    """Return the content of a part, decoded from its transfer encoding."""
    try:
        content = part.get_payload(decode=True)
    except _NO_FIELD:
        return b""
    return content[:_LARGEST_PART] if isinstance(content, bytes) else b""


def text_of_part(part: EmailMessage, name: str, declared: str = "") -> Decoded:
    """Return the text of a part in the encoding that it or its markup declares.

    Raises UserError where that cannot be told, as for a file of its own.
    """
    with suppress(*_NO_FIELD):
        declared = part.get_content_charset("") or declared
    return decoded(bytes_of(part), name, declared)


def name_of(part: EmailMessage) -> str:
    """Return what a part is called; empty if it has no name."""
    try:
        return " ".join((part.get_filename() or "").split())[:200]
    except _NO_FIELD:
        return ""


def is_attached(part: EmailMessage) -> bool:
    """Whether a part says that it is an attachment."""
    try:
        return part.get_content_disposition() == "attachment"
    except _NO_FIELD:
        return False
