"""Sentences as an editor would split them, in news text and in other scripts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.sentence import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        # Every line holds the sentences of one text, parted by " | ".
        "Gov. Ines Lindqvist called Mr. Okafor. | He answered.",
        "The U.S. Senate met. | She lives in the U.S. | He does not.",
        "It began at 8 a.m. Tuesday. | It ended at 9 p.m. | The crews left.",
        "At 8 a.m. ET the call began.",
        "Mayor Samuel J. Okafor Jr. spoke. | So did R. K. Brandt.",
        "Work at Coast Wire Inc. stopped. | Nothing else did.",
        "Coast Wire Inc. | The agency said so.",
        "It cost $6.2 million, i.e. too much. | Flood of Dec. 3, see No. 4 and p. 12.",
        "“We will not sign,” Mr. Okafor said. | “Not today.” | “Not tomorrow.”",
        "“Is there a deal?” Okafor asked. | “Is there?” | He paused.",
        "“No!” she shouted. | Really?! | Yes.",
        "He said: “There is not. | The city waits.” | Nobody spoke.",
        "She had ‘no idea.’ | (Nobody did.) | [1] is a note. | It ends.[2] | So there.",
        "Wait… no. | Well... | The bridge stands. | We . . . were late.",
        "Visit example.org. | Then 3.5 km on. | Version 2.0.1 is out.",
        "She was ill. | Okafor saw a work of art. | Dale read it.",
        "Plan B. | The bridge. | So do I. | We wait.",
        "It was 2026. | 41,000 vehicles crossed.",
        "How many? | 12. | The rest left.",
        "Dr. Anand came. | St. Mary's closed. | Lt. Col. Quill left.",
        "Great. | 🌉 The bridge is open!",
        "iPhone sales rose. | Éclairs are sold. | Ñandú was there.",
    ],
)
def test_english_full_stops(text: str) -> None:
    parts = text.split(" | ")

    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["“One.”", "“Two.”"],
        ["市长说：“不会。”", "他走了。", "真的吗？", "是！", "（完。）"],
        ["「橋は開く。」", "市長は去った。"],
        ["多少钱？！", "不知道。"],
    ],
)
def test_full_stops_without_a_space_behind(parts: list[str]) -> None:
    assert split("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["هل اتصلت الحاكمة؟", "نعم.", "لا تعليق۔"],
        ["האם המושלת התקשרה?", "לא נמסר."],
        ["Позвонила ли губернатор?", "Мэр молчит."],
        ["क्या पुल खुलेगा?", "नहीं।", "पुल बंद है।"],
        ["¿Llamó la gobernadora?", "¡No!", "«No hay acuerdo.»", "Él calló."],
    ],
)
def test_other_scripts(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_headings_bullets_and_blank_lines_end_sentences() -> None:
    text = (
        "# Harbor Bridge talks\nThe talks ended.\n\nQuick read\n\n"
        "- The Ledger reports a call\n- The city says no. And again no\n"
        "1. First of all. Then more\n2) Second\n| a | b |"
    )

    assert split(text) == [
        "# Harbor Bridge talks",
        "The talks ended.",
        "Quick read",
        "- The Ledger reports a call",
        "- The city says no.",
        "And again no",
        "1. First of all.",
        "Then more",
        "2) Second",
        "| a | b |",
    ]


def test_wrapped_lines_belong_together() -> None:
    text = (
        "The Ledger reported on Tuesday that Governor Ines\r\n"
        "Lindqvist privately called the mayor, Samuel J.\r\n"
        "Okafor, last week. He would not say whether the\r\n"
        "two had spoken.\r\n"
    )

    assert split(text) == [
        text[: text.index("week.") + 5],
        "He would not say whether the\r\ntwo had spoken.",
    ]


def test_lines_of_a_text_that_is_not_wrapped_are_paragraphs() -> None:
    long = "The mayor " + "said that the bridge is old and " * 4 + "closed."
    text = f"Bridge closed for a day\nPicture chosen by our editors\n{long}\nBy Bay Newsroom"

    assert split(text) == text.split("\n")


def test_a_headline_above_a_longer_line_stands_alone() -> None:
    assert split("Talks resume\nThe governor called the mayor.") == [
        "Talks resume",
        "The governor called the mayor.",
    ]


PIECES = [
    *(
        "a",
        "B",
        "Mr",
        "U.S",
        "1",
        ".",
        "!",
        "?",
        "…",
        "。",
        "؟",
        "“",
        "”",
        "’",
        ")",
        "(",
        "[1]",
        "-",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        "\u2028",
        "\x1c",
        "\xa0",
        "🌉",
        "e\u0301",
        "ש",
        "#",
        "|",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    edges = [edge for span in spans for edge in span]

    assert edges == sorted(edges)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    between = [0, *edges, len(text)]
    gaps = zip(between[::2], between[1::2], strict=True)
    assert all(not text[start:end].strip() for start, end in gaps)


@pytest.mark.parametrize(
    "text",
    [
        *("." * 500_000 + "x", "a. " * 150_000, "“" * 250_000 + ". A", ". " + "(" * 500_000),
        *("1. " * 150_000, "x.\"'" * 100_000, "a\n" * 150_000, "\n" * 500_000, "A" * 500_000),
        *(
            ("word " * 20 + "\n") * 5_000,
            "“Go?” " + "Aa " * 150_000,
            "[1" * 200_000,
            ".[" * 200_000,
        ),
    ],
    ids=range(13),
)
def test_hostile_text_takes_time_in_step_with_its_length(text: str) -> None:
    start = time.perf_counter()
    sentences(text)

    assert time.perf_counter() - start < 5  # measured: 0.5 s at most
