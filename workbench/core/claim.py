"""Claims: checkable statements with their status, the basis of it, and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.identity import require_id


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    FACT = "fact"
    QUOTATION = "quotation"
    ANALYSIS = "analysis"
    PREDICTION = "prediction"
    MOTIVE = "motive"


class ClaimStatus(StrEnum):
    """How far a claim is borne out."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    NOT_CONFIRMED = "not_confirmed"
    CONTRADICTED = "contradicted"
    NOT_CHECKABLE = "not_checkable"
    ANALYSIS = "analysis"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    REPEATS = "repeats"
    CONTEXT = "context"


class AttributionKind(StrEnum):
    """Who says it inside the source."""

    UNSTATED = "unstated"
    NAMED = "named"
    ROLE_ONLY = "role_only"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    BROADCAST = "broadcast"
    OUTLET = "outlet"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    PASSAGE = "passage"
    DOCUMENT = "document"
    DATUM = "datum"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it inside the source.

    Attributes:
        name: the person, role, document, programme or outlet.
        count: how many anonymous sources; 0 if not said.
        descriptor: how the text describes them ("people familiar with the call").

    """

    kind: AttributionKind = AttributionKind.UNSTATED
    name: str = ""
    count: int = 0
    descriptor: str = ""

    def __post_init__(self) -> None:
        if self.count < 0 or (self.count and self.kind is not AttributionKind.ANONYMOUS):
            raise ValueError("only anonymous sources are counted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Who did what to whom, and when: never the publication date."""

    actor: str = ""
    action: str = ""
    recipient: str = ""
    when: DateValue = UNKNOWN_DATE

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return not (
            self.actor or self.action or self.recipient or self.when.is_known or self.when.wording
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A place where a claim occurs: a passage in the dossier, or an address elsewhere."""

    id: str
    passage_id: str = ""
    place: str = ""
    url: str = ""
    when: DateValue = UNKNOWN_DATE

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if self.passage_id:
            require_id("passage_id", self.passage_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage, document, datum or reply tied to a claim.

    Attributes:
        passage_id: the passage, for evidence of that kind; empty for the others.
        source_id: for a document, datum or reply that is a source in the dossier; may be empty.
        text: what it says, for evidence that is no passage.
        attribution: who says it inside the source.
        note: internal; never leaves the workspace.

    """

    id: str
    kind: EvidenceKind = EvidenceKind.PASSAGE
    stance: Stance = Stance.SUPPORTS
    passage_id: str = ""
    source_id: str = ""
    text: str = ""
    attribution: Attribution = Attribution()
    note: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if (self.kind is EvidenceKind.PASSAGE) != bool(self.passage_id):
            raise ValueError("evidence of the kind passage names its passage, and no other does")
        if self.kind is not EvidenceKind.PASSAGE and not self.text.strip():
            raise ValueError("a document, datum or reply says in words what it shows")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The evidence a status rests on.

    Attributes:
        evidence_ids: evidence of the same claim.
        wording: who confirms or reports it, in the checker's words; empty to name the sources.

    """

    evidence_ids: tuple[str, ...] = ()
    wording: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the status rests on nothing yet."""
        return not self.evidence_ids and not self.wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement, in neutral wording, with no verdict inside.

    Attributes:
        as_circulated: the wording people share.
        as_supported: the strongest wording that the evidence carries.
        claimant: who made the claim.
        first_appearance_id: the earliest known appearance; empty if unknown.
        looked_at: where evidence was looked for and not found, in words; exported.
        notes: internal; never leaves the workspace.

    """

    id: str
    as_circulated: str = ""
    as_supported: str = ""
    kind: ClaimKind = ClaimKind.FACT
    status: ClaimStatus = ClaimStatus.NOT_CONFIRMED
    basis: Basis = Basis()
    claimant: str = ""
    action: Action = Action()
    appearances: tuple[Appearance, ...] = ()
    first_appearance_id: str = ""
    evidence: tuple[Evidence, ...] = ()
    looked_at: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        known = {item.id for item in self.evidence}
        if len(known) != len(self.evidence):
            raise ValueError("two pieces of evidence share an id")
        if len({item.id for item in self.appearances}) != len(self.appearances):
            raise ValueError("two appearances share an id")
        if not known.issuperset(self.basis.evidence_ids):
            raise ValueError("a status rests on evidence of its own claim")
        if self.first_appearance_id and self.first_appearance_id not in {
            item.id for item in self.appearances
        }:
            raise ValueError("the first appearance is one of the claim's appearances")

    @property
    def wording(self) -> str:
        """The careful wording, else the circulated one; may be empty for a claim just begun."""
        return self.as_supported or self.as_circulated

    @property
    def passage_ids(self) -> tuple[str, ...]:
        """Passages this claim points at, appearances first, each once."""
        ids = [item.passage_id for item in self.appearances]
        ids += [item.passage_id for item in self.evidence]
        return tuple(dict.fromkeys(passage_id for passage_id in ids if passage_id))
