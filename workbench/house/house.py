"""The house: what a newsroom may change, shipped or from its own folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.deed_family import DeedFamilies
from workbench.core.error import UserError
from workbench.core.network import Network
from workbench.core.publisher import Publisher
from workbench.core.review_rule import ReviewRules
from workbench.core.template import Template
from workbench.core.verdict import RatingScale
from workbench.house.data_file import read_data_file
from workbench.house.deed_family import read_deed_families
from workbench.house.entry import Entry
from workbench.house.network import read_networks
from workbench.house.page_style import read_page_style
from workbench.house.publisher import read_publisher
from workbench.house.resource import resource
from workbench.house.review_rule import read_review_rules
from workbench.house.scale import read_scale
from workbench.house.template import read_template

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from workbench.house.data_file import DataFile

_TEMPLATE = "template.toml"
_NETWORKS = "networks.toml"
_DEEDS = "deeds.toml"
_PUBLISHER = "publisher.toml"
_REVIEW = "review.toml"
_PAGE_STYLE = "page.css"
_EDITORS_STYLE = "editor.css"
_BIN = "bin.toml"  # read by house/keeping.py
_WORDS = "reading.toml"  # read by house/words.py
_SCALES = "scales"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Template, rating scales, networks and name of one newsroom.

    Attributes:
        scales: the house's own first, then the shipped ones; the first is offered first.
        networks: in the order in which posts are shown.
        deeds: which words tell of the same kind of deed.
        publisher: who publishes; empty until a newsroom has said.
        review: what has to be so before a check is approved.
        page_style: the style sheet of the exported page.
        editors_style: what the editor's copy adds to it.
        notes: sentences about files in the house's folder that look meant but are not read.

    """

    template: Template
    scales: tuple[RatingScale, ...]
    networks: tuple[Network, ...]
    deeds: DeedFamilies = ()
    publisher: Publisher = Publisher()
    review: ReviewRules = ReviewRules()
    page_style: str = ""
    editors_style: str = ""
    notes: tuple[str, ...] = ()

    def scale(self, key: str) -> RatingScale | None:
        """Return the rating scale with this key, or None: a check may come from another house."""
        return next((scale for scale in self.scales if scale.key == key), None)

    def network(self, key: str) -> Network | None:
        """Return the network with this key, or None: a check may come from another house."""
        return next((network for network in self.networks if network.key == key), None)


VARIABLE = "WORKBENCH_HOUSE"
"""Environment variable with the newsroom's own folder."""


def house_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the newsroom's own folder, or None where it has none."""
    chosen = environ.get(VARIABLE, "").strip()
    return Path(chosen).expanduser() if chosen else None


def load_house(folder: Path | None = None) -> House:
    """Return the shipped house, with what a house's own folder holds in place of it.

    The folder may hold template.toml, networks.toml, deeds.toml, publisher.toml, review.toml,
    page.css, editor.css and scales/*.toml, like resources/house.
    Raises UserError naming file, key and line for the first mistake, or if there is no such folder.
    """
    shipped = resource("house")
    template = read_template(_shipped(shipped, _TEMPLATE))
    networks = read_networks(_shipped(shipped, _NETWORKS))
    deeds = read_deed_families(_shipped(shipped, _DEEDS))
    publisher = read_publisher(_shipped(shipped, _PUBLISHER))
    review = read_review_rules(_shipped(shipped, _REVIEW))
    page_style = read_page_style(shipped.joinpath(_PAGE_STYLE), f"shipped {_PAGE_STYLE}")
    editors = read_page_style(shipped.joinpath(_EDITORS_STYLE), f"shipped {_EDITORS_STYLE}")
    scales = _read_scales(shipped.joinpath(_SCALES), {})
    if folder is None:
        return House(
            template=template,
            scales=tuple(scales.values()),
            networks=networks,
            deeds=deeds,
            publisher=publisher,
            review=review,
            page_style=page_style,
            editors_style=editors,
        )
    if not folder.is_dir():
        raise UserError(
            f"There is no house folder at {folder}.",
            "No check was touched. Name a folder that exists, or start without one.",
        )
    if (folder / _TEMPLATE).is_file():
        template = read_template(read_data_file(folder / _TEMPLATE, _TEMPLATE))
    if (folder / _NETWORKS).is_file():
        networks = read_networks(read_data_file(folder / _NETWORKS, _NETWORKS), networks)
    if (folder / _DEEDS).is_file():
        deeds = read_deed_families(read_data_file(folder / _DEEDS, _DEEDS), deeds)
    if (folder / _PUBLISHER).is_file():
        publisher = read_publisher(read_data_file(folder / _PUBLISHER, _PUBLISHER))
    if (folder / _REVIEW).is_file():
        review = read_review_rules(read_data_file(folder / _REVIEW, _REVIEW), review, folder)
    if (folder / _PAGE_STYLE).is_file():
        page_style = read_page_style(folder / _PAGE_STYLE, _PAGE_STYLE)
    if (folder / _EDITORS_STYLE).is_file():
        editors = read_page_style(folder / _EDITORS_STYLE, _EDITORS_STYLE)
    own = _read_scales(folder / _SCALES, scales)
    return House(
        template=template,
        scales=tuple((own | {key: scales[key] for key in scales if key not in own}).values()),
        networks=networks,
        deeds=deeds,
        publisher=publisher,
        review=review,
        page_style=page_style,
        editors_style=editors,
        notes=_notes(folder),
    )


def _shipped(house: Traversable, name: str) -> DataFile:
    return read_data_file(house.joinpath(name), f"shipped {name}")


def _read_scales(folder: Traversable, shipped: dict[str, RatingScale]) -> dict[str, RatingScale]:
    """Return the scales of a folder by key, in the order of their file names."""
    if not folder.is_dir():
        return {}
    scales: dict[str, RatingScale] = {}
    for file in _toml_files(folder):
        data = read_data_file(file, f"{_SCALES}/{file.name}")
        scale = read_scale(data, shipped)
        if scale.key in scales:
            raise Entry(file=data, table=data.table).mistake(
                "key", f"is the same as in another file of the folder: {scale.key}"
            )
        scales[scale.key] = scale
    return scales


def _notes(folder: Path) -> tuple[str, ...]:
    """Return a sentence for each TOML file that is not read: a slip in its name stays unnoticed."""
    return tuple(
        f"{name} in the house folder is not read. The files are called {_TEMPLATE}, {_NETWORKS}, "
        f"{_DEEDS}, {_PUBLISHER}, {_REVIEW}, {_WORDS}, {_BIN} and {_SCALES}/….toml."
        for name in (file.name for file in _toml_files(folder))
        if name not in (_TEMPLATE, _NETWORKS, _DEEDS, _PUBLISHER, _REVIEW, _WORDS, _BIN)
    )


def _toml_files(folder: Traversable) -> list[Traversable]:
    """Return the TOML files of a folder by name, without what a desktop hides in it."""
    try:
        files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise UserError(
            f"The house folder {folder.name} cannot be looked into: {reason}.",
            "No check was touched. Ask for the right to read it, or start without it.",
        ) from error
    return sorted(
        (file for file in files if not file.name.startswith(".")), key=lambda file: file.name
    )
