"""The one thing that a window manager has to do here: give the uppermost window the keyboard."""

from __future__ import annotations

import ctypes

VIEWABLE = 2
REVERT_TO_PARENT = 2


class Attributes(ctypes.Structure):
    """XWindowAttributes, of which two fields are read (Xlib, X11/Xlib.h)."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bits", "gravity", "backing")),
        ("planes", ctypes.c_ulong),
        ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        *((name, ctypes.c_long) for name in ("all_events", "own_events", "no_propagate")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    ]


class Front:
    """Knows the windows of one screen."""

    def __init__(self):
        self._x = ctypes.CDLL("libX11.so.6")
        # A window may go between two questions; Xlib would end this process for that.
        self._on_error = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
            lambda _display, _event: 0
        )
        self._x.XSetErrorHandler(self._on_error)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def take(self):
        """Give the keyboard to the uppermost window that is no menu and no tip."""
        for window in self._windows():
            seen = Attributes()
            here = ctypes.c_ulong(window)
            self._x.XGetWindowAttributes(self._display, here, ctypes.byref(seen))
            if seen.map_state == VIEWABLE and not seen.override_redirect and seen.width > 1:
                self._x.XSetInputFocus(self._display, here, REVERT_TO_PARENT, ctypes.c_ulong(0))
                self._x.XSync(self._display, 0)
                return

    def _windows(self):
        """Return the windows of the screen, the uppermost first."""
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        parent, above, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self._x.XQueryTree(
            self._display, root, ctypes.byref(above), ctypes.byref(parent),
            ctypes.byref(children), ctypes.byref(count),
        )  # fmt: skip
        found = [children[place] for place in range(count.value)]
        if found:
            self._x.XFree(children)
        return found[::-1]
