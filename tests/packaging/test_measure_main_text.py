"""The main text of pages: measured, at least as good as trafilatura's own, and quick."""

import gzip
import json

import measure_main_text
import news_page
import pytest
from measure_main_text import score


@pytest.fixture(scope="module")
def found():
    """How every written page came out."""
    return [measure_main_text.measured(page) for page in news_page.news_pages()]


def test_main_text_is_at_least_as_good_as_trafilatura_alone(found):
    figures = measure_main_text.summary(found)

    assert figures["pages"] >= 40
    assert figures["f1"] >= max(0.98, figures["trafilatura_f1"])
    assert figures["recall"] >= 0.99


def test_no_page_takes_a_second(found):
    assert max(each.seconds for each in found) < 1


def test_the_same_pages_are_written_every_time():
    assert news_page.news_pages() == news_page.news_pages()
    assert news_page.news_pages(seed=2) != news_page.news_pages()


def test_a_score_is_of_what_stands_together():
    assert score("a b c d e", "a b c d e").f1 == 1.0
    assert score("a b c d e", "a b c d").recall == 0.5
    assert score("a b c d e", "e d c b a").f1 == 0.0
    assert score("a b c d", "").f1 == 0.0
    assert score("", "").f1 == 1.0


def test_a_folder_of_pages_is_measured(tmp_path, capsys):
    page = news_page.news_pages()[0]
    (tmp_path / "a.html").write_text(page.html, encoding="utf-8")
    (tmp_path / "a.txt").write_text(page.text, encoding="utf-8")
    (tmp_path / "without.html").write_text(page.html, encoding="utf-8")

    assert measure_main_text.main([str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["pages"], told["f1"]) == (1, 1.0)


def test_a_folder_with_one_file_of_texts_is_measured(tmp_path, capsys):
    page = news_page.news_pages()[0]
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(page.html.encode()))
    truth = {"a": {"articleBody": page.text}, "gone": {"articleBody": "x"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")

    assert measure_main_text.main([str(tmp_path)]) == 0
    assert "pages            1" in capsys.readouterr().out


def test_an_empty_folder_is_told(tmp_path, capsys):
    with pytest.raises(SystemExit):
        measure_main_text.main([str(tmp_path)])
    assert "no pages with texts" in capsys.readouterr().err
