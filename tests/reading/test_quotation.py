"""Direct quotations and their speakers: counted on made-up political news of every shape."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.house.words import load_words
from workbench.reading.quotation import Certainty, QuotationMention, quotations

WORDS = load_words()
CASES = Path(__file__).parents[1] / "data" / "quotations.txt"
SPOKEN = (
    "“ ” \" ‘ ’ ' « » „ said told Lindqvist Okafor he she they who Mr. Sen. , . ? : — ( ) the "
    "a of and people official Times According to called call with from by 🌉 e\u0301 שלום "
    "\u200f D-Mass Lindqvist’s 2026 OKAFOR: ﬁ \r\n \n\n \n \x00 \x02 \u2028 -"
)
FRAGMENTS = st.sampled_from(SPOKEN.split(" "))
texts = st.text(max_size=80) | st.lists(FRAGMENTS, max_size=60).map(" ".join)


def cases() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return texts with (speaker, beginning of the quotation); "-" is nobody."""
    found = []
    for case in CASES.read_text(encoding="utf-8").split("\n===\n"):
        lines = case.strip("\n").split("\n")
        gold = [tuple(line[2:].split(" | ")) for line in lines if line.startswith("> ")]
        found.append(("\n".join(line for line in lines if not line.startswith("> ")), gold))
    return found


def speakers(text: str) -> list[tuple[str, str]]:
    return [(item.text, item.speaker) for item in quotations(text, WORDS)]


def wrongs_and_empties(text: str, gold: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    left = list(quotations(text, WORDS))
    wrong, empty = [], []
    for name, begin in gold:
        item = next(item for item in left if item.text.startswith(begin))
        left.remove(item)
        if not item.speaker and name != "-":
            empty.append(begin)
        elif item.speaker != name.removeprefix("-"):
            wrong.append(f"{begin}: {item.speaker}, not {name}")
    return wrong, empty


def test_speakers_of_made_up_news_are_right_or_empty():
    results = [wrongs_and_empties(*case) for case in cases()]
    wrong = [line for lines, _ in results for line in lines]
    empty = [line for _, lines in results for line in lines]
    count = sum(len(gold) for _, gold in cases())

    assert count >= 160
    assert wrong == []
    assert len(empty) <= 2, empty


def test_straight_quotes_do_as_well_as_curly_ones():
    straight = str.maketrans("“”‘’", "\"\"''")
    wrong, empty = [], []
    for text, gold in cases():
        if "‘" in text or not gold:
            continue
        lines = wrongs_and_empties(
            text.translate(straight), [(name.translate(straight), begin.translate(straight))
                                       for name, begin in gold]
        )  # fmt: skip
        wrong += lines[0]
        empty += lines[1]

    assert wrong == []
    assert len(empty) <= 3, empty


def test_a_quotation_over_paragraphs_is_one():
    text = "Okafor said: “One bridge.\n\n“One crew.\n\n“One city.” He sat down."

    (item,) = quotations(text, WORDS)

    assert item.text == "One bridge.\n\n“One crew.\n\n“One city."
    assert item.speaker == "Okafor"


def test_a_quotation_left_open_ends_with_its_paragraph():
    text = "“We have no plan, Okafor said.\n\nThe crews left. “So be it,” Lindqvist said."

    assert [item.text for item in quotations(text, WORDS)][-1] == "So be it,"


def test_line_ends_inside_a_wrapped_quotation():
    text = (
        "The mayor of the city read a short note to the crews on the landing and\n"
        "then, “We will not sign an agreement that leaves you\n"
        "behind,” Okafor said.\n"
    )

    assert speakers(text) == [
        ("We will not sign an agreement that leaves you\nbehind,", "Okafor"),
    ]


def test_crlf_emoji_and_marks_keep_their_positions():
    text = "🌉🌉 Ine\u0301s Lindqvist spoke.\r\n\r\n“Done 🎉,” Ine\u0301s Lindqvist said.\r\n"

    (item,) = quotations(text, WORDS)

    assert text[item.start : item.end] == item.text == "Done 🎉,"
    assert item.speaker == "Ine\u0301s Lindqvist"


def test_apostrophes_and_inches_quote_nothing():
    text = "The crews’ boats aren’t '90s boats; rock ’n’ roll isn't 6'2\" tall, 'em said."

    assert quotations(text, WORDS) == ()


def test_the_surname_alone_gets_the_full_name_and_the_pronoun_its_person():
    text = (
        "Governor Ines Lindqvist met Mayor Samuel Okafor.\n\n“Welcome,” he said.\n\n"
        "“Thanks,” said Lindqvist."
    )

    assert speakers(text) == [("Welcome,", "Samuel Okafor"), ("Thanks,", "Ines Lindqvist")]


def test_two_people_with_one_surname_are_not_mixed_up():
    text = "Samuel Okafor and Grace Okafor came. “We came,” Okafor said."

    assert speakers(text) == [("We came,", "Okafor")]


def test_the_office_means_its_one_holder():
    one = "Mayor Samuel Okafor came. “Good,” the mayor said."
    two = "Mayor Samuel Okafor met Mayor Nora Petty. “Good,” the mayor said."

    assert speakers(one) == [("Good,", "Samuel Okafor")]
    assert speakers(two) == [("Good,", "the mayor")]


def test_a_quotation_without_a_speaker_has_no_certainty():
    (item,) = quotations("The “toll” is a fee.", WORDS)

    assert (item.speaker, item.certainty) == ("", Certainty.NONE)


def test_one_label_does_not_make_a_transcript():
    assert quotations("UPDATE: The bridge is open.\nOKAFOR: Yes.", WORDS) == ()


@given(texts)
def test_any_text_gives_its_own_words_in_order(text: str) -> None:
    found = quotations(text, WORDS)

    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(text[item.start : item.end] == item.text for item in found)
    assert list(found) == sorted(found, key=lambda item: (item.start, -item.end))
    assert all(bool(item.speaker) == (item.certainty is not Certainty.NONE) for item in found)
    assert all(isinstance(item, QuotationMention) for item in found)


@pytest.mark.parametrize(
    "text",
    ['"' * 50_000, "“" * 50_000, "‘a " * 20_000, "“a,” he said " * 4_000, "said, " * 12_000,
     "“a\n\n" * 15_000, "Okafor " * 20_000, "a " * 50_000],
    ids=["straight", "curly", "single", "tags", "verbs", "open", "names", "words"],
)  # fmt: skip
def test_hostile_text_takes_seconds_at_most(text: str) -> None:
    begun = time.process_time()  # of this program, whatever else the machine has to do
    quotations(text, WORDS)

    assert time.process_time() - begun < 10
