"""The frame of every HTML file that goes out: its language, and the policy that nothing loads."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.core.returned import CopyIdentity

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def html_tag(language: str) -> str:
    """Return the opening tag of a page in a language, English where its code is none."""
    code = language if _LANGUAGE.match(language) else "en"
    direction = ' dir="rtl"' if code.partition("-")[0].lower() in _RIGHT_TO_LEFT else ""
    return f'<html lang="{code}"{direction}>'


def policy_tag(style: str, *, with_pictures: bool = False) -> str:
    """Return the Content-Security-Policy of a page that loads nothing but has this style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pictures = " img-src data:;" if with_pictures else ""
    policy = (
        f"default-src 'none';{pictures} style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def identity_tags(identity: CopyIdentity | None) -> tuple[str, ...]:
    """Return what a page says of the check and the saved state that it shows; nothing for None."""
    if identity is None:
        return ()
    told = {
        "check": identity.check_id,
        "revision": str(identity.revision or ""),
        "revision-id": identity.state_id,
    }
    return tuple(
        f'<meta name="workbench-{name}" content="{escape(value)}">'
        for name, value in told.items()
        if value
    )
