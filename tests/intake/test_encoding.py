"""A text is read right or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.error import UserError
from workbench.intake.encoding import Decoded, decoded

ENGLISH = (
    "“We will not sign anything,” Mr. Okafor said — the mayor’s office declined to describe it."
    " The café on the pier was closed. It cost €5 million."
)
# Sentences of our own with the letters in which the encodings differ.
SAMPLES = {
    "English": (ENGLISH, "cp1252", "mac-roman", "cp1250"),
    "French": (
        "La gouverneure a appelé le maire à propos du pont. « Nous ne signerons rien », a-t-il"
        " déclaré mercredi, où les élus étaient réunis pour la fête.",
        *("cp1252", "iso8859-15", "mac-roman", "cp850"),
    ),
    "German": (
        "Die Gouverneurin rief den Bürgermeister an, um über die Brücke zu sprechen. Größere"
        " Zusagen gab es nicht, und das „letzte Wort“ ist noch nicht gesprochen.",
        *("cp1252", "cp1250", "cp850", "mac-roman"),
    ),
    "Spanish": (
        "La gobernadora llamó al alcalde mañana. ¿Qué pasó? Nadie lo sabe todavía, según el señor.",
        *("cp1252", "cp850"),
    ),
    "Czech": (
        "Guvernérka zavolala starostovi kvůli mostu. Příliš žluťoučký kůň úpěl ďábelské ódy.",
        *("cp1250", "iso8859-2"),
    ),
    "Polish": (
        "Gubernator zadzwoniła do burmistrza w sprawie mostu. Żadna umowa nie została podpisana.",
        *("cp1250", "iso8859-2"),
    ),
    "Hungarian": (
        "A kormányzó felhívta a polgármestert a híd ügyében. Nem írunk alá semmit, mondta őszin.",
        *("cp1250", "iso8859-2"),
    ),
    "Turkish": (
        "Vali, köprü görüşmeleri için belediye başkanını aradı. Hiçbir şey imzalamayacağız, dedi.",
        *("cp1254", "iso8859-9"),
    ),
    "Russian": (
        "Губернатор позвонила мэру, чтобы возобновить переговоры о мосте. Мы ничего не подпишем.",
        *("cp1251", "koi8-r", "iso8859-5", "mac-cyrillic"),
    ),
    "Greek": ("Η κυβερνήτης τηλεφώνησε στον δήμαρχο. Δεν θα υπογράψουμε τίποτα.", "cp1253"),
    "Hebrew": ("המושלת התקשרה לראש העיר כדי לחדש את השיחות על הגשר.", "cp1255"),
    "Arabic": ("اتصلت الحاكمة برئيس البلدية لاستئناف المحادثات حول الجسر.", "cp1256"),
    "Japanese": ("知事は市長に電話をかけた。市長は「何も署名しない」と述べた。", "cp932", "euc_jp"),
    "Chinese": ("州长打电话给市长，重启大桥谈判。市长说，我们不会签署任何协议。", "gb18030"),
    "Taiwanese": ("州長打電話給市長，重啟大橋談判。市長說，我們不會簽署任何協議。", "big5"),
    "Korean": ("주지사는 다리 협상을 재개하기 위해 시장에게 전화했다.", "cp949"),
}
Outcome = Decoded | UserError
PAIRS = [(text, code) for text, *codes in SAMPLES.values() for code in codes]


def outcome(data: bytes) -> Outcome:
    try:
        return decoded(data, "a.txt")
    except UserError as refusal:
        return refusal


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [text for text, *_ in SAMPLES.values()])
def test_unicode_is_read_exactly(text: str, encoding: str) -> None:
    text = f"{text}\r\n🌉 e\u0301\r"

    assert decoded(text.encode(encoding), "a.txt") == (text, "")


def test_big_endian_utf_16_is_read() -> None:
    assert decoded(b"\xfe\xff" + ENGLISH.encode("utf-16-be"), "a.txt").text == ENGLISH


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_older_encodings_are_never_read_wrongly(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    result = outcome(data)

    if isinstance(result, UserError):
        assert "Nothing was taken in" in result.message
        assert "UTF-8" in result.hint
    else:
        assert result.text == data.decode(encoding)
        assert "Windows-1252" in result.note


@pytest.mark.parametrize("language", ["English", "French", "German", "Spanish"])
def test_windows_1252_is_read_where_words_and_letters_tell(language: str) -> None:
    text = SAMPLES[language][0]

    assert decoded(text.encode("cp1252"), "a.txt").text == text


@pytest.mark.parametrize(("text", "encoding"), [pair for pair in PAIRS if pair[1] != "cp850"])
def test_a_page_is_read_in_the_encoding_it_declares(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")

    assert decoded(data, "a.html", declared=encoding).text == data.decode(encoding)


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO_8859-1", "latin1", "us-ascii"])
def test_what_calls_itself_latin_1_is_windows_1252_as_in_browsers(declared: str) -> None:
    assert decoded(ENGLISH.encode("cp1252"), "a.html", declared).text == ENGLISH


@pytest.mark.parametrize(
    "declared", ["", "windows-1251", "no-such-code", "rot13", "unicode_escape"]
)
def test_utf_8_is_believed_before_what_a_page_declares(declared: str) -> None:
    assert decoded(ENGLISH.encode(), "a.html", declared) == (ENGLISH, "")


@pytest.mark.parametrize("declared", ["rot13", "unicode_escape", "undefined", "idna", "utf-7"])
def test_no_trick_encoding_is_believed(declared: str) -> None:
    data = SAMPLES["Russian"][0].encode("cp1251")

    with pytest.raises(UserError):
        decoded(data, "a.html", declared)


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode()[:-1] + b"\xe2\x80",
        ENGLISH.encode().replace("é".encode(), b"\xc3"),
        b"\xef\xbb\xbf" + ENGLISH.encode("cp1252"),
        b"\xff\xfe" + ENGLISH.encode("utf-16-le") + b"\0",
        b"\xff\xfe" + b"\x00\xd8" * 3,
    ],
)
def test_damaged_unicode_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="characters are damaged"):
        decoded(data, "a.txt")


@pytest.mark.parametrize("text", ["a\0b", "\x01\x02\x03 some text \x1b[0m" * 3])
def test_control_characters_are_no_text(text: str) -> None:
    with pytest.raises(UserError, match="a file that is no text"):
        decoded(text.encode(), "a.txt")


def test_a_form_feed_and_a_lone_control_character_do_not_spoil_a_text() -> None:
    text = "Page one.\f" + "The bridge is closed. " * 40 + "\x1a"

    assert decoded(text.encode(), "a.txt").text == text


@given(st.binary(max_size=200))
def test_any_bytes_end_in_their_own_text_or_in_a_sentence(data: bytes) -> None:
    result = outcome(data)

    if isinstance(result, UserError):
        assert result.message.startswith("“a.txt” ")
    else:
        codes = ("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-be", "cp1252")
        texts = {data.decode(code, "ignore").removeprefix("\ufeff") for code in codes}
        assert result.text in texts
