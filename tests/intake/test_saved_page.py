"""Pages as browsers save them: one file with its pictures, and where it came from."""

import base64
import time

import pytest

from tests.made_file import ADDRESS, ARTICLE, DENIAL, HEADLINE, LEDE, mhtml, page, png
from workbench.core.error import UserError
from workbench.intake.capture import capture_bytes
from workbench.intake.data_uri import without_data
from workbench.intake.markup_metadata import markup_metadata_in, markup_metadata_of

PICTURE = "https://northshore-herald.example/img/bridge.png"
FIGURE = (
    f"<figure><img src='{PICTURE}' alt='A steel bridge'><figcaption>The Harbor Bridge at dawn."
    " (Photo by Ada Bell/Northshore Herald)</figcaption></figure>"
)
CREDITED = (
    f"<figure><img src='{PICTURE}'><figcaption><span>The bridge at dawn</span>"
    "<span class='photo-credit'>Ada Bell</span></figcaption></figure>"
)


def single_file(figure="", address=ADDRESS):
    note = (
        f"<!--\n Page saved with SingleFile \n url: {address} \n"
        " saved date: Fri Jul 10 2026 09:12:44 GMT+0200 (Central European Summer Time)\n-->"
    )
    html = page(figure + ARTICLE)
    return html.replace('<html lang="en">', f'<html lang="en">{note}').encode()


def as_data(content, kind="image/png"):
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def test_a_web_archive_becomes_its_article_with_picture_and_address():
    content = png()
    data = mhtml(page(FIGURE + ARTICLE), [(PICTURE, "image/png", content)])

    capture = capture_bytes(data, "page.mhtml")

    assert capture.text.startswith(f"{HEADLINE}\n\n")
    assert LEDE in capture.text
    assert DENIAL in capture.text
    assert "Politics" not in capture.text
    assert (capture.media_type, capture.data) == ("multipart/related", data)
    (picture,) = capture.pictures
    assert picture.data == content
    assert picture.image.caption == "The Harbor Bridge at dawn."
    assert picture.image.credit == "Photo by Ada Bell/Northshore Herald"
    assert picture.image.alt_text == "A steel bridge"
    assert (picture.image.address, picture.image.media_type) == (PICTURE, "image/png")
    assert list(capture.originals()) == [(data, "multipart/related"), (content, "image/png")]


def test_the_address_of_a_web_archive_is_stated_and_the_day_of_saving_is_no_date():
    stated = markup_metadata_of(capture_bytes(mhtml(page(ARTICLE)), "page.mht"))

    assert stated.url.value == ADDRESS
    assert stated.url.certainty == "stated"
    assert stated.url.basis == "web archive, Snapshot-Content-Location"
    assert stated.published is None
    assert stated.title.value == HEADLINE


def test_the_page_s_own_word_for_its_address_has_no_tracking_in_it():
    head = f"<link rel='canonical' href='{ADDRESS}'>"
    data = mhtml(page(ARTICLE, head), address=f"{ADDRESS}?utm_source=mail")

    assert markup_metadata_in(data, "multipart/related").url.value == ADDRESS


def test_a_page_that_names_another_as_itself_is_not_believed():
    head = "<link rel='canonical' href='https://northshore-herald.example/'>"

    assert markup_metadata_in(mhtml(page(ARTICLE, head)), "multipart/related").url.value == ADDRESS


def test_pictures_named_from_the_page_or_by_content_id_are_found():
    content = png()
    html = page("<figure><img src='/img/bridge.png' alt='Bridge'></figure>" + ARTICLE)

    (picture,) = capture_bytes(
        mhtml(html, [(PICTURE, "image/png", content)]), "page.mhtml"
    ).pictures

    assert (picture.data, picture.image.address) == (content, PICTURE)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_the_charset_of_the_part_is_read(charset):
    html = page(ARTICLE.replace("ferries", "fériés")).replace('<meta charset="utf-8">', "")
    data = mhtml("@@")
    for old, new in (
        (b"text/html\r\n", f"text/html; charset={charset}\r\n".encode()),
        (b"Encoding: quoted-printable", b"Encoding: 8bit"),
        (b"@@", html.encode("utf-8" if charset == "utf-8" else "cp1252")),
    ):
        data = data.replace(old, new)

    assert "the fériés behind,” Mr. Okafor" in capture_bytes(data, "page.mhtml").text


