"""Verbs of what people do to each other in political news: calling, meeting, endorsing, signing."""

from __future__ import annotations

from workbench.reading import english

CALL, MEET, SPEAK = "call", "meet", "speak"


def _forms(*lines: str) -> dict[str, str]:
    """Return form to verb from lines such as "endorse endorses endorsed endorsing"."""
    return {form: line.split()[0] for line in lines for form in line.split()}


DIRECT = _forms(
    "call calls called calling phones phoned phoning telephones telephoned telephoning rang dialed",
    "meet meets met meeting",
    "tell tells told telling",
    "endorse endorses endorsed endorsing",
    "back backs backed backing",
    "visit visits visited visiting",
    "email emails emailed emailing",
    "text texts texted texting",
    "thank thanks thanked thanking",
    "congratulate congratulates congratulated congratulating",
    "invite invites invited inviting",
    "urge urges urged urging",
    "appoint appoints appointed appointing",
    "nominate nominates nominated nominating",
    "fire fires fired firing",
    "sue sues sued suing",
    "pardon pardons pardoned pardoning",
    "contact contacts contacted contacting",
    "praise praises praised praising",
    "attack attacks attacked attacking",
    "criticize criticizes criticized criticizing criticised",
    "interview interviews interviewed interviewing",
    "greet greets greeted greeting",
    "host hosts hosted hosting",
    "warn warns warned warning",
    "brief briefs briefed briefing",
    "sign signs signed signing",
    "veto vetoes vetoed vetoing",
    "subpoena subpoenas subpoenaed",
    "indict indicts indicted indicting",
    "defeat defeats defeated defeating",
)
"""Verbs whose object follows at once: "Lindqvist called Okafor"."""
JOINED = _forms(
    "speak speaks spoke spoken speaking",
    "talk talks talked talking",
    "meet meets met meeting",
    "reach reached reaches reaching",
    "write writes wrote written writing",
    "confer confers conferred conferring",
    "chat chats chatted chatting",
    "apologize apologizes apologized apologised",
)
"""Verbs with a small word before the object: "spoke with", "reached out to"."""
JOINS = {
    "speak": ("with", "to"), "talk": ("with", "to"), "meet": ("with",), "reach": ("out",),
    "write": ("to",), "confer": ("with",), "chat": ("with",), "apologize": ("to",),
}  # fmt: skip
THINGS = frozenset({"sign", "veto"})
"""Verbs whose object is a thing, not a person."""
BETWEEN = frozenset({"call", "meet", "speak", "talk", "confer", "chat"})
"""Actions that two do together: "Okafor and Lindqvist spoke"."""

NOUNS = {
    "call": CALL, "calls": CALL, "conversation": SPEAK, "conversations": SPEAK, "meeting": MEET,
    "meetings": MEET, "letter": "write", "talks": SPEAK, "chat": SPEAK, "endorsement": "endorse",
    "invitation": "invite", "visit": "visit",
}  # fmt: skip
"""Nouns of such actions: "a call from", "a meeting with"."""
GIVING = english.words(
    "make makes made making place places placed placing have has had having hold holds held",
    "holding give gives gave giving send sends sent sending pay paid arranged began join joined",
    "extend extended offered",
)
TAKING = english.words(
    "field fields fielded fielding receive receives received receiving get gets got getting take",
    "takes took taking answer answers answered answering accept accepts accepted accepting pick",
    "picked win won secure secured return",
)
"""Verbs of the one who is called: "took a call from"."""

_PAST = {
    "meet": "met", "tell": "told", "speak": "spoke with", "talk": "talked with",
    "write": "wrote to", "confer": "conferred with", "chat": "chatted with",
    "apologize": "apologized to", "sign": "signed", "veto": "vetoed", "reach": "reached out to",
}  # fmt: skip


def told_as(verb: str) -> str:
    """Return what an account calls a deed that is done: "called" for "call"."""
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def is_plain(verb: str) -> bool:
    """Whether a word is the plain form of one of these verbs, as events are noticed with it."""
    return verb in DIRECT.values() or verb in JOINED.values() or verb == "contact"
