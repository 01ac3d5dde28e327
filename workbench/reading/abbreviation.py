"""Abbreviations of English news text: which full stops end a sentence and which do not."""

from __future__ import annotations

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Never last in a sentence: a name, a number or the other side follows.
_LEADING = _words(
    "Adm Amb Asst Atty Brig Capt Cmdr Col Cpl Det Dr Fr Ft Gen Gov Hon Insp Lt Maj Messrs Mgr Mlle",
    "Mme Mr Mrs Ms Msgr Mt Mx Ofc Pfc Pres Prof Pvt Rep Reps Rev Sen Sens Sgt Spc St Supt Treas",
    "approx cf eg ex ie viz vs",
)
# Last in a sentence or not: what follows decides.
_EITHER = _words(
    "Assn Ave Bhd Blvd Bros Co Corp Cos Dept Dist Esq Hwy Inc Intl Jr LLC LLP Ltd Mfg Natl PhD",
    "Ph Pkwy Plc Pty Rd Rte Sr Ste Tpk Twp Univ al dept est etc",
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb",
    "Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo",
)
_BEFORE_NUMBERS = _words(
    "Art Ch Figs Fig No Nos Para Sec Vol Vols art ch fig figs no nos p para pp sec vol vols",
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
)
_NAMES_OF_TIME = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri",
    "Sat Sun January February March April May June July August September October November",
    "December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ET EST EDT CT CST CDT MT MST MDT PT",
    "PST PDT GMT UTC BST CET CEST Eastern Central Mountain Pacific",
)
# Words that begin sentences and, written large, seldom stand inside one.
_STARTERS = _words(
    "A According After All Also Although An And Another Any Are As Asked At Because Before Both",
    "But By Can Despite Did Do Does Each Even Every Few For From Had Has Have He Her Here His How",
    "However I If In Instead Is It Its Last Later Many Meanwhile More Most My Neither Nevertheless",
    "Nobody None Not Nothing Now Of On Once One Only Other Others Our Perhaps Several She Should",
    "Since So Some Still Such That The Their Then There These They This Those Though Through To",
    "Today Under Until Was We Were What When Where Whether Which While Who Why Will With Without",
    "Would Yes Yet You Your",
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_WORD = re.compile(r"[^\W\d_]+")


def may_end(word: str, following: str) -> bool:
    """Whether a full stop behind a word may end a sentence.

    `word` is what stands before the full stop, back to the last space; `following` begins at
    the next character that is neither a space nor an opening quote or bracket.
    """
    key = word.replace(".", "")
    if key in ("am", "pm") and "." in word:
        return _first_word(following) not in _NAMES_OF_TIME
    if key in _LEADING:
        return False
    if key in _BEFORE_NUMBERS:
        return not following[:1].isdigit()
    is_initial = len(word) == 1 and word.isupper()
    if key in _EITHER or is_initial or _INITIALS.match(word):
        return _first_word(following) in _STARTERS
    return True


def _first_word(following: str) -> str:
    match = _WORD.match(following)
    return match[0] if match else ""
