"""Word and OpenDocument texts: paragraphs, lists, tables, notes and pictures in their order."""

import pytest

from tests.made_file import DENIAL, HEADLINE, HISTORY, LEDE, docx, odt, png, word_paragraph
from workbench.core.error import UserError
from workbench.intake.capture import capture_bytes
from workbench.intake.markup_metadata import markup_metadata_of

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DRAWING = (
    "<w:p><w:r><w:drawing><wp:inline xmlns:wp="
    '"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="x" descr="A steel bridge"/><a:blip xmlns:a='
    '"http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId7"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
_RELATIONS = (
    '<Relationships><Relationship Id="rId7" Target="media/image1.png"/>'
    '<Relationship Id="rId8" Target="https://x.example" TargetMode="External"/></Relationships>'
)


def word(body, **more):
    return capture_bytes(docx(body, **more), "a.docx")


def open_text(body, **more):
    return capture_bytes(odt(body, **more), "a.odt")


def numbered(level=0, list_id=3):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_paragraphs_of_a_word_document():
    capture = word(
        word_paragraph(HEADLINE, "Title")
        + word_paragraph(LEDE)
        + "<w:p><w:r><w:t>One</w:t><w:br/><w:t>line</w:t><w:tab/><w:t>and</w:t></w:r>"
        "<w:r><w:t xml:space='preserve'> another</w:t><w:noBreakHyphen/><w:t>one</w:t></w:r></w:p>"
        + "<w:p/>"
        + word_paragraph(DENIAL)
    )

    assert capture.text.split("\n\n") == [
        HEADLINE,
        LEDE,
        "One\nline\tand another\u2011one",
        DENIAL,
    ]
    assert capture.note == ""


def test_lists_of_a_word_document():
    numbering = (
        f"<w:numbering {_WORD}><w:abstractNum w:abstractNumId='1'>"
        "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    )
    styles = (
        f"<w:styles {_WORD}><w:style w:styleId='LB'><w:name w:val='List Number'/><w:pPr><w:numPr>"
        "<w:numId w:val='3'/></w:numPr></w:pPr></w:style></w:styles>"
    )
    body = (
        word_paragraph("Three things:")
        + word_paragraph("the crews", properties=numbered())
        + word_paragraph("on the north side", properties=numbered(1))
        + word_paragraph("the cost", "LB")
        + word_paragraph("Then he left.")
    )

    capture = word(body, parts={"word/numbering.xml": numbering, "word/styles.xml": styles})

    assert capture.text == (
        "Three things:\n\n1. the crews\n- on the north side\n2. the cost\n\nThen he left."
    )


def test_tables_notes_and_text_boxes_of_a_word_document():
    def cell(text):
        return f"<w:tc>{word_paragraph(text)}</w:tc>"

    table = (
        f"<w:tbl><w:tr>{cell('Year')}{cell('Cost')}</w:tr>"
        f"<w:tr>{cell('2025')}{cell('40 million')}</w:tr></w:tbl>"
    )
    layout = (
        f"<w:tbl><w:tr><w:tc>{word_paragraph(LEDE)}{word_paragraph(DENIAL)}</w:tc></w:tr></w:tbl>"
    )
    noted = "<w:p><w:r><w:t>He called</w:t><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>"
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice><w:txbxContent>"
        f"{word_paragraph('In a box')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{word_paragraph('In a box')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
        "<w:t>Around it</w:t></w:r></w:p>"
    )
    notes = (
        f"<w:footnotes {_WORD}><w:footnote w:id='0'><w:p/></w:footnote><w:footnote w:id='2'>"
        f"{word_paragraph('On July 2.')}</w:footnote></w:footnotes>"
    )

    capture = word(table + layout + noted + box, parts={"word/footnotes.xml": notes})

    assert capture.text.split("\n\n") == [
        "Year | Cost\n2025 | 40 million",
        LEDE,
        DENIAL,
        "He called[1].",
        "In a box",
        "Around it",
        "[1] On July 2.",
    ]


def test_tracked_changes_are_read_as_accepted_and_that_is_said():
    body = (
        "<w:p><w:r><w:t>He </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>once </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone </w:t></w:r>"
        "</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
        "<w:r><w:t>called.</w:t></w:r></w:p>"
    )

    capture = word(body)

    assert capture.text == "He once called."
    assert capture.note.startswith("The document has tracked changes")


def test_pictures_of_a_word_document_are_kept_with_what_is_said_of_them():
    content = png()
    parts = {"word/media/image1.png": content, "word/_rels/document.xml.rels": _RELATIONS}
    body = (
        word_paragraph(LEDE) + _DRAWING + word_paragraph("The bridge. Photo: Ada Bell", "Caption")
    )

    capture = word(body, parts=parts)

    (picture,) = capture.pictures
    assert picture.data == content
    assert (picture.image.caption, picture.image.credit) == ("The bridge.", "Photo: Ada Bell")
    assert picture.image.alt_text == "A steel bridge"


def test_an_open_text():
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        f"<text:h>{HEADLINE}</text:h>"
        "<text:p>He  said\n so<text:s text:c='2'/>twice<text:line-break/>and<text:tab/>left"
        "<office:annotation><text:p>a remark</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>On July 2.</text:p></text:note-body></text:note>.</text:p>"
        '<text:list text:style-name="L1"><text:list-item><text:p>the crews</text:p><text:list>'
        "<text:list-item><text:p>north</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>the cost</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row></table:table>"
        f"<text:p>{DENIAL}</text:p>"
    )

    capture = open_text(body, styles=styles)

    assert capture.text.split("\n\n") == [
        HEADLINE,
        "He said so  twice\nand\tleft[1].",
        "1. the crews\n- north\n2. the cost",
        "Year | Cost",
        DENIAL,
        "[1] On July 2.",
    ]
    assert capture.note.startswith("The document has tracked changes")


