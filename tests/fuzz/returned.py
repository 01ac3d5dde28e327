"""Files that come back from an editor, whole or spoilt, for the fuzzing."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.fuzz import material
from tests.made_file import zipped

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House

AT = datetime(2026, 7, 20, tzinfo=UTC)
_MARKS = (
    *("{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{>>", "<<}", "{==", "==}", "\ue0f0"),
    *("\n\n", "- ", "> ", "## ", "**", "`", "[", "](", "](https://a.example/x)", "[1]", "\\"),
    *("Confirmed by the Ledger:", "Not confirmed:", "Nothing is confirmed so far.", "---\n"),
)
_ELEMENTS = (
    '<w:ins w:id="1" w:author="A" w:date="2026-07-09T10:15:00Z">', "</w:ins>", "<w:p>", "</w:p>",
    '<w:del w:id="2" w:author="B">', "</w:del>", "<w:moveFrom>", "</w:moveFrom>", "<w:r><w:t>x",
    "</w:t></w:r>", '<w:commentReference w:id="0"/>', "<w:r><w:delText>y</w:delText></w:r>",
)  # fmt: skip


@cache
def sample() -> tuple[Check, House]:
    """Return the sample and the house that it goes out by."""
    from workbench.house.house import load_house
    from workbench.intake.sample import sample_case

    return sample_case()[0], load_house()


@cache
def _markdown() -> str:
    from workbench.publish.markdown import markdown_for

    return markdown_for(*sample())


@cache
def _word() -> dict[str, bytes]:
    from workbench.publish.word_file import word_file_for

    with zipfile.ZipFile(io.BytesIO(word_file_for(*sample()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file that comes back: Markdown or a Word document, with changes of every kind."""
    kind = draw(st.sampled_from(("md", "docx", "docx", "bytes")))
    if kind == "md":
        text = _strewn(draw, _markdown(), st.one_of(st.sampled_from(_MARKS), material.texts(6)))
        return "back.md", text.encode("utf-8", "surrogatepass")
    if kind == "bytes":
        data = draw(material.spoilt(zipped(_word())))
        return draw(st.sampled_from(("back.docx", "back.md"))), data
    members = dict(_word())
    name = draw(st.sampled_from(("word/document.xml", "word/styles.xml", "docProps/custom.xml")))
    xml = members.get(name, b"<Properties/>").decode()
    if draw(st.booleans()):
        xml = _strewn(draw, xml, st.sampled_from(_ELEMENTS))
    else:
        xml = _words_strewn(draw, xml)
    members[name] = xml.encode("utf-8", "surrogatepass")
    return "back.docx", zipped(members)


def _strewn(draw: st.DrawFn, text: str, pieces: st.SearchStrategy[str]) -> str:
    for _ in range(draw(st.integers(0, 8))):
        at = int(draw(st.floats(0, 1)) * len(text))
        length = draw(st.sampled_from((0, 0, 3, 40, 400)))
        text = text[:at] + draw(pieces) + text[at + length :]
    return text


def _words_strewn(draw: st.DrawFn, xml: str) -> str:
    """Return the XML with whole runs in other elements, so that it stays well-formed."""
    runs = xml.split("<w:r>")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(runs) - 1))
        if "</w:r>" in runs[at] and at:
            inside, _, rest = runs[at].partition("</w:r>")
            tag = draw(st.sampled_from(("ins", "del", "moveTo", "moveFrom")))
            runs[at] = f"{inside}</w:r></w:{tag}>{rest}"
            runs[at - 1] += f'<w:{tag} w:id="1" w:author="Mara Voss" w:date="2026-07-09T10:15:00Z">'
    return "<w:r>".join(runs)


def take_back(drawn: tuple[str, bytes]) -> None:
    """Read a file back, place its changes, take them all; nothing but a sentence may come of it."""
    from workbench.core.error import UserError
    from workbench.intake.review_file import returned_review
    from workbench.publish.markdown import markdown_for
    from workbench.publish.review import review_of, with_review
    from workbench.publish.review_sent import SentState
    from workbench.rules.suggestion import with_suggestion_taken

    name, data = drawn
    check, house = sample()
    returned = returned_review(data, name)
    sent = SentState(check=check, revision=1, is_exact=True, words="Made from revision 1.")
    review = review_of(check, returned, sent, house, AT)
    kept = with_review(check, review)
    assert kept.draft == check.draft
    assert kept.claims == check.claims
    again = review_of(kept, returned, sent, house, AT)
    assert again.is_empty
    for one in review.suggestions:
        with suppress(UserError):
            kept = with_suggestion_taken(kept, one.id, "Nora Feld", AT)
    assert markdown_for(kept, house)
