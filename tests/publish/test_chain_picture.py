"""The picture: well-formed, inert, the same bytes, nothing on top of anything else."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.publish.chain_layout import BOX_WIDTH, layout_of
from workbench.publish.chain_picture import chain_picture, chain_sentences
from workbench.rules.chain_graph import ChainGraph, Edge, EdgeKind, Node, NodeKind, chain_graph

SVG = "{http://www.w3.org/2000/svg}"


def a_node(number, kind=NodeKind.SOURCE, **fields):
    return Node(
        key=f"n{number}", kind=kind, label=fields.pop("label", f"Outlet {number}"), **fields
    )


def a_graph(count, pairs):
    """Return a graph with so many nodes and an arrow for each pair of numbers."""
    return ChainGraph(
        nodes=tuple(a_node(number) for number in range(count)),
        edges=tuple(Edge(start=f"n{a}", end=f"n{b}", kind=EdgeKind.STATED) for a, b in pairs),
    )


def words_in(svg):
    return [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def overlaps(one, other):
    return (
        abs(one.x - other.x) < BOX_WIDTH
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def test_picture_of_a_check_names_every_source_and_says_what_is_not_in_hand(harbor):
    svg = chain_picture(chain_graph(harbor), harbor.title)
    shown = " ".join(words_in(svg))
    assert "not in hand" in shown
    assert "Claim 1" in shown
    assert svg == chain_picture(chain_graph(harbor), harbor.title)


def test_picture_holds_nothing_that_acts_or_comes_from_elsewhere(harbor):
    root = ElementTree.fromstring(chain_picture(chain_graph(harbor), harbor.title))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text"}
    values = [value for element in root.iter() for value in element.attrib.values()]
    assert not any("http" in value or "javascript" in value for value in values)


def test_hostile_names_are_words():
    evil = '</text><script>alert(1)</script>&"<\x00\x0b\ud800'
    graph = ChainGraph(nodes=(a_node(1, label=evil, note=evil),))
    root = ElementTree.fromstring(chain_picture(graph, evil))
    assert root.find(f".//{SVG}script") is None
    assert "alert(1)" in "".join(root.itertext())


def test_kinds_are_told_by_shape_and_line():
    graph = ChainGraph(
        nodes=(
            a_node(1, NodeKind.CLAIM, note="Claim 1"),
            a_node(2, is_origin=True),
            a_node(3, NodeKind.UNSEEN),
        ),
        edges=(
            Edge(start="n1", end="n2", kind=EdgeKind.SUPPORTS),
            Edge(start="n2", end="n3", kind=EdgeKind.INFERRED, basis="image caption"),
        ),
    )
    root = ElementTree.fromstring(chain_picture(graph, "A check"))
    boxes = [box for box in root.iter(f"{SVG}rect") if box.get("stroke")]
    looks = [(box.get("stroke-width"), bool(box.get("stroke-dasharray"))) for box in boxes]
    assert looks == [("1.2", False), ("3", False), ("1.2", True)]
    assert "image caption" in words_in(chain_picture(graph, "A check"))
    colors = {value for element in root.iter() for value in element.attrib.values()}
    assert {color for color in colors if color.startswith("#")} == {"#1e2227", "#ffffff"}


def test_sentences_tell_the_same_as_the_picture():
    graph = ChainGraph(
        nodes=(
            a_node(1, NodeKind.CLAIM, note="Claim 1"),
            a_node(2, label="Courier"),
            a_node(3, NodeKind.UNSEEN, label="The Ledger", is_origin=True),
        ),
        edges=(
            Edge(start="n1", end="n2", kind=EdgeKind.SUPPORTS),
            Edge(start="n2", end="n3", kind=EdgeKind.STATED),
        ),
    )
    assert chain_sentences(graph) == (
        "Claim 1 rests on Courier.",
        "Courier relies on The Ledger (not in hand, origin).",
    )


def test_empty_chain_says_so():
    svg = chain_picture(ChainGraph(), "A check")
    assert words_in(svg) == ["No evidence is tied to a claim yet."]


graphs = st.integers(1, 30).flatmap(
    lambda count: st.builds(
        a_graph,
        st.just(count),
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(
                lambda pair: pair[0] != pair[1]
            ),
            max_size=60,
            unique=True,
        ),
    )
)


@given(graphs)
def test_any_graph_with_circles_too_is_laid_out_without_overlap(graph):
    layout = layout_of(graph)
    boxes = list(layout.boxes.values())
    assert len(boxes) == len(graph.nodes)
    for number, box in enumerate(boxes):
        assert 0 <= box.x <= layout.width - BOX_WIDTH
        assert 0 <= box.y <= layout.height - box.height
        assert not any(overlaps(box, other) for other in boxes[number + 1 :])
    ElementTree.fromstring(chain_picture(graph, "A check"))


@pytest.mark.parametrize("count", [2, 7, 30])
def test_chain_in_a_row_runs_from_left_to_right(count):
    layout = layout_of(a_graph(count, [(at, at + 1) for at in range(count - 1)]))
    places = [layout.boxes[f"n{at}"].x for at in range(count)]
    assert places == sorted(set(places))


def test_two_chains_side_by_side_do_not_cross():
    layout = layout_of(a_graph(6, [(0, 3), (1, 2), (3, 5), (2, 4)]))
    box = layout.boxes
    assert (box["n0"].y < box["n1"].y) == (box["n3"].y < box["n2"].y)
    assert (box["n3"].y < box["n2"].y) == (box["n5"].y < box["n4"].y)
