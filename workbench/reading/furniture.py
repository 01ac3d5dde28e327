"""Lines that are not the article: what a site puts around it, captions, rights notices."""

from __future__ import annotations

import re

READ_TIME = re.compile(
    r"(?:[|·•∙⋅/–—-]\s?)?(?:(?:estimated\s)?(?:reading|read)\stime:?\s)?(?:listen\s[·•]\s)?"
    r"(?<!\d)\d{1,3}[\s-]?min(?:ute)?s?\b\.?(?:\s(?:read|listen|watch)\b)?",
    re.IGNORECASE,
)
"""How long reading takes, with the mark before it."""

SECTIONS = frozenset(
    section
    for line in (
        "home|news|politics|world|us|u.s.|uk|europe|asia|africa|americas|middle east|business",
        "economy|money|markets|sports|sport|opinion|opinions|editorial|culture|arts",
        "entertainment|lifestyle|life|style|technology|tech|science|health|climate",
        "environment|education|travel|food|local|national|nation|international|elections",
        "election|analysis|features|investigations|video|podcasts|photos|live|latest",
        "breaking news|top stories|weather|obituaries|media|law|crime|satire|fact check",
        "campaigns|policy|society|congress|white house|metro|community|columns|letters",
    )
    for section in line.split("|")
)
"""Names of sections, in lower case."""

_CHROME = re.compile(
    r"(?:"
    r"(?:←|‹|«|⟵)\s?.{0,100}"
    r"|(?:back to (?:top|news|home|all|the)|skip to|jump to|go to)\b.{0,40}"
    r"|home\s?(?:>|›|»|/|\|)\s?.{0,150}"
    r"|[^>›»]{1,30}(?:\s?[>›»]\s?[^>›»]{1,60}){2,6}"
    r"|(?:[\w.&'’ -]{1,30}\s[>›»]\s){1,5}[\w.&'’ -]{1,60}"
    r"|advertisement|advert|ad|sponsored(?: content)?|promoted|paid content|- ?advertisement ?-"
    r"|(?:story|article) continues (?:below|after).{0,40}|scroll to continue.{0,40}"
    r"|(?:share|tweet|email|print|save|bookmark|copy link|gift(?: this article)?|pin|like|follow"
    r"|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|flipboard|messenger|bluesky|threads"
    r"|comments?|reply|listen|resize|pocket|instapaper|link|copied|more|url)"
    r"(?:[\s,|·•/]{1,3}(?:on|via|by|to|this|article|story|link|share|tweet|email|print|save|copy"
    r"|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|flipboard|messenger|bluesky|threads"
    r"|post|page|comments?|friend|a|and|more|options|copied|url)){0,14}"
    r"|(?:share|follow|like|find|join|connect with) (?:this|us|me|the)\b.{0,60}"
    r"|(?:\d{1,6}|no|leave a|add a|post a|view|view all|show|read|be the first to) comments?\b"
    r".{0,20}"
    r"|listen to (?:this )?(?:article|story|more stories).{0,30}|audio by .{1,30}"
    r"|(?:subscribe|sign up|sign in|log in|log ?out|register|create (?:a|an|your) (?:free )?account"
    r"|become a (?:member|subscriber)|support (?:us|our)|donate|get the app|download (?:the|our))\b"
    r".{0,100}"
    r"|(?:menu|search|close|newsletters?|toggle navigation|navigation|open|account|my account"
    r"|play|pause|mute|unmute|next|previous|loading.{0,3}|watch|gallery|print this page|a a|aa|\+)"
    r"|(?:read (?:more|next|also|full story)"
    r"|related(?: (?:articles?|stories|topics|content|posts))?"
    r"|more (?:on|from|about|stories|like)|recommended|you (?:may|might) (?:also )?like|most read"
    r"|trending|popular|see also|up next|also read|don['’]t miss|keep reading|continue reading"
    r"|top stories|latest news|more news|in this article|explore more)\b(?:\s?:.{0,200}|.{0,40})"
    r"|(?:tags?|topics?|filed under|categories|category|posted in|keywords)\s?:.{1,200}"
    r"|(?:cookie|privacy|terms)\b.{0,80}|we use cookies\b.{0,200}|accept(?: all)?(?: cookies)?"
    r"|(?:image|photo|slide|\d{1,3})\s?(?:\d{1,3}\s)?(?:of|/)\s?\d{1,3}"
    r"|#{3,}|-\s?30\s?-|-{2,}\s?(?:end|ends|30|###)\s?-{2,}|\*{3,}"
    r"|(?:this is |labell?ed )?satire"
    r"|(?:share|save|tweet|print|e-?mail|comments?|copy link|bookmark|listen){2,}.{0,80}"
    r")[.!:]?\Z",
    re.IGNORECASE,
)
_LONGEST_CHROME = 240
_SENTENCE = re.compile(r"[a-z]{2,}[.!?]['\"”’)]{0,2}\Z")

