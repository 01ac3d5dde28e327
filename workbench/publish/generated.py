"""Generated parts: what the workbench writes from claims, sources and the rating.

Nothing here is typed and nothing is stored: the same check gives the same words everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.template import Generator
from workbench.publish.citation import sources
from workbench.publish.escape import address, escaped, linked, plain
from workbench.publish.layout import blocks, bullet, paragraph, quoted
from workbench.publish.listed import confirmed, quick_read, sentence, unconfirmed
from workbench.publish.method import how_we_know
from workbench.publish.post import common_post
from workbench.publish.timeline import timeline
from workbench.publish.wording import CORRECTION_WORDS, date_words, day_words, number_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.draft import Image, WatchItem
    from workbench.core.record import Correction
    from workbench.house.house import House


def generated_markdown(generator: Generator, check: Check, house: House) -> str:
    """Return the Markdown of one generated part, without its heading; empty if it has nothing."""
    write = _WRITERS.get(generator)
    if write is not None:
        return write(check)
    if generator is Generator.RATING:
        return _rating(check, house)
    if generator is Generator.TIMELINE:
        return timeline(check, house.deeds)
    return _read_next(check, house) if generator is Generator.READ_NEXT else ""


def rating_words(check: Check, house: House) -> str:
    """Return the rating as readers see it: the free wording, else the label's name; plain text.

    A label that this house does not have is told by its key; empty while unrated.
    """
    verdict = check.verdict
    if verdict.wording.strip() or not verdict.label:
        return plain(verdict.wording)
    scale = house.scale(verdict.scale)
    label = scale.label(verdict.label) if scale else None
    return plain(label.name if label else verdict.label.replace("_", " "))


def _versions(check: Check) -> str:
    """Return the main claim as circulated and as supported, if both are there and differ."""
    claim = check.main_claim
    if claim is None:
        return ""
    viral, careful = plain(claim.as_circulated), plain(claim.as_supported)
    if not viral or not careful or viral == careful:
        return ""
    return blocks(
        paragraph(f"**The viral version:** {sentence(viral)}"),
        paragraph(f"**The careful version:** {sentence(careful)}"),
    )


def _images(check: Check) -> str:
    return blocks(*(image_markdown(image) for image in check.images))


def image_markdown(image: Image) -> str:
    """Return the record of a picture; what is not known of it says so."""
    link = address(image.link) or "no link"
    date = f" Date: {escaped(date_words(image.date))}." if image.date.is_known else ""
    return paragraph(
        f"**Image:** {sentence(image.caption) or 'No caption.'} "
        f"Creator: {sentence(image.creator) or 'not stated.'} "
        f"Licence: {sentence(image.licence) or 'not stated.'} Link: {link}.{date} "
        f"Alt text: {sentence(image.alt_text) or 'none.'}"
    )


def _watch(check: Check) -> str:
    """Return the signals to watch for, counted, and those that have been seen."""
    items = [item for item in check.watch_items if plain(item.text)]
    ahead = [item for item in items if not item.seen]
    seen = [item for item in items if item.seen]
    noun = "signal" if len(ahead) == 1 else "signals"
    lead = f"Watch for {number_words(len(ahead))} concrete {noun}:"
    return blocks(
        paragraph(lead) if ahead else "",
        "\n".join(bullet(_signal(item)) for item in ahead),
        paragraph("Already seen:") if seen else "",
        "\n".join(bullet(_signal(item)) for item in seen),
    )


def _signal(item: WatchItem) -> str:
    if not item.due.is_known:
        return sentence(item.text)
    due = date_words(item.due).removesuffix(", stated")
    return f"{escaped(plain(item.text).rstrip('.'))} (due {escaped(due)})."


def _rating(check: Check, house: House) -> str:
    words = rating_words(check, house)
    if not words:
        return ""
    return paragraph(f"**Rating: {sentence(words)}** {sentence(check.verdict.reason)}".rstrip())


def _post(check: Check) -> str:
    lines = [line for line in common_post(check).split("\n") if line.strip()]
    return quoted(escaped(line) for line in lines) if lines else ""


def _read_next(check: Check, house: House) -> str:
    links = [linked(item.title, item.url) for item in check.read_next]
    if not links:
        return ""
    has_heading = any(
        part.heading for part in house.template.parts if part.generator is Generator.READ_NEXT
    )
    if has_heading:
        return "\n".join(bullet(link) for link in links)
    return paragraph(f"Read next: {'; '.join(links)}")


def _corrections(check: Check) -> str:
    """Return corrections, clarifications and updates, newest first."""
    newest_first = sorted(check.corrections, key=lambda item: (item.at, item.id), reverse=True)
    return "\n".join(bullet(correction_words(item)) for item in newest_first)


def correction_words(item: Correction) -> str:
    """Return a correction in one line of Markdown: what it is, what is there now, what was, why."""
    words = f"**{CORRECTION_WORDS[item.kind]}, {day_words(item.at)}:** {sentence(item.now)}"
    if item.was.strip():
        words += f" Before, it said: {sentence(item.was)}"
    if item.reason.strip():
        words += f" Reason: {sentence(item.reason)}"
    return words


_WRITERS: dict[Generator, Callable[[Check], str]] = {
    Generator.QUICK_READ: quick_read,
    Generator.VERSIONS: _versions,
    Generator.IMAGE: _images,
    Generator.CONFIRMED: confirmed,
    Generator.NOT_CONFIRMED: unconfirmed,
    Generator.WATCH: _watch,
    Generator.POST: _post,
    Generator.SOURCES: sources,
    Generator.HOW_WE_KNOW: how_we_know,
    Generator.CORRECTIONS: _corrections,
}
