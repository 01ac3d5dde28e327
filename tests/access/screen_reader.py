"""A screen reader of its own: hears and moves another program through AT-SPI, and types into it.

Run by the system's Python, which has the bindings (`gir1.2-atspi-2.0`, `python3-gi`); it imports
nothing of the workbench. It reads one JSON object a line, `{"do": ..., ...}`, and answers each with
one, `{"is": ...}` or `{"fault": ...}`. What is hidden does not exist for it, as for its user.
"""

from __future__ import annotations

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after its version is chosen
from window_focus import Front  # noqa: E402 - beside this script

HEARD = ("object:announcement", "object:property-change:accessible-name",
         "object:state-changed:focused", "object:text-changed", "object:children-changed",
         "object:state-changed", "object:text-caret-moved", "object:text-selection-changed",
         "object:property-change:accessible-value", "window:activate")  # fmt: skip
"""What wakes somebody who waits; the first two are also told as what was heard."""
SPOKEN = HEARD[:2]
GLANCE_MS = 100
"""Milliseconds after which a condition is looked at again though nothing was heard."""
MODIFIERS = {"Ctrl": 37, "Shift": 50, "Alt": 64}
"""Key codes of the evdev rules, which Xvfb has."""
KEYS = {"Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "Space": 0x20, "Home": 0xFF50,
        "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "End": 0xFF57,
        "PgUp": 0xFF55, "PgDown": 0xFF56, "F1": 0xFFBE}  # fmt: skip


def role_of(part):
    """Return the name of a role; AT-SPI since 2.54 says "button" where it said "push button"."""
    name = part.get_role_name()
    return "push button" if name == "button" else name


