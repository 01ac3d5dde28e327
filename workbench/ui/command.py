"""What the person's actions do to the check: each command is one undo step on the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench import clock
from workbench.core import change
from workbench.core.change_span import with_span, with_version
from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    Claim,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.date import UNKNOWN_DATE
from workbench.core.draft import WatchItem
from workbench.core.quote import Passage
from workbench.reading.quote import selector_for
from workbench.reading.testimony import action_for, attribution_for
from workbench.rules.proposed import attribution_key
from workbench.ui.language import told

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.core.finding import Finding
    from workbench.core.source import Source, Span, SpanType
    from workbench.reading.inspection import Inspection
    from workbench.ui.desk import Desk


def tr(text: str) -> str:
    """Return a command's name in the person's language."""
    return QCoreApplication.translate("command", text)


def new_claim(desk: Desk, circulated: str = "") -> str:
    """Add a claim at the end and return its id."""
    claim = Claim(id=clock.new_id(), as_circulated=circulated)
    desk.edit(tr("New claim"), lambda check: change.with_claim(check, claim))
    return claim.id


def new_claim_from(
    desk: Desk, source: Source, start: int, end: int, read: Inspection | None = None
) -> str:
    """Add a claim that appears in a stretch of a source (code points) and return its id.

    What is noticed there fills in who did what, to be corrected.
    """
    passage = _passage(source, start, end)
    appearance = Appearance(id=clock.new_id(), passage_id=passage.id)
    claim = Claim(
        id=clock.new_id(),
        as_circulated=one_line(passage.selector.exact),
        appearances=(appearance,),
        action=action_for(read, start, end) if read is not None else Action(),
    )
    desk.edit(
        tr("New claim"),
        lambda check: change.with_claim(change.with_passage(check, passage), claim),
    )
    return claim.id


def add_passage_evidence(
    desk: Desk,
    claim_id: str,
    source: Source,
    start: int,
    end: int,
    stance: Stance,
    read: Inspection | None = None,
) -> str:
    """Tie a stretch of a source (code points) to a claim and return the evidence's id.

    Who says it is filled in as far as it is noticed; the row shows that as a proposal.
    """
    passage = _passage(source, start, end)
    said_by = attribution_for(read, start, end) if read is not None else None
    evidence = Evidence(
        id=clock.new_id(),
        passage_id=passage.id,
        stance=stance,
        attribution=said_by or Attribution(),
    )

    def apply(check: Check) -> Check:
        claim = change.with_evidence(check.claim(claim_id), evidence)
        return change.with_claim(change.with_passage(check, passage), claim)

    desk.edit(tr("Add evidence"), apply)
    return evidence.id


def add_noted_evidence(desk: Desk, claim_id: str, kind: EvidenceKind, text: str) -> str:
    """Tie a document, datum or reply in the person's words to a claim; return the evidence's id."""
    evidence = Evidence(id=clock.new_id(), kind=kind, text=text)
    desk.edit(
        tr("Add evidence"),
        lambda check: change.with_claim(
            check, change.with_evidence(check.claim(claim_id), evidence)
        ),
    )
    return evidence.id


def change_evidence(desk: Desk, claim_id: str, evidence: Evidence, *, key: str = "") -> None:
    """Put a changed piece of evidence in its place."""
    desk.edit(
        tr("Change evidence"),
        lambda check: change.with_claim(
            check, change.with_evidence(check.claim(claim_id), evidence)
        ),
        key=key,
    )


def agree_to_attribution(desk: Desk, evidence_id: str) -> None:
    """Note that who says a piece of evidence is as it was proposed from the text."""
    key = attribution_key(evidence_id)
    desk.edit(tr("Agree to who says it"), lambda check: change.with_dismissal(check, key))


def set_appearances(
    desk: Desk, claim_id: str, appearances: tuple[Appearance, ...], first_id: str
) -> None:
    """Say where a claim occurs, and which of those places is the earliest known."""

    def apply(check: Check) -> Check:
        claim = check.claim(claim_id)
        claim = replace(claim, appearances=appearances, first_appearance_id=first_id)
        return change.tidied(change.with_claim(check, claim))

    desk.edit(tr("Change appearances"), apply)


def set_rests_on(desk: Desk, claim_id: str, evidence_id: str, rests: bool) -> None:
    """Say whether a claim's status rests on a piece of its evidence."""

    def apply(check: Check) -> Check:
        claim = check.claim(claim_id)
        ids = tuple(ref for ref in claim.basis.evidence_ids if ref != evidence_id)
        if rests:
            wanted = {*ids, evidence_id}
            ids = tuple(item.id for item in claim.evidence if item.id in wanted)
        return change.with_claim(
            check, replace(claim, basis=replace(claim.basis, evidence_ids=ids))
        )

    desk.edit(tr("Change basis"), apply)


