"""Word documents that come back: tracked changes, moves, comments and answers to them."""

from __future__ import annotations

import pytest

from tests.made_file import zipped
from workbench.core.error import UserError
from workbench.core.returned import CopyKind
from workbench.intake.review_file import returned_review

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
BY = 'w:id="1" w:author="Mara  Voss" w:date="2026-07-09T10:15:00Z"'


def run(words, look=""):
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def gone(words):
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def new(words):
    return f"<w:ins {BY}>{run(words)}</w:ins>"


def paragraph(*inside, properties=""):
    return f"<w:p>{properties}{''.join(inside)}</w:p>"


def document(*paragraphs, **parts):
    body = f"<w:document {W} {W14}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    return zipped(
        {"word/document.xml": body, **{k.replace("__", "/"): v for k, v in parts.items()}}
    )


def read(data):
    return returned_review(data, "back.docx")


def words(line):
    return line.original, line.final


def test_insertions_and_deletions_keep_who_and_when():
    returned = read(document(paragraph(run("The "), gone("old "), new("long "), run("bridge."))))
    (line,) = returned.lines
    assert words(line) == ("The old bridge.", "The long bridge.")
    piece = line.pieces[1]
    assert (piece.who, f"{piece.at:%Y-%m-%d %H:%M %Z}") == ("Mara Voss", "2026-07-09 10:15 UTC")


def test_a_moved_paragraph_went_here_and_came_there():
    moved = "The ferry runs."
    returned = read(
        document(
            paragraph(f"<w:moveFrom {BY}>{run(moved)}</w:moveFrom>"),
            paragraph(run("The bridge stays shut.")),
            paragraph(f"<w:moveTo {BY}>{run(moved)}</w:moveTo>"),
        )
    )
    assert [words(line) for line in returned.lines] == [
        (moved, ""),
        ("The bridge stays shut.", "The bridge stays shut."),
        ("", moved),
    ]


def test_a_change_of_the_look_is_no_change_of_the_words():
    look = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    (line,) = read(document(paragraph(run("Bold", look)))).lines
    assert words(line) == ("Bold", "Bold")
    assert line.pieces[0].strong


def test_two_paragraphs_whose_mark_between_was_deleted_are_one():
    joined = f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
    returned = read(document(paragraph(run("One. "), properties=joined), paragraph(run("Two."))))
    assert [line.final for line in returned.lines] == ["One. Two."]


def test_a_paragraph_that_is_gone_whole_does_not_drag_the_next_one_along():
    joined = f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
    returned = read(document(paragraph(gone("One."), properties=joined), paragraph(run("Two."))))
    assert [words(line) for line in returned.lines] == [("One.", ""), ("Two.", "Two.")]


def test_what_came_and_went_again_was_never_there():
    inner = f"<w:ins {BY}>{gone('slip ')}</w:ins>"
    (line,) = read(document(paragraph(run("The "), inner, run("bridge.")))).lines
    assert words(line) == ("The bridge.", "The bridge.")


def test_comments_keep_words_answers_and_whether_they_are_done():
    def comment(number, said, place):
        return (
            f'<w:comment w:id="{number}" w:author="Mara Voss" w:date="2026-07-09T10:15:00Z">'
            f'<w:p w14:paraId="{place}">{run(said)}</w:p></w:comment>'
        )

    body = paragraph(
        run("The "),
        '<w:commentRangeStart w:id="7"/>',
        run("old bridge"),
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
        run(" stays."),
    )
    returned = read(
        document(
            body,
            **{
                "word__comments.xml": f"<w:comments {W} {W14}>"
                + comment(7, "Which?", "0A")
                + comment(8, "The one of 1926.", "0B")
                + "</w:comments>",
                "word__commentsExtended.xml": f"<w15:commentsEx {W15}>"
                '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
                '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>',
            },
        )
    )
    first, second = returned.remarks
    assert (first.text, first.who, first.is_settled) == ("Which?", "Mara Voss", True)
    assert (second.text, second.answers) == ("The one of 1926.", 0)
    marked = [piece.text for line in returned.lines for piece in line.pieces if piece.remarks]
    assert marked == ["old bridge"]


def test_the_file_names_its_check_and_who_saved_it_last():
    own = (
        '<Properties><property name="workbench-check"><lpwstr>0198-a</lpwstr></property>'
        '<property name="workbench-revision"><lpwstr>12</lpwstr></property>'
        '<property name="workbench-copy"><lpwstr>editor</lpwstr></property></Properties>'
    )
    core = "<c><lastModifiedBy>Tom Adeyemi</lastModifiedBy></c>"
    returned = read(
        document(
            paragraph(run("Words.")), **{"docProps__custom.xml": own, "docProps__core.xml": core}
        )
    )
    assert returned.identity.check_id == "0198-a"
    assert returned.identity.revision == 12
    assert returned.identity.kind is CopyKind.EDITOR
    assert returned.who == "Tom Adeyemi"


@pytest.mark.parametrize(
    "date", ["", "yesterday", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59-23:59"]
)
def test_a_date_that_is_none_is_left_out(date):
    changed = f'<w:ins w:id="1" w:author="A" w:date="{date}">{run("new")}</w:ins>'
    (line,) = read(document(paragraph(changed))).lines
    assert line.pieces[0].at is None


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        zipped({"other.xml": "<a/>"}),
        zipped({"word/document.xml": "<w:document"}),
        zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        document(),
    ],
)
def test_a_file_that_is_none_says_so(data):
    with pytest.raises(UserError):
        read(data)