class Reader:
    """Finds, reads and moves what one program shows."""

    def __init__(self):
        Atspi.init()
        self._spoken = []
        self._front = Front()
        self._followed = None
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)

    def _hear(self, event):
        if event.type.startswith("object:state-changed:focused") and event.detail1:
            self._followed = event.source
        if event.type.startswith(SPOKEN):
            self._spoken.append(str(event.any_data or ""))

    def _listen(self):
        """Take in what was said since the last question."""
        while self._context.pending():
            self._context.iteration(False)

    def _until(self, answer, seconds, what):
        """Return what an answer gives once it is not None; looks after every event."""
        end = time.monotonic() + seconds
        while True:
            self._listen()
            try:
                found = answer()
            except GLib.Error:
                found = None  # it went away between two questions
            if found is not None:
                return found
            if time.monotonic() > end:
                raise LookupError(f"waited {seconds} s for {what}; there is:\n{self._page()}")
            wake = GLib.timeout_add(GLANCE_MS, lambda: True)
            self._context.iteration(True)
            GLib.source_remove(wake)

    def _program(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and program.get_child_count():
                program.set_cache_mask(Atspi.Cache.NONE)  # what was true is of no use
                return program
        return None

    def _shown(self, parent=None):
        """Yield what is on the screen, in its order."""
        parent = parent or self._program()
        if parent is None:
            return
        for place in range(parent.get_child_count()):
            child = parent.get_child_at_index(place)
            if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
                continue
            yield child
            yield from self._shown(child)

    def _find(self, role, name, states=(), seconds=10.0):
        def first():
            for part in self._shown():
                if role and role_of(part) != role:
                    continue
                if name is not None and not self._is_called(part, name):
                    continue
                if all(state in self._states(part) for state in states):
                    return part
            return None

        return self._until(first, seconds, f"{role or 'anything'} {name!r} {list(states)}")

    @staticmethod
    def _is_called(part, name):
        """Tell whether a name is this one; one that ends in a star may go on."""
        own = " ".join((part.get_name() or "").split())
        return own.startswith(name[:-1]) if name.endswith("*") else own == name

    @staticmethod
    def _states(part):
        return [state.value_nick for state in part.get_state_set().get_states()]

    def _told(self, part):
        """Return what is known of a part."""
        box = Atspi.Component.get_extents(part, Atspi.CoordType.SCREEN)
        return {
            "role": role_of(part),
            "name": part.get_name(),
            "labels": self._labels(part),
            "description": part.get_description(),
            "states": self._states(part),
            "text": self._text(part),
            "box": [box.x, box.y, box.width, box.height],
        }

    @staticmethod
    def _labels(part):
        """Return the names of what labels a part: a combo box's own name is its value."""
        return [
            relation.get_target(place).get_name()
            for relation in part.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for place in range(relation.get_n_targets())
        ]

    @staticmethod
    def _text(part):
        if "Text" not in part.get_interfaces():
            return None
        return Atspi.Text.get_text(part, 0, Atspi.Text.get_character_count(part))

    def _page(self):
        return "\n".join(
            f"  {role_of(part)} {part.get_name()!r} "
            + " ".join(set(self._states(part)) & {"focused", "focusable", "checked", "selected"})
            for part in self._shown()
        )

    # -- what may be asked for

    def wait(self, role="", name=None, states=(), seconds=10.0):
        """Wait until something is there, and tell of it."""
        return self._told(self._find(role, name, states, seconds))

    def wait_gone(self, role, name, seconds=10.0):
        """Wait until something is there no more."""

        def gone():
            for part in self._shown():
                if role_of(part) == role and self._is_called(part, name):
                    return None
            return True

        return self._until(gone, seconds, f"{role} {name!r} to go")

    def wait_text(self, role, name, text, seconds=10.0):
        """Wait until a field holds these words somewhere."""
        part = self._find(role, name, (), seconds)
        return self._until(
            lambda: self._text(part) if text in (self._text(part) or "") else None,
            seconds,
            f"{text!r} in {role} {name!r}",
        )

    def press(self, role, name, states=(), seconds=10.0):
        """Do the first thing that a part offers, as a reader's user does with one key."""
        return Atspi.Action.do_action(self._find(role, name, states, seconds), 0)

    def focus(self, role, name, seconds=10.0):
        """Put the keyboard somewhere and wait until it is there."""
        part = self._find(role, name, (), seconds)
        Atspi.Component.grab_focus(part)
        return self._told(self._find(role, name, ("focused",), seconds))

    def focused(self, role="", name=None, seconds=10.0):
        """Wait until something is told to have the keyboard, and tell of it."""

        def here():
            part = self._followed
            if part is None or (role and role_of(part) != role):
                return None
            return part if name is None or self._is_called(part, name) else None

        return self._told(self._until(here, seconds, f"the keyboard in {role} {name!r}"))

    def activate(self, role="frame", seconds=30.0):
        """Give the keyboard to the uppermost window: there is no window manager that would."""
        self._find(role, None, (), seconds)

        def active():
            self._front.take()
            parts = (part for part in self._shown() if role_of(part) == role)
            return next((part for part in parts if "active" in self._states(part)), None)

        return self._told(self._until(active, seconds, f"{role} to become active"))

    def key(self, keys):
        """Press one combination such as "Ctrl+Shift+Z"."""
        *held, last = keys.split("+")
        for name in held:
            Atspi.generate_keyboard_event(MODIFIERS[name], None, Atspi.KeySynthType.PRESS)
        symbol = KEYS.get(last) or ord(last.lower())
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        for name in reversed(held):
            Atspi.generate_keyboard_event(MODIFIERS[name], None, Atspi.KeySynthType.RELEASE)
        return True

    def type(self, text):
        """Type words wherever the keyboard is."""
        return Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)

    def select(self, role, name, words):
        """Select words of a text, and return what is selected then."""
        part = self._find(role, name)
        start = self._text(part).index(words)
        Atspi.Text.add_selection(part, start, start + len(words))
        return self._selected(part)

    def next_selection(self, keys, role, name, seconds=10.0):
        """Press keys that select other words of a text; return these once they are others."""
        part = self._find(role, name)
        before = self._selected(part)
        self.key(keys)

        def other():
            now = self._selected(part)
            return now if now and now != before else None

        return self._until(other, seconds, f"other words than {before!r}")

    @staticmethod
    def _selected(part):
        if not Atspi.Text.get_n_selections(part):
            return ""
        chosen = Atspi.Text.get_selection(part, 0)
        return Atspi.Text.get_text(part, chosen.start_offset, chosen.end_offset)

    def attributes(self, role, name, words):
        """Return the attributes at the first letter of some words in a text."""
        part = self._find(role, name)
        start = self._text(part).index(words)
        return Atspi.Text.get_attribute_run(part, start, False)[0]

    def heard(self, words, seconds=10.0):
        """Wait until something with these words was said, and return all of it."""

        def said():
            return next((one for one in self._spoken if words in one), None)

        return self._until(said, seconds, f"{words!r} to be said; heard {self._spoken}")

    def hush(self):
        """Forget what was said so far."""
        self._listen()
        self._spoken.clear()
        return True

    def page(self):
        """Return everything on the screen, one line for each part."""
        return self._page()

    def parts(self):
        """Return everything on the screen with all that is known of it."""
        return [self._told(part) for part in self._shown()]


def main():
    """Answer one question after the other until there is none."""
    reader = Reader()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"is": getattr(reader, asked.pop("do"))(**asked)}
        except (LookupError, ValueError, GLib.Error) as error:
            answer = {"fault": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
