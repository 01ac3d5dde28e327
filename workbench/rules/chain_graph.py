"""The provenance chain as a graph: claims, what they rest on, and the reports behind that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind, Stance
from workbench.core.source import HopKind
from workbench.rules.chain import NAMELESS, is_agency_copy, source_of
from workbench.rules.name import name_key
from workbench.rules.origin import origins_of_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence
    from workbench.core.source import Source


class NodeKind(StrEnum):
    """What a node of the chain is."""

    CLAIM = "claim"
    SOURCE = "source"
    UNSEEN = "unseen"


class EdgeKind(StrEnum):
    """Why an arrow goes from one node to another."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REPEATS = "repeats"
    STATED = "stated"
    INFERRED = "inferred"
    SYNDICATED = "syndicated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A claim, a source in hand, or a report that is only named.

    Attributes:
        key: of this node alone, the same for the same check.
        label: what it is called.
        note: what else tells it apart: the number of a claim, the title or date of a source.
        item_id: of the claim or source; empty for what is not in hand.
        is_origin: whether it is where the chain of some support ends.

    """

    key: str
    kind: NodeKind
    label: str
    note: str = ""
    item_id: str = ""
    is_origin: bool = False

    @property
    def in_hand(self) -> bool:
        """Whether it is in the dossier; a claim is."""
        return self.kind is not NodeKind.UNSEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow to what something rests on; `basis` is what an inferred one rests on."""

    start: str
    end: str
    kind: EdgeKind
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainGraph:
    """Nodes and arrows, in the order in which the claims lead to them; no arrow is there twice."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    def node(self, key: str) -> Node:
        """Return a node; raises KeyError if there is none with this key."""
        for node in self.nodes:
            if node.key == key:
                return node
        raise KeyError(key)

    def onward(self, key: str) -> tuple[Edge, ...]:
        """Return the arrows that leave a node."""
        return tuple(edge for edge in self.edges if edge.start == key)


_SHOWN = {
    Stance.SUPPORTS: EdgeKind.SUPPORTS,
    Stance.CONTRADICTS: EdgeKind.CONTRADICTS,
    Stance.REPEATS: EdgeKind.REPEATS,
}
"""Stances that say something about the claim; context is no part of its chain."""


def chain_graph(check: Check, claim_id: str = "") -> ChainGraph:
    """Return the chain behind one claim, or behind all that have evidence.

    Where a source supports or contradicts a claim, that it repeats it as well is left out. Raises
    KeyError for a claim that is not in the check.
    """
    claims = (check.claim(claim_id),) if claim_id else check.claims
    made = _Graph(check, claims)
    for claim in claims:
        made.add_claim(claim)
    said = {(edge.start, edge.end) for edge in made.edges if edge.kind is not EdgeKind.REPEATS}
    edges = tuple(
        edge
        for edge in made.edges
        if edge.kind is not EdgeKind.REPEATS or (edge.start, edge.end) not in said
    )
    return ChainGraph(nodes=tuple(made.nodes.values()), edges=edges)


class _Graph:
    """Nodes by key and arrows, as they are met."""

    def __init__(self, check: Check, claims: Iterable[Claim]) -> None:
        self._check = check
        self.nodes: dict[str, Node] = {}
        self.edges: dict[Edge, None] = {}
        pieces = [item for claim in claims for item in claim.evidence if item.stance in _COUNTED]
        known = origins_of_evidence(check, pieces).known
        self._origin_names = {origin.key for origin in known if not origin.in_hand}
        self._origin_ids = {source_id for origin in known for source_id in origin.source_ids}

    def add_claim(self, claim: Claim) -> None:
        pieces = [item for item in claim.evidence if item.stance in _SHOWN]
        if not pieces:
            return
        number = self._check.claim_number(claim.id)
        key = f"claim {claim.id}"
        self.nodes[key] = Node(
            key=key,
            kind=NodeKind.CLAIM,
            label=" ".join(claim.wording.split()) or f"Claim {number}",
            note=f"Claim {number}",
            item_id=claim.id,
        )
        for item in pieces:
            self._link(key, self._piece(item), _SHOWN[item.stance])

    def _piece(self, item: Evidence) -> str:
        """Return the node that evidence stands in, and that of the outlet it is attributed to."""
        source = source_of(self._check, item)
        if source is None:
            return self._unseen(item.attribution.name.strip() or " ".join(item.text.split()))
        key = self._source(source)
        outlet = item.attribution.name.strip()
        if item.attribution.kind is AttributionKind.OUTLET and outlet:
            named = {
                name_key(self.nodes[edge.end].label) for edge in self.edges if edge.start == key
            }
            if name_key(outlet) not in named | {name_key(source.name), name_key(source.agency)}:
                self._link(key, self._unseen(outlet), EdgeKind.STATED)
        return key

    def _source(self, source: Source) -> str:
        key = f"source {source.id}"
        if key in self.nodes:
            return key  # a circle ends here
        self.nodes[key] = Node(
            key=key,
            kind=NodeKind.SOURCE,
            label=source.name.strip() or NAMELESS.capitalize(),
            note=" ".join(source.title.split()) if source.name.strip() != source.title else "",
            item_id=source.id,
            is_origin=source.id in self._origin_ids and not is_agency_copy(source),
        )
        if source.syndicated_from:
            original = self._check.source(source.syndicated_from)
            self._link(key, self._source(original), EdgeKind.SYNDICATED)
        elif is_agency_copy(source):
            self._link(key, self._agency(source), EdgeKind.SYNDICATED)
        for hop in source.relies_on if not source.syndicated_from else ():
            kind = EdgeKind.STATED if hop.kind is HopKind.STATED else EdgeKind.INFERRED
            target = self._check.source(hop.source_id) if hop.source_id else None
            end = self._source(target) if target else self._unseen(hop.name.strip())
            self._link(key, end, kind, hop.basis.strip())
        return key

    def _agency(self, source: Source) -> str:
        """Return the node of an agency: its own report if that is in hand."""
        wanted = name_key(source.agency)
        for other in self._check.sources:
            if other is not source and name_key(other.outlet) == wanted:
                return self._source(other)
        key = self._unseen(source.agency.strip())
        if source.id in self._origin_ids:  # a copy of its text is in hand, and counts for it
            node = self.nodes[key]
            self.nodes[key] = Node(
                key=key, kind=node.kind, label=node.label, note=node.note, is_origin=True
            )
        return key

    def _unseen(self, name: str) -> str:
        key = f"report {name_key(name) or name}"
        if key not in self.nodes:
            self.nodes[key] = Node(
                key=key,
                kind=NodeKind.UNSEEN,
                label=name,
                is_origin=(name_key(name) or name) in self._origin_names,
            )
        return key

    def _link(self, start: str, end: str, kind: EdgeKind, basis: str = "") -> None:
        self.edges[Edge(start=start, end=end, kind=kind, basis=basis)] = None


_COUNTED = (Stance.SUPPORTS, Stance.CONTRADICTS)
