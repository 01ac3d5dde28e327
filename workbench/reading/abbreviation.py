"""Abbreviations of English news text: which full stops end a sentence and which do not."""

from __future__ import annotations

import re

# Never last in a sentence: a name, a number or the other side follows.
_LEADING = frozenset(
    "adm amb approx asst atty brig capt cf cmdr col cpl dep det dr eg ex fr ft gen gov hon ie insp"
    " lt maj messrs mgr mlle mme mr mrs ms msgr mt mx ofc pfc pres prof pvt rep reps rev sen sens"
    " sgt spc spt st supt treas viz vs".split()
)
# Last in a sentence or not: what follows decides.
_EITHER = frozenset(
    "al assn ave bhd blvd bros cia co corp cos dept dist est esq etc gmbh hwy inc intl jr llc llp"
    " ltd mfg mo natl no-one ord ph plc pty rd rte sr ste tel tpk twp univ yr"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mont neb nev"
    " okla ont ore pa penn que tenn tex va vt wash wis wyo".split()
)
_BEFORE_NUMBERS = frozenset(
    "art ch figs fig no nos p para pp sec vol vols jan feb mar apr jun jul aug sep sept oct nov"
    " dec".split()
)
_NAMES_OF_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun january february march april may june july august september october november"
    " december et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central"
    " mountain pacific local".split()
)
# Words that begin sentences and, written large, seldom stand inside one.
_STARTERS = frozenset(
    "a according after all also although an and another any are as asked at because before both"
    " but by can despite did do does each even every few for from had has have he her here his how"
    " however i if in instead is it its last later many meanwhile more most my neither nevertheless"
    " nobody none not nothing now of on once one only other others our perhaps several she should"
    " since so some still such that the their then there these they this those though through to"
    " today under until was we were what when where whether which while who why will with without"
    " would yes yet you your".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_WORD = re.compile(r"[^\W\d_]+")


def may_end(word: str, following: str) -> bool:
    """Whether a full stop behind a word may end a sentence.

    `word` is what stands before the full stop, back to the last space; `following` begins at
    the next character that is neither a space nor an opening quote or bracket.
    """
    key = word.replace(".", "").casefold()
    if key in ("am", "pm") and "." in word:
        return _first_word(following) not in _NAMES_OF_TIME
    if key in _LEADING:
        return False
    if key in _BEFORE_NUMBERS:
        return not following[:1].isdigit()
    if key in _EITHER or _INITIALS.match(word):
        return _first_word(following) in _STARTERS
    return True


def _first_word(following: str) -> str:
    match = _WORD.match(following)
    return match[0].casefold() if match else ""
