"""One file of each kind: inspected, brought in, kept with its pictures, packed and unpacked."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.made_file import (
    ADDRESS,
    ARTICLE,
    DENIAL,
    HEADLINE,
    LEDE,
    docx,
    mail,
    mhtml,
    odt,
    page,
    pdf,
    png,
    set_lines,
    word_paragraph,
)
from workbench.clock import now
from workbench.store.check_store import CheckStore

PICTURE = "https://northshore-herald.example/bridge.png"
CAPTION = "The bridge. Photo: Ada Bell"
FIGURE = f"<figure><img src='{PICTURE}'><figcaption>{CAPTION}</figcaption></figure>"
LINES = [LEDE[start : start + 80] for start in range(0, len(LEDE), 80)]
FILES = {
    "a.txt": LEDE.encode(),
    "a.md": f"# {HEADLINE}\n\n{LEDE}\n".encode(),
    "a.html": page(ARTICLE).encode(),
    "a.mhtml": mhtml(page(FIGURE + ARTICLE), [(PICTURE, "image/png", png())]),
    "a.pdf": pdf([[(72, 740, HEADLINE, 18), *set_lines([HEADLINE, DENIAL])]]),
    "a.docx": docx(word_paragraph(HEADLINE) + word_paragraph(LEDE)),
    "a.odt": odt(f"<text:p>{HEADLINE}</text:p><text:p>{LEDE}</text:p>"),
    "a.eml": mail(LEDE, attached=[("Plan.pdf", b"%PDF-1.4")]),
}


@pytest.fixture
def saved(tmp_path):
    """Return a function that writes one of the files."""

    def write(name):
        path = tmp_path / name
        path.write_bytes(FILES[name])
        return path

    return write


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_kind_is_inspected(workbench, saved, name):
    outcome = workbench("inspect", saved(name), "--json")

    assert outcome.code == 0, outcome.err
    found = json.loads(outcome.out)
    assert "Okafor" in found["text"]
    if name == "a.mhtml":
        assert found["metadata"]["url"] == {
            "value": ADDRESS,
            "basis": "web archive, Snapshot-Content-Location",
            "certainty": "stated",
        }
    if name == "a.eml":
        assert found["metadata"]["published"]["zone"] == "-04:00"
        assert "Attached and not taken in: “Plan.pdf”." in outcome.err


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_kind_is_brought_in_with_its_bytes(workbench, workspace, saved, name):
    slug = workbench("new", "Bridge").out.strip()

    added = workbench("add", slug, saved(name))

    assert added.code == 0, added.err
    (source,) = json.loads(workbench("show", slug, "--json").out)["sources"]
    assert "Okafor" in source["versions"][0]["text"]
    assert source["published"]["basis"] == "unknown"
    store = CheckStore.open(workspace, now())
    assert store.original(hashlib.sha256(FILES[name]).hexdigest()) == FILES[name]
    store.close()


def test_pictures_of_a_page_stay_with_it_and_travel_in_the_case(workbench, saved, tmp_path):
    slug = workbench("new", "Bridge").out.strip()
    workbench("add", slug, saved("a.mhtml"))

    (source,) = json.loads(workbench("show", slug, "--json").out)["sources"]
    (image,) = source["versions"][0]["images"]
    assert (image["caption"], image["credit"]) == ("The bridge.", "Photo: Ada Bell")
    case = tmp_path / "bridge.case"
    assert workbench("pack", slug, "--to", case).code == 0
    other = tmp_path / "other.workbench"
    assert workbench("--workspace", other, "unpack", case).out.strip() == slug
    store = CheckStore.open(other, now())
    assert store.original(image["sha256"]) == png()
    store.close()