def test_pictures_of_an_open_text_are_kept_with_their_captions():
    content = png()
    body = (
        f"<text:p>{LEDE}</text:p><text:p><draw:frame><draw:text-box><text:p><draw:frame>"
        '<draw:image xlink:href="Pictures/1.png"/><svg:desc>A steel bridge</svg:desc></draw:frame>'
        "The bridge. (Photo: Ada Bell)</text:p></draw:text-box></draw:frame></text:p>"
    )

    (picture,) = open_text(body, parts={"Pictures/1.png": content}).pictures

    assert picture.data == content
    assert picture.image.alt_text == "A steel bridge"
    assert (picture.image.caption, picture.image.credit) == ("The bridge.", "Photo: Ada Bell")


MAKERS = [
    ("a.docx", lambda *texts, **more: docx("".join(map(word_paragraph, texts)), **more)),
    ("a.odt", lambda *texts, **more: odt("".join(f"<text:p>{t}</text:p>" for t in texts), **more)),
]


@pytest.mark.parametrize(("name", "made"), MAKERS)
def test_properties_are_proposed_only_where_the_text_bears_them_out(name, made):
    said = capture_bytes(
        made(HEADLINE, "By Ada Bell", LEDE, HISTORY, title=HEADLINE, author="Ada Bell"), name
    )
    silent = capture_bytes(made(LEDE, HISTORY, title="Old release", author="Ada Bell"), name)

    stated = markup_metadata_of(said)
    assert (stated.title.value, stated.title.basis) == (HEADLINE, "document properties")
    assert stated.title.certainty == "likely"
    assert (stated.byline.value, stated.byline.certainty) == ("Ada Bell", "likely")
    assert stated.published is None
    nothing = markup_metadata_of(silent)
    assert (nothing.title, nothing.byline, nothing.published) == (None, None, None)


@pytest.mark.parametrize(("name", "made"), MAKERS)
def test_a_document_without_words_is_told(name, made):
    with pytest.raises(UserError, match="There are no words in the document"):
        capture_bytes(made(" "), name)


@pytest.mark.parametrize(("name", "made"), MAKERS)
def test_a_cut_off_document_is_told(name, made):
    data = made(LEDE)

    with pytest.raises(UserError, match="Nothing was taken in"):
        capture_bytes(data[: len(data) // 2], name)
