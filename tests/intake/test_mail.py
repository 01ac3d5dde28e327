"""E-mail messages: the fuller text, what the head states, and nothing that it does not."""

import pytest

from tests.made_file import DENIAL, HEADLINE, LEDE, mail, png
from workbench.core.error import UserError
from workbench.intake.capture import capture_bytes
from workbench.intake.mail import mail_metadata

LIST = {"List-Id": "<bridge.example.org>"}


def captured(data):
    return capture_bytes(data, "release.eml")


def test_the_plain_text_is_taken_as_it_is():
    capture = captured(mail(f"{LEDE}\n\n{DENIAL}\n", f"<p>{LEDE}</p><p>{DENIAL}</p>"))

    assert capture.text == f"{LEDE}\n\n{DENIAL}"
    assert (capture.media_type, capture.title_hint) == ("message/rfc822", HEADLINE)
    assert capture.note == ""


def test_the_formatted_text_is_taken_where_the_plain_one_says_less():
    capture = captured(mail("Open this in a browser.", f"<h1>Bridge</h1><p>{LEDE}</p><p>{DENIAL}"))

    assert capture.text == f"Bridge\n\n{LEDE}\n\n{DENIAL}"


def test_a_formatted_message_alone_is_read():
    assert captured(mail(html=f"<p>{LEDE}</p>")).text == LEDE


def test_what_is_attached_is_named_and_not_taken_in():
    capture = captured(mail(LEDE, attached=[("Plan.pdf", b"%PDF-1.4"), ("Cost.pdf", b"%PDF-1.4")]))

    assert capture.text == LEDE
    assert capture.note == "Attached and not taken in: “Plan.pdf”, “Cost.pdf”."


def test_a_message_with_nothing_but_an_attachment_says_what_to_do():
    with pytest.raises(UserError, match="There are no words in the message") as refusal:
        captured(mail(" ", attached=[("Plan.pdf", b"%PDF-1.4")]))

    assert "attached" in refusal.value.hint


def test_pictures_in_the_text_are_kept():
    content = png()
    html = f"<p>{LEDE}</p><img src='cid:one@x' alt='A bridge'>"

    (picture,) = captured(mail("Short.", html, pictures=[("one@x", content)])).pictures

    assert (picture.data, picture.image.alt_text) == (content, "A bridge")


@pytest.mark.parametrize(
    "charset", ["iso-8859-1", "windows-1252", "koi8-r", "iso-2022-jp", "utf-8"]
)
def test_every_charset_is_read_as_it_says(charset):
    text = {"koi8-r": "Губернатор позвонила мэру.", "iso-2022-jp": "知事が市長に電話した。"}.get(
        charset, "Le café de la mairie, dit-il."
    )
    head = f"From: a@b.example\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"

    assert captured(head.encode() + text.encode(charset)).text == text


def test_the_head_is_proposed_with_where_it_stands():
    stated = mail_metadata(mail(LEDE))

    assert (stated.title.value, stated.title.basis) == (HEADLINE, "subject of the message")
    assert (stated.published.value, stated.published.zone) == ("2026-07-09T08:06", "-04:00")
    assert stated.published.certainty == "stated"
    assert stated.published.wording == "Thu, 09 Jul 2026 08:06:00 -0400"
    assert (stated.outlet.value, stated.outlet.certainty) == ("Northshore Herald", "likely")
    assert stated.byline is None


@pytest.mark.parametrize(
    ("sender", "more", "outlet", "byline"),
    [
        ("Office of Mayor Okafor <press@x.example>", {}, "Office of Mayor Okafor", None),
        ("Ada Bell <ada@city.example>", {}, None, None),
        ("Ada Bell <ada@letters.example>", LIST, None, "Ada Bell"),
        ("Ada Bell at The Bay Ledger <ada@x.example>", LIST, "The Bay Ledger", "Ada Bell"),
        ('"Ada Bell, City Hall" <ada@x.example>', LIST, None, None),
        ("press@city.example", LIST, None, None),
        ("Press Office <press@city.example>", {}, None, None),
        ("Press Office of Port Maren <press@city.example>", {}, "Press Office of Port Maren", None),
        ("no-reply <no-reply@city.example>", LIST, None, None),
        ("adabell <a@x.example>", LIST, None, None),
        ('"Bell, Ada" <a@x.example>', {}, None, None),
    ],
)
def test_who_sent_it_is_no_byline_unless_that_is_safe(sender, more, outlet, byline):
    stated = mail_metadata(mail(LEDE, fields={"From": sender} | more))

    assert (stated.outlet and stated.outlet.value) == outlet
    assert (stated.byline and stated.byline.value) == byline


@pytest.mark.parametrize("subject", ["Fwd: Harbor Bridge talks resume", "FW: Fwd: " + HEADLINE])
def test_who_passed_it_on_did_not_write_it(subject):
    stated = mail_metadata(mail(LEDE, fields={"Subject": subject}))

    assert stated.title.value == HEADLINE
    assert (stated.published, stated.outlet, stated.byline) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "value", "zone"),
    [
        ("Thu, 09 Jul 2026 12:06:00 GMT", "2026-07-09T12:06", "UTC"),
        ("Thu, 09 Jul 2026 12:06:00 -0000", "2026-07-09T12:06", ""),
        ("Thu, 09 Jul 2026 17:36:00 +0530 (IST)", "2026-07-09T17:36", "+05:30"),
    ],
)
def test_a_date_keeps_its_zone(words, value, zone):
    published = mail_metadata(mail(LEDE, fields={"Date": words})).published

    assert (published.value, published.zone) == (value, zone)


@pytest.mark.parametrize("words", [None, "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_a_date_that_is_none_is_not_filled_in(words):
    data = mail(LEDE, fields={"Date": None})
    if words:
        data = f"Date: {words}\r\n".encode() + data

    assert mail_metadata(data).published is None


def test_an_encoded_subject_is_read():
    data = b"Subject: =?utf-8?q?Br=C3=BCcke_bleibt_zu?=\r\nFrom: a@b.example\r\n\r\nText"

    assert mail_metadata(data).title.value == "Brücke bleibt zu"
