"""LibreOffice as an editor uses it: opens a Word file, changes it with tracking on, saves it.

Started without a screen, in a profile of its own, and driven through UNO by the Python that Debian
ships it with (packages libreoffice-writer and python3-uno). Everything it writes is its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_PYTHON = "/usr/bin/python3"
_PATIENCE = 90
"""Seconds for one file; the first start of a profile takes a few."""

# Runs in Debian's Python, not in ours.
_SCRIPT = r"""
import json, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue

order = json.load(sys.stdin)

def named(**values):
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)

pipe = "workbench%d" % (time.time_ns() % 10**9)
office = subprocess.Popen(
    [order["soffice"], "--headless", "--norestore", "--nologo", "--nodefault",
     "-env:UserInstallation=" + uno.systemPathToFileUrl(order["profile"]),
     "--accept=pipe,name=%s;urp;" % pipe],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe
    for attempt in range(300):
        try:
            context = resolver.resolve(address)
            break
        except Exception:
            if office.poll() is not None:
                raise SystemExit("LibreOffice ended with %s" % office.returncode)
            time.sleep(0.2)
    else:
        raise SystemExit("LibreOffice does not answer")
    services = context.ServiceManager
    settings = services.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context)
    person = settings.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        named(nodepath="/org.openoffice.UserProfile/Data"))
    given, _, last = order["author"].rpartition(" ")
    person.setPropertyValue("givenname", given)
    person.setPropertyValue("sn", last)
    person.commitChanges()
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(order["source"]), "_blank", 0, named(Hidden=True))
    document.RecordChanges = order["tracked"]

    def found(words, number=1):
        search = document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        place = document.findFirst(search)
        while place is not None and number > 1:
            place, number = document.findNext(place.End, search), number - 1
        if place is None:
            raise SystemExit("not in the document: %r" % words)
        return place

    def paragraph_of(place):
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    for step in order["steps"]:
        place = found(step["find"], step.get("number", 1))
        text = place.Text
        if "replace" in step:
            cursor = text.createTextCursorByRange(place)
            cursor.String = step["replace"]
        elif "insert_after" in step:
            text.insertString(place.End, step["insert_after"], False)
        elif "new_paragraph_after" in step:
            cursor = paragraph_of(place)
            cursor.collapseToEnd()
            text.insertControlCharacter(cursor, 0, False)  # PARAGRAPH_BREAK
            text.insertString(cursor, step["new_paragraph_after"], False)
        elif step.get("delete_paragraph"):
            cursor = paragraph_of(place)
            cursor.gotoNextParagraph(True)
            cursor.String = ""
        elif step.get("delete"):
            text.createTextCursorByRange(place).String = ""
        elif "move_after" in step:
            gone = paragraph_of(place)
            words = gone.String.rstrip("0123456789")  # the number of a footnote
            target = paragraph_of(found(step["move_after"], step.get("after_number", 1)))
            target.collapseToEnd()
            target.Text.insertControlCharacter(target, 0, False)
            target.Text.insertString(target, words, False)
            gone.gotoNextParagraph(True)
            gone.String = ""
        elif "bold" in step:
            place.CharWeight = 150.0
        elif "comment" in step:
            note = document.createInstance("com.sun.star.text.textfield.Annotation")
            note.Author, note.Content = order["author"], step["comment"]
            now = time.gmtime()
            at = uno.createUnoStruct("com.sun.star.util.DateTime")
            at.Year, at.Month, at.Day = now.tm_year, now.tm_mon, now.tm_mday
            at.Hours, at.Minutes, at.Seconds = now.tm_hour, now.tm_min, now.tm_sec
            note.DateTimeValue = at
            text.insertTextContent(text.createTextCursorByRange(place), note, True)
        else:
            raise SystemExit("no such step: %r" % step)
    document.storeToURL(
        uno.systemPathToFileUrl(order["target"]), named(FilterName="MS Word 2007 XML"))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass  # it is gone before it answers
    office.wait(30)
finally:
    if office.poll() is None:
        office.kill()
"""


def why_not() -> str:
    """Return why LibreOffice cannot be tried here; empty if it can."""
    if sys.platform != "linux":
        return "LibreOffice is tried on Linux alone"
    if shutil.which("soffice") is None:
        return "needs LibreOffice (Debian: apt install libreoffice-writer python3-uno)"
    if not Path(_PYTHON).exists():
        return "needs the Python that LibreOffice is shipped with"
    asked = subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "needs Debian's package python3-uno"


def edited(source, target, steps, *, author="Mara Voss", tracked=True):
    """Open a Word file in LibreOffice, do some steps as `author`, and save it as `target`.

    A step names words of the text, {"find": "words", "number": 2 for the second place}, and what
    is done there, one of: "replace": other words; "delete": True; "insert_after": words;
    "new_paragraph_after": words, behind its paragraph; "delete_paragraph": True; "move_after":
    words of the paragraph that its own one is moved behind ("after_number" counts their places);
    "comment": what is remarked on the words; "bold": True. Raises AssertionError with
    what LibreOffice said if it does not work.
    """
    with tempfile.TemporaryDirectory() as profile:
        order = {
            "soffice": shutil.which("soffice"),
            "profile": profile,
            "source": str(Path(source).resolve()),
            "target": str(Path(target).resolve()),
            "author": author,
            "tracked": tracked,
            "steps": list(steps),
        }
        environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [_PYTHON, "-c", _SCRIPT],
            input=json.dumps(order),
            capture_output=True,
            encoding="utf-8",
            env=environ,
            timeout=_PATIENCE,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return Path(target)