def test_a_web_archive_without_a_page_is_told():
    data = mhtml("x").replace(b"Content-Type: text/html", b"Content-Type: text/css")

    with pytest.raises(UserError, match="There is no page in the web archive"):
        capture_bytes(data, "page.mhtml")


def test_a_singlefile_page_tells_its_address_and_keeps_its_pictures():
    content = png()
    figure = FIGURE.replace(PICTURE, as_data(content))
    data = single_file(figure)

    capture = capture_bytes(data, "page.html")
    stated = markup_metadata_of(capture)

    assert LEDE in capture.text
    assert "base64" not in capture.text
    assert capture.data == data
    assert (stated.url.value, stated.url.basis) == (ADDRESS, "note of SingleFile in the page")
    assert stated.published is None
    (picture,) = capture.pictures
    assert (picture.data, picture.image.address) == (content, "")


def test_megabytes_of_pictures_and_fonts_in_a_page_neither_slow_it_nor_count_as_text():
    font = f"<style>@font-face {{ src: url({as_data(b'x' * 15_000_000, 'font/woff2')}) }}</style>"
    pictures = f"<img alt='Bridge' src='{as_data(png() + b'x' * 7_000_000)}'>" * 2
    data = single_file(font + pictures)
    assert len(data) > 35_000_000
    capture_bytes(single_file(), "warm.html")
    start = time.perf_counter()

    capture = capture_bytes(data, "page.html")

    assert time.perf_counter() - start < 4
    assert capture.text == capture_bytes(single_file(), "page.html").text
    assert len(capture.pictures) == 1


def test_data_addresses_are_held_apart_whatever_is_in_them():
    html = f"<img src='{as_data(b'a' * 300)}'><p>data: a word</p><img src='data:,short'>"

    held = without_data(html)

    assert held.html == "<img src='data:held,0'><p>data: a word</p><img src='data:,short'>"
    assert held.bytes_at("data:held,0") == b"a" * 300
    assert held.bytes_at("data:held,7") == b""
    assert held.bytes_at("https://x.example") == b""


def test_a_credit_of_its_own_is_not_part_of_the_caption():
    (picture,) = capture_bytes(page(CREDITED + ARTICLE).encode(), "a.html").pictures

    assert (picture.image.caption, picture.image.credit) == ("The bridge at dawn", "Ada Bell")
    assert (picture.data, picture.image.sha256) == (b"", "")


def test_pictures_around_the_article_are_none_of_it():
    around = (
        "<header><img src='https://x.example/logo.png' alt='Logo'></header>"
        "<aside><figure><img src='https://x.example/other.png' alt='Other'></figure></aside>"
    )
    html = page(FIGURE + ARTICLE).replace("<article>", f"{around}<article>")
    html = html.replace(
        "</article>", "<img src='https://x.example/dot.gif' width=1 alt=x></article>"
    )

    found = capture_bytes(html.encode(), "a.html").images

    assert [image.address for image in found] == [PICTURE]


def test_pictures_are_bounded_in_number():
    figures = "".join(
        f"<img src='https://x.example/{number}.png' alt='{number}'>" for number in range(300)
    )

    assert len(capture_bytes(page(figures + ARTICLE).encode(), "a.html").images) == 40


def test_what_says_it_is_a_picture_and_is_none_is_not_kept():
    data = mhtml(page(FIGURE + ARTICLE), [(PICTURE, "image/png", b"<script>" * 500)])

    (picture,) = capture_bytes(data, "page.mhtml").pictures

    assert (picture.data, picture.image.sha256, picture.image.media_type) == (b"", "", "")
    assert picture.image.caption == "The Harbor Bridge at dawn."


def test_what_follows_a_long_script_is_not_lost():
    script = "<script>" + "x" * 12_000_000 + "</script>"

    assert DENIAL in capture_bytes(page(script + ARTICLE).encode(), "a.html").text
