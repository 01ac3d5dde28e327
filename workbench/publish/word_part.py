"""The parts of a Word file around its text: styles, lists, relations, properties (ECMA-376)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.publish import word_comment as comments
from workbench.publish.escape import plain
from workbench.publish.iso_date import iso_moment
from workbench.publish.word_text import link_id, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}/relationships"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_DEEPEST = 9
_STEP = 360

_OWN_TYPE = (
    '<Override PartName="/docProps/custom.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
_OWN_RELATION = (
    f'<Relationship Id="own" Type="{_OFFICE}/relationships/custom-properties" '
    'Target="docProps/custom.xml"/>'
)
_OWN_FORM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""By which programs know properties that users made (MS-OSHARED, 2.3.3.2.3)."""
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)
# Name, id, and what it looks like: paragraph, then letters.
_PARAGRAPH_STYLES = (
    ("Title", "Title", '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="40"/>'),
    ("Subtitle", "Subtitle", '<w:spacing w:after="40"/>', '<w:color w:val="565F69"/>'),
    ("Draft", "Draft", '<w:spacing w:after="160"/>', '<w:b/><w:color w:val="8C1D18"/>'),
    ("List Paragraph", "ListParagraph", '<w:spacing w:after="60"/>', ""),
    ("Quote", "Quote", f'<w:ind w:left="{_STEP}"/>', "<w:i/>"),
    ("footnote text", "FootnoteText", '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
)
_LETTER_STYLES = (
    (
        "Flag",
        "Flag",
        '<w:b/><w:color w:val="8C1D18"/>'
        '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="8C1D18"/>',
    ),
    ("Hyperlink", "Hyperlink", '<w:color w:val="0B57A4"/><w:u w:val="single"/>'),
    ("Code", "Code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'),
    ("footnote reference", "FootnoteReference", '<w:vertAlign w:val="superscript"/>'),
)
_SIZES = (30, 26, 24, 22, 22, 22)
"""Of headings, in half points."""


def content_types(*, has_own_properties: bool = False, has_comments: bool = False) -> str:
    """Return what each part of the file is."""
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{comments.TYPES if has_comments else ''}"
        f"{_OWN_TYPE if has_own_properties else ''}</Types>"
    )


def root_relations(*, has_own_properties: bool = False) -> str:
    """Return where the text and the properties of the file are."""
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="document" Type="{_OFFICE}/relationships/officeDocument" '
        'Target="word/document.xml"/>'
        f'<Relationship Id="properties" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f"{_OWN_RELATION if has_own_properties else ''}</Relationships>"
    )


def custom_properties(identity: CopyIdentity) -> str:
    """Return what the file says of the check that it shows, kept by word processors as it is."""
    told = {
        "workbench-check": identity.check_id,
        "workbench-revision": str(identity.revision or ""),
        "workbench-revision-id": identity.state_id,
        "workbench-copy": identity.kind.value,
    }
    own = "".join(
        f'<property fmtid="{_OWN_FORM}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{xml_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(told.items(), start=2)
        if value
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{own}</Properties>'
    )


def document(body: Iterable[str]) -> str:
    """Return the main part of the file."""
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    return f"{_HEAD}<w:document {_SPACES}><w:body>{''.join(body)}{page}</w:body></w:document>"


def footnotes(notes: Iterable[str]) -> str:
    """Return the part with the footnotes."""
    return f"{_HEAD}<w:footnotes {_SPACES}>{_SEPARATORS}{''.join(notes)}</w:footnotes>"


def settings() -> str:
    """Return the settings: nothing but that footnotes have separators."""
    return (
        f"{_HEAD}<w:settings {_SPACES}><w:footnotePr>"
        '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>'
    )


def styles(language: str) -> str:
    """Return the styles, and the language that the words are checked in."""
    tag = language if _LANGUAGE.match(language) else "en"
    made = [
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="{tag}" '
        f'w:eastAsia="{tag}" w:bidi="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="140" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    ]
    for level, size in enumerate(_SIZES, start=1):
        look = (
            f'<w:keepNext/><w:spacing w:before="280" w:after="80"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        letters = f'<w:b/><w:sz w:val="{size}"/>'
        made.append(_paragraph_style(f"heading {level}", f"Heading{level}", look, letters))
    for name, style_id, look, letters in _PARAGRAPH_STYLES:
        made.append(_paragraph_style(name, style_id, look, letters))
    for name, style_id, letters in _LETTER_STYLES:
        made.append(
            f'<w:style w:type="character" w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f"<w:rPr>{letters}</w:rPr></w:style>"
        )
    return f"{_HEAD}<w:styles {_SPACES}>{''.join(made)}</w:styles>"


def numbering(starts: Sequence[int]) -> str:
    """Return the lists: number 1 has bullets, the others count from their starts."""
    bullets = "".join(_level(level, "bullet", "•") for level in range(_DEEPEST))
    numbers = "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(_DEEPEST))
    lists = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
    for number, start in enumerate(starts, start=2):
        restarts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level in range(_DEEPEST)
        )
        lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{restarts}</w:num>')
    return (
        f'{_HEAD}<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        f"{numbers}</w:abstractNum>{''.join(lists)}</w:numbering>"
    )


def relations(addresses: Sequence[str], *, is_main: bool = True, has_comments: bool = False) -> str:
    """Return what a part refers to: the parts beside it, and addresses."""
    parts = ("styles", "numbering", "footnotes", "settings") if is_main else ()
    found = [
        f'<Relationship Id="{part}" Type="{_OFFICE}/relationships/{part}" Target="{part}.xml"/>'
        for part in parts
    ]
    found += [comments.RELATIONS] if has_comments else []
    found += [
        f'<Relationship Id="{link_id(index)}" Type="{_OFFICE}/relationships/hyperlink" '
        f'Target="{xml_text(address)}" TargetMode="External"/>'
        for index, address in enumerate(addresses)
    ]
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(found)}</Relationships>'
    )


def core_properties(check: Check, title: str) -> str:
    """Return title, author, language and times of a check, as the file system shows them."""
    author = plain(check.author)
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{iso_moment(at)}</dcterms:{name}>'
        for name, at in (("created", check.created), ("modified", check.changed))
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:creator>{xml_text(author)}</dc:creator>"
        f"<dc:language>{xml_text(plain(check.language))}</dc:language>{times}</cp:coreProperties>"
    )


def _paragraph_style(name: str, style_id: str, look: str, letters: str) -> str:
    run = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>{look}</w:pPr>{run}</w:style>'
    )


def _level(level: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
