"""Posts: the ready text for a network, with its link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.publish.escape import is_local

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network

LINK = "[LINK]"
"""Stands for the address of the finished check while that is not known."""

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85]")


def post_for(check: Check, network: Network) -> str:
    """Return the text for a network with the link in it; empty if nothing was written.

    The link stands where [LINK] is, else on a line of its own at the end. While the check has no
    address the placeholder stays.
    """
    return _with_link(check.post_text(network.key), check.url)


def common_post(check: Check) -> str:
    """Return the text that all networks start from, with the link in it; empty if there is none."""
    return _with_link(check.post_text(""), check.url)


def _with_link(text: str, url: str) -> str:
    lines = _LINE_END.sub("\n", text).split("\n")
    text = "\n".join(line.rstrip() for line in lines).strip()
    url = url.strip()
    if not text or not url or is_local(url):
        return text
    if LINK in text:
        return text.replace(LINK, url)
    return text if url in text else f"{text}\n\n{url}"
