"""Files made to hang, fill or break a program that reads them, built when they are needed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tests.made_file import (
    LEDE,
    docx,
    mhtml,
    odt,
    page,
    pdf_file,
    stream,
    word_paragraph,
    zipped,
)

MB = 1_000_000
WORDS = LEDE.encode() + b" "


def _deflated_zeros(size):
    packer = zlib.compressobj(9)
    parts = [packer.compress(b" " * MB) for _ in range(size // MB)]
    return b"".join([*parts, packer.flush()])


# --- zip


def word_bomb():
    """A body that unpacks a thousandfold."""
    return docx(word_paragraph(" " * 80 * MB))


def lying_word_bomb():
    """A body whose headers say that it is small."""
    data = word_bomb()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    return data.replace(struct.pack("<L", size), struct.pack("<L", 1000))


def nested_zip():
    inner = zipped({"word/document.xml": b" " * 10 * MB})
    for _ in range(8):
        inner = zipped({"word/document.xml": inner, "word/styles.xml": inner})
    return inner


def many_members():
    members = {f"word/{number}.xml": b"" for number in range(30_000)}
    return zipped({"word/document.xml": b"<x/>"} | members, zipfile.ZIP_STORED)


def overlapping_members():
    """Ten thousand names for the same packed bytes, as in the bombs of David Fifield."""
    packed = _deflated_zeros(20 * MB)
    name = b"word/document.xml"
    crc = zlib.crc32(b" " * 20 * MB)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), 20 * MB, 17, 0)
    body = local + name + packed
    entries = b""
    for number in range(9_000):
        own = b"%017d" % number if number else name
        entries += struct.pack(
            "<4s6H3L5H2L",
            *(b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), 20 * MB, 17, 0, 0, 0, 0, 0, 0),
        )
        entries += own
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9_000, 9_000, len(entries), len(body), 0)
    return body + entries + end


def huge_directory():
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", *([0] * 9), 1, *([0] * 6)) + b"x"
    entries = entry * (30 * MB // len(entry))
    count = (len(entries) // len(entry)) & 0xFFFF
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), 4, 0)
    return b"PK\3\4" + entries + end


def picture_bomb():
    data = zipped({"word/media/image1.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40 * MB})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        image = archive.read("word/media/image1.png")
    relations = '<r><Relationship Id="rId7" Target="media/image1.png"/></r>'
    drawing = '<a:blip xmlns:a="urn:a" r:embed="rId7"/>' * 400
    parts = {"word/media/image1.png": image, "word/_rels/document.xml.rels": relations}
    return docx(word_paragraph(LEDE) + f"<w:p>{drawing}</w:p>", parts=parts)


# --- XML


def _entities(body):
    lines = ['<!ENTITY a0 "lollollollol">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return f"<?xml version='1.0'?><!DOCTYPE x [{''.join(lines)}]>{body}"


def billion_laughs_in_word():
    document = _entities("<w:document xmlns:w='urn:w'><w:t>&a9;</w:t></w:document>")
    return zipped({"word/document.xml": document})


def billion_laughs_in_open_text():
    content = _entities("<x>&a9;</x>").encode("utf-16")
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def outside_entity():
    document = (
        "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w="
        "'http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:t>&f;</w:t></w:p>"
        "</w:document>"
    )
    return zipped({"word/document.xml": document})


def deep_tables():
    return docx(
        "<w:tbl><w:tr><w:tc>" * 3_000 + word_paragraph(LEDE) + "</w:tc></w:tr></w:tbl>" * 3_000
    )


def deep_lists():
    return odt(
        "<text:list><text:list-item>" * 120
        + "<text:p>x</text:p>"
        + "</text:list-item></text:list>" * 120
    )


def many_paragraphs():
    return docx("<w:p/>" * 3_000_000)


def many_words():
    text = "word and word " * 2_000
    return docx(word_paragraph(text) * 900)


def many_notes():
    mark = "".join(
        f'<w:p><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>' for number in range(60_000)
    )
    return docx(word_paragraph(LEDE) + mark)


def unclosed_rows():
    return docx("<w:tr><w:tc>" * 100 + word_paragraph(LEDE))


def many_attributes():
    attributes = " ".join(f'a{number}="x"' for number in range(200_000))
    return docx(f"<w:p {attributes}><w:r><w:t>{LEDE}</w:t></w:r></w:p>")


# --- PDF


def _page(content=b"4 0 R", resources=b""):
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents %s/Resources<<%s>>>>" % (
        content,
        resources,
    )


def cyclic_pages():
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]/Parent 3 0 R>>",
            b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R]/Parent 2 0 R>>",
        ]
    )


def cyclic_objects():
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"3 0 R",
            b"4 0 R",
            b"2 0 R",
            b"<</Length 5 0 R>>stream\n",
        ]
    )


def cyclic_forms():
    """A drawing that draws itself."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            _page(resources=b"/XObject<</F 5 0 R>>"),
            stream(b"/F Do " * 20),
            stream(b"/F Do " * 20, form),
        ]
    )


