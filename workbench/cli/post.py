"""The commands for posts: how long a text is on a network, and a long one as a thread."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import AsJson  # noqa: TC001 - typer reads the annotations
from workbench.cli.terminal import tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.network import Network
    from workbench.house.house import House


def count(
    network: Annotated[
        str, typer.Option("--network", metavar="NAME", help="Such as x, bluesky or mastodon.")
    ],
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT|-", help="The post; - or nothing reads the standard input."),
    ] = "-",
    as_json: AsJson = False,
) -> None:
    """Count a post as a network counts it.

    A link costs what the network says. The line end that closes a file is not counted.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.count import count as counted

    rule = network_named(load_house(house_folder(os.environ)), network)
    found = counted(_standard_input() if text == "-" else text, rule)
    if as_json:
        tell_json(asdict(found))
        return
    unit = found.unit.value.replace("_", " ")
    verdict = "fits" if found.valid else "does not fit"
    tell(f"{found.length} of {found.limit} on {rule.name} ({unit}): {verdict}.")


def thread(
    network: Annotated[
        str, typer.Option("--network", metavar="NAME", help="Such as x, bluesky or mastodon.")
    ],
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT|-", help="The post; - or nothing reads the standard input."),
    ] = "-",
    number: Annotated[
        bool, typer.Option("--number", metavar="", help="End each part in its number, as 2/5.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Split a long post into a thread.

    It is cut at the ends of sentences, never inside a link. An empty line stands between the parts.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.thread import thread as parts_of

    rule = network_named(load_house(house_folder(os.environ)), network)
    parts = parts_of(_standard_input() if text == "-" else text, rule, numbered=number)
    if as_json:
        tell_json(list(parts))
        return
    for index, part in enumerate(parts):
        if index:
            tell("")
        for line in part.split("\n"):
            tell(line)


def network_named(house: House, name: str) -> Network:
    """Return a network of the house by its key or name; an unknown one is a wrong command line."""
    wanted = name.casefold()
    for network in house.networks:
        if wanted in (network.key.casefold(), network.name.casefold()):
            return network
    known = ", ".join(network.key for network in house.networks)
    raise typer.BadParameter(f"There is no network {name}. Choose from {known}.")


def _standard_input() -> str:
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UserError(
            "The text on the standard input is not UTF-8.", "Convert it and count again."
        ) from error
    return text.removesuffix("\n").removesuffix("\r")
