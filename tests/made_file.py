"""Files of every kind, built as the programs build them that people save articles with."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

HEADLINE = "Harbor Bridge talks resume"
LEDE = (
    "Governor Ines Lindqvist privately called Mayor Samuel Okafor last week to reopen talks on"
    " the Harbor Bridge, according to two people familiar with the call."
)
DENIAL = (
    "“We will not sign anything that leaves the ferries behind,” Mr. Okafor said in a statement"
    " on Wednesday. His office declined to describe the conversation."
)
HISTORY = (
    "The last plan to share the cost of a new bridge collapsed in March 2025, when the state"
    " wanted to end its ferry subsidy and the city wanted the crews kept on."
)
ADDRESS = "https://northshore-herald.example/2026/07/bridge-talks"


def png(side=64, seed=0):
    """A picture with some noise in it, so that it is as large as pictures are."""
    rows = b"".join(
        b"\0" + bytes((x * 7 + y * 13 + x * y + seed) % 251 for x in range(3 * side))
        for y in range(side)
    )

    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def page(body, head=""):
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE}</title>'
        f"{head}</head><body><nav><a href='/'>Home</a> <a href='/p'>Politics</a></nav>"
        f"<article><h1>{HEADLINE}</h1>{body}</article>"
        "<footer>© 2026 Northshore Herald. All rights reserved.</footer></body></html>"
    )


ARTICLE = f"<p>{LEDE}</p><p>{DENIAL}</p><p>{HISTORY}</p>"


# --- MHTML and mail


def quoted(text):
    """Quoted-printable, as Chrome writes it."""
    import quopri

    return quopri.encodestring(text.encode(), quotetabs=False).replace(b"\n", b"\r\n")


def mhtml(html, parts=(), address=ADDRESS, subject=HEADLINE):
    """A web archive of Chrome; parts are (address, media type, bytes)."""
    import base64

    boundary = "----MultipartBoundary--k3mQ2vXy----"
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {address}",
        f"Subject: {subject}",
        "Date: Fri, 10 Jul 2026 09:12:44 +0200",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";',
        f'\tboundary="{boundary}"',
        "",
        "",
        f"--{boundary}",
        "Content-Type: text/html",
        "Content-ID: <frame-7C1@mhtml.blink>",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {address}",
        "",
        "",
    ]
    data = "\r\n".join(lines).encode() + quoted(html)
    for place, kind, content in parts:
        head = (
            f"\r\n--{boundary}\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Location: {place}\r\n\r\n"
        )
        coded = base64.encodebytes(content).replace(b"\n", b"\r\n")
        data += head.encode() + coded
    return data + f"\r\n--{boundary}--\r\n".encode()


def mail(plain="", html="", *, attached=(), pictures=(), fields=None):
    """A message; attached are (name, bytes), pictures (content id, bytes)."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage()
    stated = {
        "From": "Northshore Herald <news@northshore-herald.example>",
        "To": "desk@example.org",
        "Subject": HEADLINE,
        "Date": "Thu, 09 Jul 2026 08:06:00 -0400",
        "Message-ID": "<1@example.org>",
    } | (fields or {})
    for name, value in stated.items():
        if value is not None:
            message[name] = value
    if plain or not html:
        message.set_content(plain or " ")
    if html:
        (message.add_alternative if plain else message.set_content)(html, subtype="html")
        target = message.get_payload()[-1] if plain else message
        for identity, content in pictures:
            target.add_related(content, "image", "png", cid=f"<{identity}>")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes(policy=SMTP)


# --- Word and OpenDocument

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
    '"http://purl.org/dc/terms/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "<dcterms:created>2021-01-05T08:00:00Z</dcterms:created></cp:coreProperties>"
)


def word_paragraph(text, style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{run}</w:p>"


def docx(body, *, title="", author="", parts=None):
    """A Word document with a body of WordprocessingML."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W} {_R}><w:body>{body}'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{document}</w:body></w:document>",
            "docProps/core.xml": _CORE.format(title=title, author=author),
        }
        | (parts or {})
    )


_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
        *(("style", "style"), ("svg", "svg-compatible"), ("meta", "meta")),
    )
)


def odt(body, *, styles="", title="", author="", parts=None):
    """An OpenDocument text with a body and automatic styles."""
    more = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF} {more}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {_ODF} {more}><office:meta><dc:title>{title}</dc:title>"
        f"<meta:initial-creator>{author}</meta:initial-creator></office:meta>"
        "</office:document-meta>"
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return zipped(members | {"meta.xml": meta} | (parts or {}))


# --- PDF


def pdf_file(objects, trailer=b""):
    """A PDF file of objects; the first is the catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        trailer,
        start,
    )


def stream(content, entries=b""):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def pdf(pages, *, title="", author="", scanned=False):
    """A PDF whose pages are lists of (left, base, words) or (left, base, words, size)."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"
    objects = [b"", b"", font, b"<</Title(%s)/Author(%s)>>" % (title.encode(), author.encode())]
    kids = []
    for lines in pages:
        shown = b"".join(_shown(*line) for line in lines)
        resources = b"<</Font<</F1 3 0 R>>>>"
        if scanned:
            picture = b"/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray"
            objects.append(stream(b"\0\x80\xff\x40", picture + b"/BitsPerComponent 8"))
            resources = b"<</XObject<</I %d 0 R>>>>" % len(objects)
            shown = b"q 600 0 0 800 0 0 cm /I Do Q"
        objects.append(stream(shown))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources%s/Contents %d 0 R>>"
            % (resources, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return pdf_file(objects, b"/Info 4 0 R")


def _shown(left, base, words, size=11):
    words = (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (size, left, base, words)


def set_lines(lines, left=72, top=700, pitch=14):
    """Lines of words set one below the other."""
    return [(left, top - pitch * number, words) for number, words in enumerate(lines)]