def doubling_forms():
    """Forms that draw the next one ten times each: 10^9 drawings."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        _page(resources=b"/XObject<</F 5 0 R>>"),
        stream(b"/F Do"),
    ]
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    for number in range(6, 15):
        inner = b"/Resources<</XObject<</F %d 0 R>>>>" % number
        objects.append(stream(b"/F Do " * 10, kind + inner))
    font = b"/Resources<</Font<</T<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>"
    objects.append(stream(b"BT /T 1 Tf (lol) Tj ET", kind + font))
    return pdf_file(objects)


def many_pages():
    kids = b"3 0 R " * 100_000
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 100000/Kids[%s]>>" % kids,
            _page(),
            stream(b"BT (x) Tj ET"),
        ]
    )


def pages_that_are_said():
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
            _page(),
            stream(b"BT (x) Tj ET"),
        ]
    )


def giant_stream():
    """A page of words that unpacks to gigabytes."""
    inner = _deflated_zeros(500 * MB)
    packed = zlib.compress(inner, 9)
    filters = b"/Filter[/FlateDecode/FlateDecode]"
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            _page(),
            stream(packed, filters),
        ]
    )


def many_letters():
    """A page with millions of letters on one spot."""
    shown = b"BT /F1 1 Tf 1 0 0 1 5 5 Tm " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 400_000 + b"ET"
    font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>"
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            _page(resources=font),
            stream(zlib.compress(shown, 9), b"/Filter/FlateDecode"),
        ]
    )


def deep_arrays():
    return pdf_file([b"[" * 400_000 + b"]" * 400_000, b"<<" * 100_000])


# --- HTML and messages


def deep_page():
    return page(f"<p>{LEDE}</p>" + "<div>" * 150_000).encode()


def deep_lines():
    return b"<html><body>" + b"<b><i>" * 260_000 + WORDS * 50


def one_long_line():
    return WORDS * (19 * MB // len(WORDS))


def one_line_of_100_megabytes():
    return WORDS * (100 * MB // len(WORDS))


def one_long_page():
    return b"<html><body><p>" + WORDS * (19 * MB // len(WORDS))


def one_long_word():
    return b"a" * (19 * MB)


def many_open_quotes():
    return "“‘«(".encode() * 1_500_000


def many_attributes_of_a_page():
    names = " ".join(f"a{number}=1" for number in range(300_000))
    return page(f"<p {names}>{LEDE}</p>").encode()


def page_of_data():
    return page("<img src='data:image/png;base64," + "A" * 25 * MB + "'>").encode()


def many_figures():
    return page("<figure><img src=x alt=y><figcaption>" * 40_000 + LEDE).encode()


def page_of_nulls():
    return b"<html>" + b"\0" * 5 * MB


def many_json_scripts():
    deep = '<script type="application/ld+json">' + "[" * 500_000 + "</script>"
    return page(f"<p>{LEDE}</p>", deep * 6).encode()


def deep_parts():
    levels = 3_000
    lines = ["MIME-Version: 1.0", "From: x@y.example", "Message-ID: <1@x>"]
    for number in range(levels):
        lines += [f'Content-Type: multipart/mixed; boundary="b{number}"', "", f"--b{number}"]
    lines += ["Content-Type: text/plain", "", LEDE] + ["filler"] * 200_000
    return "\r\n".join(lines).encode()


def deep_messages():
    levels = 5_000
    return b"From: a@b.example\nSubject: s\nContent-Type: message/rfc822\n\n" * levels + WORDS


def many_parts():
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: text/plain\n\nx\n" * 400_000


def long_fields():
    comment = b"(" * 2 * MB
    return (
        b"From: "
        + comment
        + b"\nSubject: "
        + b"=?utf-8?q?a?= " * 300_000
        + b"\nDate: "
        + b"Thu " * MB
        + b"\nTo: "
        + b"a@b.example, " * 300_000
        + b"\nMessage-ID: <x>\n\n"
        + WORDS
    )


def many_fields():
    return b"".join(b"X-%d: y\n" % number for number in range(600_000)) + b"\n" + WORDS


def archive_of_pages():
    return mhtml(page(f"<p>{LEDE}</p>" * 10_000 + "<div>" * 100_000))


def mail_without_line_ends():
    return b"From: a@b.example\nMessage-ID: <1@b>\nSubject: s\n\n" + b"=20" * 15 * MB


FILES = {
    "word_bomb.docx": word_bomb,
    "lying_word_bomb.docx": lying_word_bomb,
    "nested_zip.docx": nested_zip,
    "many_members.docx": many_members,
    "overlapping_members.docx": overlapping_members,
    "huge_directory.docx": huge_directory,
    "picture_bomb.docx": picture_bomb,
    "billion_laughs_in_word.docx": billion_laughs_in_word,
    "billion_laughs_in_open_text.odt": billion_laughs_in_open_text,
    "outside_entity.docx": outside_entity,
    "deep_tables.docx": deep_tables,
    "deep_lists.odt": deep_lists,
    "many_paragraphs.docx": many_paragraphs,
    "many_words.docx": many_words,
    "many_notes.docx": many_notes,
    "unclosed_rows.docx": unclosed_rows,
    "many_attributes.docx": many_attributes,
    "cyclic_pages.pdf": cyclic_pages,
    "cyclic_objects.pdf": cyclic_objects,
    "cyclic_forms.pdf": cyclic_forms,
    "doubling_forms.pdf": doubling_forms,
    "many_pages.pdf": many_pages,
    "pages_that_are_said.pdf": pages_that_are_said,
    "giant_stream.pdf": giant_stream,
    "many_letters.pdf": many_letters,
    "deep_arrays.pdf": deep_arrays,
    "deep_page.html": deep_page,
    "deep_lines.html": deep_lines,
    "one_long_line.txt": one_long_line,
    "one_line_of_100_megabytes.txt": one_line_of_100_megabytes,
    "one_line_of_100_megabytes.pdf": one_line_of_100_megabytes,
    "one_long_page.html": one_long_page,
    "one_long_word.txt": one_long_word,
    "many_open_quotes.txt": many_open_quotes,
    "many_attributes_of_a_page.html": many_attributes_of_a_page,
    "page_of_data.html": page_of_data,
    "many_figures.html": many_figures,
    "page_of_nulls.html": page_of_nulls,
    "many_json_scripts.html": many_json_scripts,
    "deep_parts.eml": deep_parts,
    "deep_parts.mhtml": deep_parts,
    "deep_messages.eml": deep_messages,
    "many_parts.eml": many_parts,
    "long_fields.eml": long_fields,
    "many_fields.eml": many_fields,
    "archive_of_pages.mhtml": archive_of_pages,
    "mail_without_line_ends.eml": mail_without_line_ends,
}
