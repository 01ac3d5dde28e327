"""The command that tells the posts of a check as they go out, and splits one into a thread."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.post import network_named
from workbench.cli.terminal import tell, tell_json

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network

Names = Annotated[list[str] | None, typer.Option(metavar="NETWORK", help="Such as x; repeatable.")]


def posts(
    context: typer.Context,
    slug: Slug,
    network: Names = None,
    split: Annotated[
        list[str] | None,
        typer.Option(metavar="NETWORK", help="Cut its post into a thread; repeatable."),
    ] = None,
    whole: Annotated[
        list[str] | None,
        typer.Option(metavar="NETWORK", help="Put its post in one piece again; repeatable."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell the posts of a check as they go out, with their lengths.

    A thread is cut anew from the text each time; what is kept is that one is wanted.
    """
    from dataclasses import replace

    from workbench.clock import now
    from workbench.core.change_post import as_thread
    from workbench.house.house import house_folder, load_house

    house = load_house(house_folder(os.environ))
    wanted = [network_named(house, name) for name in network or ()] or list(house.networks)
    steps = [(network_named(house, name), True) for name in split or ()]
    steps += [(network_named(house, name), False) for name in whole or ()]
    with opened_store(context) as store:
        old = check = store.load_slug(slug)
        for one, cut in steps:
            check = as_thread(check, one.key, split=cut)
        if check != old:
            store.save(old, replace(check, changed=now()))
    told = [_as_object(check, one) for one in wanted]
    if as_json:
        tell_json(told)
        return
    for one, post in zip(wanted, told, strict=True):
        _tell(one, post)


def _as_object(check: Check, network: Network) -> dict[str, Any]:
    """Return what goes out on a network as plain values."""
    from workbench.publish.alt_text import alt_count
    from workbench.publish.count import count
    from workbench.publish.post import without_breaks
    from workbench.publish.post_thread import parts_for
    from workbench.reading.word_difference import word_changes, words_differing

    own = any(post.network == network.key for post in check.posts)
    common, text = (without_breaks(check.post_text(key)) for key in ("", network.key))
    counts = [(part, count(part, network)) for part in parts_for(check, network)]
    alt = alt_count(check, network)
    return {
        "network": network.key,
        "own_text": own,
        "words_differing": words_differing(word_changes(common, text)) if own else 0,
        "parts": [
            {"text": part, "length": one.length, "limit": one.limit, "valid": one.valid}
            for part, one in counts
        ],
        "alt_text": {"length": alt.length, "limit": alt.limit, "missing": alt.missing}
        if check.images
        else None,
    }


def _tell(network: Network, post: dict[str, Any]) -> None:
    parts = post["parts"]
    head = [network.name]
    if not parts:
        head.append("no post")
    elif len(parts) > 1:
        head.append(f"{len(parts)} parts")
    if parts:
        n = post["words_differing"]
        differs = f"{n} word{'s differ' if n != 1 else ' differs'} from the common text"
        head.append(differs if post["own_text"] else "as the common text")
    if (alt := post["alt_text"]) and parts:
        limit = f" of {alt['limit']}" if alt["limit"] else ""
        head.append("alt text missing" if alt["missing"] else f"alt text {alt['length']}{limit}")
    tell(" · ".join(head))
    for part in parts:
        over = "" if part["valid"] else ", too long"
        tell("")
        tell(f"[{part['length']} of {part['limit']}{over}]")
        for line in part["text"].split("\n"):
            tell(line)
    tell("")
