"""The printed check, read back with another reader than the one that wrote it."""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
from pypdfium2 import raw
from PySide6.QtCore import QBuffer, QLocale
from PySide6.QtGui import QColor, QImage, QPageSize, QTextListFormat

from workbench.core.draft import Draft, DraftPart, Image
from workbench.core.record import CheckState
from workbench.intake.sample import sample_case
from workbench.publish.block import parts_as_blocks
from workbench.ui.pdf_file import pdf_file_for, usual_page, with_time
from workbench.ui.print_text import PrintText

A4 = QPageSize(QPageSize.PageSizeId.A4)


@pytest.fixture
def sample():
    return sample_case()[0]


def printed(qapp, check, house, pictures=None, page=A4):
    document = pypdfium2.PdfDocument(pdf_file_for(check, house, pictures, page))
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    return document, texts


def squeezed(text):
    """Return a text without spaces and hyphens, which a line end may take or give."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def links(document):
    found = []
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, place, link):
            action = raw.FPDFLink_GetAction(link)
            length = raw.FPDFAction_GetURIPath(document, action, None, 0)
            kept = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(document, action, kept, length)
            found.append(kept.value.decode())
    return found


def test_every_word_of_the_check_is_printed_in_its_order(qapp, house, sample):
    _, texts = printed(qapp, sample, house)
    pages = [squeezed(text) for text in texts]
    at = 0
    for part in parts_as_blocks(sample, house):
        for words in filter(None, (part.heading, *(block.text for block in part.blocks))):
            wanted = squeezed(words)
            where = next((n for n in range(at, len(pages)) if wanted in pages[n]), None)
            if where is None:  # cut in two by the end of a page
                assert squeezed(words[:30]) in "".join(pages[at : at + 2])
                assert squeezed(words[-15:]) in "".join(pages[at : at + 2])
            else:
                at = where


def test_same_check_gives_the_same_bytes_at_another_time(qapp, house, sample):
    data = pdf_file_for(sample, house, page=A4)
    later = with_time(data, sample.changed + timedelta(days=400))
    assert later != data
    assert len(later) == len(data)
    assert with_time(later, sample.changed) == data
    assert b"20260710" in data[:2_000]  # the sample's own day, not today's
    assert pdf_file_for(sample, house, page=A4) == data


def test_title_author_and_numbers_of_the_pages_are_in_it(qapp, house, sample):
    document, texts = printed(qapp, replace(sample, title="Bridge – “off”? 🌉"), house)
    known = document.get_metadata_dict()
    assert known["Title"] == "Bridge – “off”? 🌉"
    assert known["Author"] == sample.author
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text


@pytest.mark.parametrize(
    ("state", "says"), [(CheckState.DRAFT, True), (CheckState.APPROVED, False)]
)
def test_every_page_of_a_draft_says_so_and_no_other(qapp, house, sample, state, says):
    _, texts = printed(qapp, replace(sample, state=state), house)
    assert len(texts) > 2
    assert all(("DRAFT. Not approved" in text) is says for text in texts)


def test_links_lead_where_the_page_leads_and_paper_shows_the_address(qapp, house, sample):
    typed = "See [the register](https://example.org/a(b)?q=å) and nothing else."
    check = replace(sample, draft=Draft(parts=(DraftPart(key="lede", text=typed),)))
    document, texts = printed(qapp, check, house)
    assert any(link.startswith("https://example.org/a") and "%C3%A5" in link
               for link in links(document))  # fmt: skip
    assert "the register (https://example.org/a" in " ".join(texts)


@pytest.mark.parametrize(("language", "told"), [("de", "de"), ("pt-BR", "pt-BR"), (") >>", "en")])
def test_language_is_told_to_who_reads_aloud(qapp, house, sample, language, told):
    data = pdf_file_for(replace(sample, language=language), house, page=A4)
    assert data.count(f"/Lang ({told})\n".encode()) == 1
    document = pypdfium2.PdfDocument(data)
    assert len(document) > 2
    assert raw.FPDFCatalog_IsTagged(document) == 0  # the limits say so
    table = data[int(data.rsplit(b"startxref\n", 1)[1].split()[0]) :]
    assert table.startswith(b"xref\n")
    number, place = table.split()[1], int(table.split()[3])
    assert data[place:].startswith(number + b" 0 obj\n<<\n/Type /Catalog\n")
    if hasattr(raw, "FPDFCatalog_GetLanguage"):
        kept = (ctypes.c_ushort * 32)()
        raw.FPDFCatalog_GetLanguage(document, kept, 64)
        assert "".join(map(chr, kept)).rstrip("\0") == told


def test_fonts_are_inside_the_file(qapp, house, sample):
    data = pdf_file_for(sample, house, page=A4)
    assert data.count(b"/FontFile") >= data.count(b"/Type /FontDescriptor") > 0


def test_no_line_is_written_twice_where_pages_meet(qapp, house, sample):
    for lines in range(1, 9):
        text = "\n\n".join(["Short."] * lines)
        check = replace(sample, draft=Draft(parts=(DraftPart(key="lede", text=text),)))
        _, texts = printed(qapp, check, house)
        assert " ".join(texts).count("Ready social post") == 1


def test_nothing_is_cut_off_however_long_the_word(qapp, house, sample):
    long = "x" * 400
    check = replace(sample, draft=Draft(parts=(DraftPart(key="lede", text=f"Begin {long} end."),)))
    document, texts = printed(qapp, check, house)
    assert squeezed(long) in squeezed(texts[0])
    width = document[0].get_width()
    page = document[0].get_textpage()
    for index in range(page.count_rects()):
        left, _, right, _ = page.get_rect(index)
        assert 0 < left < right < width - 50


def test_a_heading_stands_with_what_it_is_over(qapp, house, sample):
    for lines in range(1, 30):
        text = "\n\n".join(["Short."] * lines)
        check = replace(sample, draft=Draft(parts=(DraftPart(key="lede", text=text),)))
        _, texts = printed(qapp, check, house)
        headings = [part.heading for part in parts_as_blocks(check, house) if part.heading]
        for page in texts:
            body = page.split(f" {check.title} Page ")[0].split(" Page ")[0].strip()
            body = body.removesuffix(check.title).strip()
            assert not body.endswith(tuple(headings)), body[-60:]


def test_picture_is_printed_above_its_caption_if_it_is_wanted(qapp, house, sample):
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#00aa00"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    data = bytes(buffer.data().data())
    image = Image(id=sample.images[0].id, sha256="a" * 64, alt_text="A pier.", caption="The pier.")
    check = replace(sample, images=(image,))

    def pictures_in(document):
        kinds = [obj.type for page in document for obj in page.get_objects()]
        return kinds.count(raw.FPDF_PAGEOBJ_IMAGE)

    without, _ = printed(qapp, check, house)
    with_it, texts = printed(qapp, check, house, {"a" * 64: data})
    assert pictures_in(without) == 0
    assert pictures_in(with_it) == 1
    assert "The pier." in " ".join(texts)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("en_US", "Letter"), ("en_GB", "A4"), ("de_DE", "A4"), ("es_MX", "Letter"), ("C", "A4")],
)
def test_paper_is_that_of_the_locale(qapp, name, wanted):
    assert usual_page(QLocale(name)) == QPageSize(getattr(QPageSize.PageSizeId, wanted))


def test_the_page_has_the_size_of_its_paper(qapp, house, sample):
    letter = QPageSize(QPageSize.PageSizeId.Letter)
    document, _ = printed(qapp, sample, house, page=letter)
    assert (round(document[0].get_width()), round(document[0].get_height())) == (612, 792)


def test_a_numbered_list_behind_a_plain_one_is_printed_with_its_numbers(qapp, house, sample):
    lede = DraftPart(key="lede", text="- one\n- two\n\n3. three\n4. four")
    _, texts = printed(qapp, replace(sample, draft=Draft(parts=(lede,))), house)
    assert "one two 3. three 4. four" in texts[0]
    document = PrintText(600, 800).write(replace(sample, draft=Draft(parts=(lede,))), house, {})
    styles = {}
    block = document.begin()
    while block.isValid():
        if (made := block.textList()) is not None:
            styles[block.text()] = made.format().style(), made.format().start()
        block = block.next()
    assert styles["two"][0] is QTextListFormat.Style.ListDisc
    assert styles["three"] == (QTextListFormat.Style.ListDecimal, 3)
    assert styles["four"] == styles["three"]
