"""The process that reads PDF files: native code that hostile files are made for, kept apart.

It is started as `python -m workbench.intake.pdf_process`, takes a file on its standard input and
gives what stands on the pages as JSON. Whatever becomes of it, the program that started it goes
on: it may be ended at any time, ends itself when it takes too much memory, and counts its time.
"""

from __future__ import annotations

import json
import os
import re
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 2_000
MOST_CHARACTERS = 6_000_000
MOST_ON_A_PAGE = 400_000
SECONDS = 5.0
"""After so long no further page is begun."""
MOST_MEMORY = 400_000_000
TOO_LARGE, LOCKED, BROKEN = 70, 71, 72
"""What the process ends with for a file that it cannot read."""

_STARTED = time.monotonic()
_WATCH_SECONDS = 0.05
# What PDFium puts for a hyphen at the end of a line that parts a word.
_HYPHENS = "\x02\ufffe"
_LINE = re.compile(f"[^\r\n{_HYPHENS}]+[{_HYPHENS}]?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def main() -> int:
    """Read a file from standard input and write what is on its pages to standard output."""
    threading.Thread(target=_watch_memory, daemon=True).start()
    data = sys.stdin.buffer.read()
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return LOCKED if locked else BROKEN
    pages = list(_pages(document))
    found = {
        "count": len(document),
        "title": _property(document, "Title"),
        "author": _property(document, "Author"),
        "pages": pages,
    }
    sys.stdout.buffer.write(json.dumps(found).encode())
    sys.stdout.buffer.flush()
    return 0


def _watch_memory() -> None:
    """End the process when it takes more memory than any article needs."""
    while True:
        if _memory() > MOST_MEMORY:
            os._exit(TOO_LARGE)
        time.sleep(_WATCH_SECONDS)


def _memory() -> int:
    """Return the memory this process takes, or the most it has taken, in bytes."""
    if os.name == "nt":
        return _memory_on_windows()
    # On Linux the peak of getrusage is inherited from the program that started this one.
    statistics = Path("/proc/self/statm")
    if statistics.exists():
        return int(statistics.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return _memory_on_unix()


def _memory_on_unix() -> int:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak) * (1 if sys.platform == "darwin" else 1024)


def _memory_on_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("others", ctypes.c_size_t * 7),
        )

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    if not ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb):
        return 0
    return int(counters.PeakWorkingSetSize)


def _pages(document: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - the library is untyped
    """Yield the pages until time, number or length are used up."""
    import pypdfium2

    length = 0
    for index in range(min(len(document), MOST_PAGES)):
        if time.monotonic() - _STARTED > SECONDS or length > MOST_CHARACTERS:
            return
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield {"lines": [], "broken": True}
            continue
        text_page = page.get_textpage()
        lines = list(_lines(text_page))
        length += sum(len(line[0]) for line in lines)
        yield {"lines": lines, "height": page.get_height(), "width": page.get_width()}
        text_page.close()
        page.close()


def _lines(text_page: Any) -> Iterator[tuple[str, float, float, float, float]]:  # noqa: ANN401
    """Yield the lines of a page: words, left, right, base and height of the letters, in points.

    The order is that of the file. A line that ends in a hyphen ends in U+00AD.
    """
    import pypdfium2.raw as pdfium

    count = min(text_page.count_chars(), MOST_ON_A_PAGE)
    text = text_page.get_text_range(0, count, errors="replace") if count else ""
    # The library counts in UTF-16, and leaves out letters that it has placed; both are rare.
    is_plain = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
    for match in _LINE.finditer(text if is_plain else _letters(text_page, count)):
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip(_HYPHENS + " \t")) - 1
        if start > end:
            continue
        if is_plain:
            start = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, start)
            end = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, end)
        if 0 <= start <= end < count:
            yield _line(_shown(words), text_page, start, end)


def _letters(text_page: Any, count: int) -> str:  # noqa: ANN401
    """Return the letters of a page one by one, so that each has the place that it is asked for."""
    import pypdfium2.raw as pdfium

    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if _is_letter(code) else " " for code in codes)


def _is_letter(code: int) -> bool:
    return 0 < code < 0xD800 or 0xE000 <= code < 0x110000


def _shown(words: str) -> str:
    hyphen = "\u00ad" if words.rstrip(" ").endswith(tuple(_HYPHENS)) else ""
    return _CONTROL.sub("", words) + hyphen


def _line(
    words: str,
    text_page: Any,  # noqa: ANN401
    first: int,
    last: int,
) -> tuple[str, float, float, float, float]:
    left, base, _, top = text_page.get_charbox(first, loose=True)
    _, _, right, _ = text_page.get_charbox(last, loose=True)
    return words, round(left, 1), round(right, 1), round(base, 1), round(top - base, 1)


def _property(document: Any, name: str) -> str:  # noqa: ANN401
    words = document.get_metadata_value(name)
    return " ".join(str(words).replace("\0", " ").split())[:400]


if __name__ == "__main__":
    sys.exit(main())