_CAPTION_LEAD = re.compile(
    r"(?:(?:file\s)?(?:photo|image|picture|illustration|graphic|video|caption|credit|credits|map"
    r"|photograph|photos|images)(?:\s(?:credit|caption|courtesy|source|by|illustration))?"
    r"(?:\s?:|\s?/|\s(?:by|courtesy)\s)"
    r"|(?:\w+\s){0,3}(?:image|photo|picture|photograph|illustration|graphic)s?\s"
    r"(?:for source event|selected|chosen|provided|supplied|courtesy|used|via|from file|shows:?)\b"
    r"|enlarge (?:this )?image|hide caption|toggle caption|\(?(?:file photo|pictured|above|left):)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\((?:file\s)?(?:photo|image|picture|ap photo|reuters|illustration)\b[^)]{0,120}\)"
    r"|\b(?:AP Photo|AFP|Getty Images|Getty|REUTERS|Reuters|EPA|Shutterstock|Alamy|Unsplash|iStock"
    r"|Wikimedia Commons|Bloomberg|Xinhua|PA Wire|PA Images|Zuma Press|Pool|Handout)"
    r"\s?/\s?[^.]{2,80}"
    r"|/\s?(?:AP|AFP|Getty Images|Getty|Reuters|REUTERS|EPA|Shutterstock|Alamy|Pool|Handout|TNS"
    r"|Bloomberg|Wikimedia Commons|Unsplash|File|PA)(?:\s?/\s?[\w ]{2,30})?(?:\s?via\s[\w ]{2,30})?"
    r"|(?:via|courtesy of|courtesy)\s(?:Getty Images|AP|Reuters|Wikimedia Commons|[A-Z][\w ]{2,40})"
    r"|(?:Photo|Image|Picture|Credit|Photograph|Illustration)(?:\sby)?:\s?[^:]{2,120}"
    r"|\(?(?:file photo|staff photo|courtesy photo|handout photo)\)?)[.)]{0,2}\Z"
)
_CREDIT_MARKS = ("/", ":", "(", "hoto", "ourtesy", "via ")
_LONGEST_CAPTION = 600

RIGHTS = re.compile(
    r"(?:™\s?&\s?|\(TM\)\s?(?:&|and)\s?)?"
    r"(?:(?:copyright|©|\(c\))[\s,:]*){1,3}(?:by\s)?(?:19|20)\d{2}"
    r"|(?:™\s?&\s?)?©\s?[A-Z]|all rights reserved",
    re.IGNORECASE,
)
_RIGHTS_LINE = re.compile(
    r"(?:(?:this|the) (?:material|article|story|content|work|text|report)"
    r" (?:may not|cannot|must not) be"
    r" (?:published|reproduced|broadcast|rewritten|copied|redistributed|republished)"
    r"|(?:this|the) (?:article|story|work|text) (?:is|was) (?:re)?(?:published|licensed|distributed"
    r"|printed)\b.{0,120}\b(?:licen[cs]e|creative commons|permission)"
    r"|(?:reprinted|republished|reproduced|used) (?:with|by) permission"
    r"|licensed under|distributed by .{2,60}(?:agency|llc|inc|service)"
    r"|(?:creative commons|cc)[ -]by\b)",
    re.IGNORECASE,
)
_LONGEST_RIGHTS = 700


def is_chrome(words: str) -> bool:
    """Whether a line belongs to the site around an article: navigation, share lines, adverts."""
    if len(words) > _LONGEST_CHROME:
        return False
    if SECTIONS.issuperset(re.split(r"\s?(?:&|\band\b)\s?", words.strip(" |·•").casefold())):
        return True
    if READ_TIME.fullmatch(words.strip(" |·•()")):
        return True
    match = _CHROME.match(words)
    return bool(match) and (len(words) < 90 or not _SENTENCE.search(words) or words[0] in "←‹«")


def is_caption(words: str) -> bool:
    """Whether a line is the caption or the credit of a picture."""
    if len(words) > _LONGEST_CAPTION or words.count(". ") > 4:
        return False
    if _CAPTION_LEAD.match(words):
        return True
    if not any(mark in words for mark in _CREDIT_MARKS):  # most lines, told at a glance
        return False
    return bool(_CREDIT.search(words, max(0, len(words) - 200)))


def rights_start(words: str) -> int:
    """Return where a rights notice begins that reaches to the end of a line, or -1."""
    if len(words) <= _LONGEST_RIGHTS and _RIGHTS_LINE.match(words):
        return 0
    for match in RIGHTS.finditer(words):
        rest = len(words) - match.start()
        if match[0].casefold() == "all rights reserved":
            # A notice says little else; without ©, a sentence about rights is no notice.
            return _sentence_start(words, match.start()) if rest < 300 else -1
        if rest <= _LONGEST_RIGHTS and not _inside_sentence(words, match.start()):
            return match.start()
    return -1


def _inside_sentence(words: str, at: int) -> bool:
    """Whether something stands inside a sentence: words before it, and no end of one."""
    before = words[:at].rstrip()
    return bool(before) and before[-1] not in '.!?|·•—–)”"'


def _sentence_start(words: str, at: int) -> int:
    end = max(words.rfind(mark, 0, at) for mark in (". ", "! ", "? "))
    return end + 2 if end >= 0 else 0
