"""Happenings: accounts that tell of one event, put together; in doubt they stay apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.date import UNKNOWN_DATE, DateBasis, DateValue
from workbench.rules.account import Account, AccountKind, accounts_of
from workbench.rules.date_span import can_be_one, days_meant
from workbench.rules.deed import Deed, deed_of
from workbench.rules.person import person_key, same_person

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Action
    from workbench.core.deed_family import DeedFamilies
    from workbench.rules.account import Inspections, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event, as one or several accounts tell it.

    Attributes:
        accounts: what the person took comes first, then claims, then what is noticed.
        kind: of its deed, for comparing; empty if it tells of none.

    """

    accounts: tuple[Account, ...]
    kind: str = ""

    @property
    def what(self) -> Action:
        """Who did what to whom: as the person put it, else as it was read first."""
        return self.accounts[0].what

    @property
    def when(self) -> DateValue:
        """The most exact date of its accounts; a stated one before an inferred one."""
        dates = [account.what.when for account in self.accounts]
        if self.accounts[0].kind is AccountKind.EVENT and dates[0].is_known:
            return dates[0]
        known = [date for date in dates if date.is_known]
        worded = next((date for date in dates if date.wording), UNKNOWN_DATE)
        return min(known, key=_exactness) if known else worded

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """The stretches that tell of it, each once, what is marked first."""
        found: list[Telling] = []
        for account in self.accounts:
            found += [one for one in account.tellings if not any(map(one.overlaps, found))]
        return tuple(found)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources that tell of it."""
        return tuple(dict.fromkeys(telling.source_id for telling in self.tellings))

    def refs(self, kind: AccountKind) -> tuple[str, ...]:
        """Return the ids of its events or claims."""
        return tuple(account.ref for account in self.accounts if account.kind is kind)

    @property
    def is_noticed(self) -> bool:
        """Whether it was only noticed in a text: neither taken nor claimed."""
        return all(account.kind is AccountKind.NOTICED for account in self.accounts)

    @property
    def key(self) -> str:
        """What it is called among the check’s dismissals: parties, deed and month (or its words).

        It does not change when another source tells of it too, nor when its text is renewed.
        """
        parties = f"{person_key(self.what.actor)}>{person_key(self.what.recipient)}"
        when = self.when.value[:7] or self.when.wording.casefold()
        return f"event:{parties}:{self.kind or self.what.action}:{when}"


def happenings_of(
    check: Check, inspections: Inspections, families: DeedFamilies
) -> tuple[Happening, ...]:
    """Return the events that check, claims and sources tell of, in the order they were met."""
    groups: list[_Group] = []
    for account in accounts_of(check, inspections):
        deed = deed_of(account.what, families)
        if deed is None and account.kind is AccountKind.CLAIM:
            continue  # a claim that something was not done tells of no event
        group = _group_for(account, deed, groups)
        if group is None:
            groups.append(_Group(account, deed))
        else:
            group.add(account, deed)
    return tuple(
        Happening(accounts=tuple(group.accounts), kind=group.deed.kind if group.deed else "")
        for group in groups
    )


class _Group:
    """Accounts that seem to tell of one event."""

    def __init__(self, account: Account, deed: Deed | None) -> None:
        self.accounts = [account]
        self.deeds = [deed]

    @property
    def deed(self) -> Deed | None:
        return self.deeds[0]

    @property
    def last(self) -> Account:
        return self.accounts[-1]

    def add(self, account: Account, deed: Deed | None) -> None:
        self.accounts.append(account)
        self.deeds.append(deed)

    def takes(self, account: Account, deed: Deed) -> bool:
        """Whether an account tells of this event, as far as can be told."""
        if account.kind is AccountKind.EVENT and self.accounts[0].kind is AccountKind.EVENT:
            return False  # the person knows two events when they make two
        first = self.deeds[0]
        if first is None or first.kind != deed.kind:
            return False
        return all(
            other is not None and is_one_deed(deed, other) and _at_one_time(account, before)
            for before, other in zip(self.accounts, self.deeds, strict=True)
        )

    def marks(self, account: Account, deed: Deed | None) -> bool:
        """Whether the person has made an event of the very words, whatever they made of them."""
        taken = self.accounts[0]
        if taken.kind is not AccountKind.EVENT or account.kind is not AccountKind.NOTICED:
            return False
        if not any(one.overlaps(other) for one in taken.tellings for other in account.tellings):
            return False
        return self.deed is None or deed is None or self.deed.kind == deed.kind


def is_one_deed(one: Deed, other: Deed) -> bool:
    """Whether two deeds are of one kind, between the same two, in the same direction."""
    if one.kind != other.kind:
        return False
    if _same_parties(one, other.actor, other.recipient):
        return True
    is_mutual = one.is_mutual or other.is_mutual
    return is_mutual and _same_parties(one, other.recipient, other.actor)


def _same_parties(deed: Deed, actor: str, recipient: str) -> bool:
    if same_person(deed.actor, actor) is not True:
        return False
    if not deed.recipient and not recipient:
        return True
    return same_person(deed.recipient, recipient) is True


def _group_for(account: Account, deed: Deed | None, groups: list[_Group]) -> _Group | None:
    """Return the one event that an account tells of; None if it is none, or one of two."""
    for group in groups:
        if group.marks(account, deed):
            return group
    fitting = [group for group in groups if deed is not None and group.takes(account, deed)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    if account.what.when.is_known:
        dated = [g for g in fitting if any(one.what.when.is_known for one in g.accounts)]
        return dated[0] if len(dated) == 1 else None
    # "He spoke with her" after the sentence that dates the call tells of that call.
    sources = {telling.source_id for telling in account.tellings}
    told = [g for g in fitting if any(one.source_id in sources for one in g.last.tellings)]
    return told[-1] if told else None


def _at_one_time(one: Account, other: Account) -> bool:
    """Whether two accounts can be of one time; "Saturday" and "in June" of one text are two."""
    first, second = one.what.when, other.what.when
    if first.is_known and second.is_known:
        return can_be_one(first, second)
    words = {first.wording.casefold().strip(), second.wording.casefold().strip()}
    if first.is_known or second.is_known:
        unknown = second if first.is_known else first
        return not unknown.wording.strip()
    if len(words) == 1 and "" not in words:
        return {t.source_id for t in one.tellings} == {t.source_id for t in other.tellings}
    return "" in words


def _exactness(date: DateValue) -> tuple[int, bool]:
    return days_meant(date), date.basis is DateBasis.INFERRED
