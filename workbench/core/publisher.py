"""The publisher: the newsroom that a finished check comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A page on which a newsroom says how it works."""

    name: str
    url: str

    def __post_init__(self) -> None:
        if not self.name or not self.url:
            raise ValueError("a policy has a name and an address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes: named in the page and in ClaimReview. All of it may be unknown.

    Attributes:
        url: of the newsroom's own site.
        logo: address of its logo; told to machines, never loaded by a page.
        policies: what readers can look up, in the order in which it is shown.

    """

    name: str = ""
    url: str = ""
    logo: str = ""
    policies: tuple[Policy, ...] = ()
