"""The six claims of the sample check: the ways in which a claim can end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_id import sample_id
from sample_source import LEDGER_DAY

from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimKind,
    ClaimStatus,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.date import DateBasis, DateValue, stated

if TYPE_CHECKING:
    from workbench.core.quote import Passage

WEEK_OF_THE_CALL = DateValue(
    value="2026-06-29",
    until="2026-07-05",
    basis=DateBasis.INFERRED,
    inferred_from="“last week” in a text of July 9, 2026",
    wording="last week",
)
"""When the reported call was."""
_TWO_PEOPLE = Attribution(
    kind=AttributionKind.ANONYMOUS, count=2, descriptor="people familiar with the call"
)
_MAYOR = Attribution(kind=AttributionKind.NAMED, name="Mayor Samuel Okafor")
_COMMENTARY = Attribution(kind=AttributionKind.OUTLET, name="Bay Commentary")
_BY_THE_CITY = "the mayor’s written statement of July 8, 2026"


class Claims:
    """Builds claims over the passages, each with ids made from its own name."""

    def __init__(self, passages: dict[str, Passage]) -> None:
        self._passages = passages

    def all(self) -> tuple[Claim, ...]:
        """Return the six claims in the order of the check; the first is the main one."""
        return (
            self._call(),
            self._talks(),
            self._senate(),
            self._ferries(),
            self._draft(),
            self._courting(),
        )

    def _call(self) -> Claim:
        name = "call"
        heard = Evidence(
            id=sample_id(f"{name} reply"),
            kind=EvidenceKind.REPLY,
            stance=Stance.CONTEXT,
            text=(
                "The governor’s office acknowledged our questions on July 9, 2026, and had not"
                " answered them by the afternoon of July 10."
            ),
            attribution=Attribution(
                kind=AttributionKind.ROLE_ONLY, name="press office of the governor"
            ),
        )
        evidence = (
            self._evidence(name, "ledger reported", Stance.SUPPORTS, _TWO_PEOPLE),
            self._evidence(name, "dialed herself", Stance.REPEATS, _COMMENTARY),
            self._evidence(name, "private conversations", Stance.QUALIFIES, _MAYOR),
            self._evidence(
                name,
                "Okafor telephoned",
                Stance.CONTEXT,
                Attribution(
                    kind=AttributionKind.ANONYMOUS,
                    count=3,
                    descriptor="people briefed on the conversation",
                ),
                note="Look-alike: the mayor called the governor, in May 2025. Not this call.",
            ),
            self._evidence(
                name,
                "Renner telephoned",
                Stance.CONTEXT,
                Attribution(
                    kind=AttributionKind.ANONYMOUS,
                    count=1,
                    descriptor="person who was told about the call",
                ),
                note="Look-alike: the former governor. Not this call.",
            ),
            heard,
        )
        first = Appearance(id=sample_id(f"{name} first"), place="The Ledger", when=LEDGER_DAY)
        return Claim(
            id=sample_id(f"claim {name}"),
            as_circulated=(
                "The governor called the mayor because the Harbor Bridge deal is back on."
            ),
            as_supported=(
                "The Ledger reports, citing two people it does not name, that Governor Ines"
                " Lindqvist privately called Mayor Samuel Okafor in the week before July 7, 2026."
            ),
            status=ClaimStatus.REPORTED,
            basis=Basis(
                evidence_ids=(evidence[0].id,), wording="The Ledger, as Bay Commentary relays it"
            ),
            claimant="Bay Commentary",
            action=Action(
                actor="Ines Lindqvist",
                action="called",
                recipient="Samuel Okafor",
                when=WEEK_OF_THE_CALL,
            ),
            appearances=(first, self._appearance(name, "dialed herself")),
            first_appearance_id=first.id,
            evidence=evidence,
            looked_at="the archive of The Ledger, which is behind a paywall we have no access to",
            notes=(
                "Try the reporter at The Ledger again on Monday. Do not print the second name that"
                " was mentioned on the phone."
            ),
        )

    def _talks(self) -> Claim:
        name = "talks"
        return Claim(
            id=sample_id(f"claim {name}"),
            as_circulated="The Harbor Bridge deal is back on.",
            as_supported="The state and the city have reopened talks on the Harbor Bridge.",
            status=ClaimStatus.NOT_CONFIRMED,
            claimant="Bay Commentary",
            action=Action(
                actor="the state and the city",
                action="reopened talks on",
                recipient="the Harbor Bridge",
            ),
            appearances=(self._appearance(name, "headline"),),
            evidence=(
                self._evidence(name, "back on the table", Stance.REPEATS, _COMMENTARY),
                self._evidence(name, "there is not", Stance.QUALIFIES, _MAYOR),
                self._evidence(name, "not on money", Stance.QUALIFIES, _COMMENTARY),
                self._evidence(name, "with anyone", Stance.CONTEXT, _MAYOR),
                self._evidence(
                    name,
                    "plan collapsed",
                    Stance.CONTEXT,
                    Attribution(kind=AttributionKind.OUTLET, name="Coast Wire"),
                ),
            ),
            looked_at=(
                "the city’s statement of July 8, 2026, and the announcements of both offices from"
                " June 29 to July 10, 2026"
            ),
        )

    def _senate(self) -> Claim:
        name = "senate"
        return Claim(
            id=sample_id(f"claim {name}"),
            as_circulated="The governor is running for the Senate.",
            as_supported="Governor Lindqvist has decided to run for the Senate.",
            status=ClaimStatus.NOT_CONFIRMED,
            claimant="Bay Commentary",
            action=Action(
                actor="Ines Lindqvist", action="decided to run for", recipient="the Senate"
            ),
            appearances=(self._appearance(name, "run for the Senate"),),
            evidence=(self._evidence(name, "run for the Senate", Stance.REPEATS, _COMMENTARY),),
            looked_at="the public register of campaign committees, on July 10, 2026",
        )

    def _ferries(self) -> Claim:
        name = "ferries"
        said = self._evidence(name, "ferry crews", Stance.SUPPORTS, _MAYOR)
        return Claim(
            id=sample_id(f"claim {name}"),
            as_circulated="The mayor says there will be no deal without the ferries.",
            as_supported=(
                "Mayor Okafor says that he will not sign an agreement that leaves the ferry crews"
                " behind."
            ),
            kind=ClaimKind.QUOTATION,
            status=ClaimStatus.CONFIRMED,
            basis=Basis(evidence_ids=(said.id,), wording=_BY_THE_CITY),
            claimant="Samuel Okafor",
            action=Action(
                actor="Samuel Okafor",
                action="will not sign",
                recipient="an agreement without the ferry crews",
                when=stated("2026-07-08"),
            ),
            appearances=(self._appearance(name, "ferry crews, repeated"),),
            evidence=(
                said,
                self._evidence(name, "ferry crews, repeated", Stance.REPEATS, _MAYOR),
            ),
        )

    def _draft(self) -> Claim:
        name = "draft"
        denied = self._evidence(name, "no draft", Stance.CONTRADICTS, _MAYOR)
        return Claim(
            id=sample_id(f"claim {name}"),
            as_circulated="The draft is already on the mayor’s desk.",
            as_supported="The city has received a draft agreement from the state.",
            status=ClaimStatus.CONTRADICTED,
            basis=Basis(evidence_ids=(denied.id,), wording=_BY_THE_CITY),
            claimant="Bay Commentary",
            action=Action(actor="the city", action="received", recipient="a draft agreement"),
            appearances=(self._appearance(name, "draft on the desk"),),
            evidence=(denied,),
        )

    def _courting(self) -> Claim:
        name = "courting"
        return Claim(
            id=sample_id(f"claim {name}"),
            as_circulated="She called because she needs the coast.",
            as_supported="A call to the mayor would fit an effort to win back coastal voters.",
            kind=ClaimKind.ANALYSIS,
            status=ClaimStatus.ANALYSIS,
            claimant="Bay Commentary",
            appearances=(self._appearance(name, "coast decides"),),
            evidence=(self._evidence(name, "coast decides", Stance.CONTEXT, _COMMENTARY),),
        )

    def _evidence(
        self, claim: str, passage: str, stance: Stance, attribution: Attribution, note: str = ""
    ) -> Evidence:
        return Evidence(
            id=sample_id(f"evidence {claim} {passage}"),
            stance=stance,
            passage_id=self._passages[passage].id,
            attribution=attribution,
            note=note,
        )

    def _appearance(self, claim: str, passage: str) -> Appearance:
        return Appearance(
            id=sample_id(f"appearance {claim} {passage}"),
            passage_id=self._passages[passage].id,
            when=stated("2026-07-09"),
        )