def remove_evidence(desk: Desk, claim_id: str, evidence_id: str) -> None:
    """Take a piece of evidence from a claim."""
    desk.edit(
        tr("Remove evidence"), lambda check: change.without_evidence(check, claim_id, evidence_id)
    )


def remove_claim(desk: Desk, claim_id: str) -> None:
    """Remove a claim."""
    desk.edit(tr("Remove claim"), lambda check: change.without_claim(check, claim_id))


def move_claim(desk: Desk, claim_id: str, index: int) -> None:
    """Put a claim at another place in the list, counted from 0."""
    desk.edit(tr("Move claim"), lambda check: change.with_claim_moved(check, claim_id, index))


def add_source(desk: Desk, source: Source) -> None:
    """Put a captured source into the dossier."""
    desk.edit(tr("Add source"), lambda check: change.with_source(check, source))


def remove_source(desk: Desk, source_id: str) -> None:
    """Take a source, its passages and the evidence on them from the check."""
    desk.edit(tr("Remove source"), lambda check: change.without_source(check, source_id))


def add_watch_item(desk: Desk, text: str, claim_id: str, due: DateValue = UNKNOWN_DATE) -> str:
    """Add a signal to watch for and return its id."""
    item = WatchItem(id=clock.new_id(), text=text, claim_id=claim_id, due=due)
    desk.edit(tr("Add watch item"), lambda check: change.with_watch_item(check, item))
    return item.id


def quote_in_draft(desk: Desk, part: str, source: Source, start: int, end: int, name: str) -> None:
    """Append a stretch of a source (code points) to a draft part, quoted, attributed and cited."""
    known = passage_at(desk.check, source, start, end)
    passage = known or _passage(source, start, end)
    mark = mark_for(citation_key(passage.id))
    quotation = f"“{one_line(source.version.text[start:end])}” ({name}){mark}"

    def apply(check: Check) -> Check:
        text = check.draft.text(part)
        joined = f"{text.rstrip()}\n\n{quotation}" if text.strip() else quotation
        return change.with_draft_text(change.with_passage(check, passage), part, joined)

    desk.edit(tr("Quote to draft"), apply)


def passage_at(check: Check, source: Source, start: int, end: int) -> Passage | None:
    """Return the passage that holds a stretch of a source's newest text, the shortest; or None."""
    around = [
        one
        for one in check.passages
        if one.version_id == source.version.id
        and one.selector.start <= start
        and end <= one.selector.end
    ]
    return min(around, key=lambda one: len(one.selector.exact), default=None)


def set_draft_text(desk: Desk, part: str, text: str) -> None:
    """Put a text with other citations into a part of the draft."""
    desk.edit(tr("Change citation"), lambda check: change.with_draft_text(check, part, text))


def set_span(
    desk: Desk, source: Source, spans: tuple[Span, ...], start: int, end: int, kind: SpanType
) -> None:
    """Say what a stretch of a source (code points) is; `spans` are those on show."""
    version = with_span(replace(source.version, spans=spans), start, end, kind)
    desk.edit(tr("Say what it is"), lambda check: with_version(check, version))


def set_finding_aside(desk: Desk, finding: Finding) -> str:
    """Set a finding of the pre-flight aside and return what to say; an error stays."""
    from workbench.core.finding import Severity
    from workbench.rules.preflight.dismissal import dismissal_key

    if finding.severity is Severity.ERROR:
        return tr("An error cannot be set aside. Mend it, or export as a draft.")
    key = dismissal_key(finding)
    desk.edit(tr("Set finding aside"), lambda check: change.with_dismissal(check, key))
    return tr("Set aside: {message}").format(message=told(finding.message))


def one_line(text: str) -> str:
    """Return a quotation on one line, its white space folded."""
    return " ".join(text.split())


def _passage(source: Source, start: int, end: int) -> Passage:
    version = source.version
    return Passage(
        id=clock.new_id(),
        source_id=source.id,
        version_id=version.id,
        selector=selector_for(version.text, start, end),
    )
