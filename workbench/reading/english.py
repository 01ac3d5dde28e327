"""Closed classes of English that reading rests on: verbs of saying, pronouns, titles, roles.

These are grammar, not taste: the code that uses them is written and tested with them, so they
stand in code. Names, which differ from newsroom to newsroom, are data (see core.words).
"""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(" ".join(lines).split())


_REGULAR = words(
    "acknowledge add admit affirm allege announce answer argue ask assert boast caution claim",
    "comment complain concede conclude confess confirm contend continue counter cry declare",
    "demand deny disclose emphasize emphasise estimate exclaim exhort explain express fume growl",
    "hint imply inform insist interject joke lament maintain mention muse note observe opine",
    "plead pledge post predict proclaim promise propose protest quip react reason recall",
    "recommend recount reiterate remark remind repeat reply report respond retort reveal scoff",
    "shout signal stress suggest summarize testify threaten tout tweet underline underscore urge",
    "volunteer vow warn whisper wonder yell allow bark chant chirp concur crow deadpan gripe",
    "grumble gush lament mumble murmur mutter rule shoot fire hit snap sigh sneer tease venture",
    "chime",
)
# Verbs that carry a quotation and are no saying without one: X called it “a mess.”
_QUOTING = words(
    "accuse assail attack bash blast brand call caption characterize compare condemn criticize",
    "decry defend denounce deride describe dismiss dub hail invoke label lambast mock portray",
    "praise rail rebuke refer rip slam sum thank thunder welcome text email message chide scold",
    "ridicule berate credit laud",
)
_IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote writes writing",
    "state": "stated states stating", "begin": "began", "put": "put puts putting",
    "swear": "swore swears swearing", "agree": "agreed agrees agreeing",
    "sing": "sang", "read": "read reads reading", "quote": "quoted quotes quoting",
    "speak": "spoke speaks speaking", "think": "thinks", "go": "went",
    "shoot": "shot shoots shooting", "hit": "hit hits hitting",
    "rule": "ruled rules",
}  # fmt: skip
_DOUBLED = {"admit": "admitt", "quip": "quipp", "dub": "dubb", "slam": "slamm", "rip": "ripp",
            "snap": "snapp", "deadpan": "deadpann"}  # fmt: skip


def _forms(verb: str) -> dict[str, str]:
    if verb in _IRREGULAR:
        return dict.fromkeys(_IRREGULAR[verb].split(), verb)
    stem = _DOUBLED.get(verb, verb)
    if verb.endswith("e"):
        past, ing = f"{verb}d", f"{verb[:-1]}ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, ing = f"{verb[:-1]}ied", f"{verb}ing"
    else:
        past, ing = f"{stem}ed", f"{stem}ing"
    third = f"{verb[:-1]}ies" if past.endswith("ied") else f"{verb}s"
    if verb.endswith(("sh", "ss", "ch")):
        third = f"{verb}es"
    return dict.fromkeys((past, third, ing), verb)


SAYING: dict[str, str] = {
    form: verb
    for verb in sorted(_REGULAR | _IRREGULAR.keys())
    for form in _forms(verb)
    for verb in [_forms(verb)[form]]
}
"""Form of a verb of saying to the verb: "said" to "say"."""
QUOTING: dict[str, str] = {form: verb for verb in sorted(_QUOTING) for form in _forms(verb)}
"""Form of a verb that says something only around a quotation, to the verb."""
WEAK = words(
    "begin put sing read speak think go quote agree continue demand react post answer respond",
    "signal suggest express allow rule venture fire hit shoot snap chime text",
)
PARTICLES = {"shoot": "back", "fire": "back", "hit": "back", "chime": "in"}
"""Verbs that say something with a small word behind: "shot back"."""
"""Verbs of SAYING that say something only around a quotation, or with "that" behind."""
PLURAL = {"say": "say", "argue": "argue", "warn": "warn", "insist": "insist", "claim": "claim",
          "contend": "contend", "report": "report", "allege": "allege"}  # fmt: skip
"""Plain forms that follow a plural: "officials say"."""

HE, SHE, THEY = "he", "she", "they"
PRONOUNS = words("he she they i we it who you")
DETERMINERS = words(
    "a an the this that these those his her its their our my one two three four five six seven",
    "eight nine ten dozen several some many both other another multiple numerous few all most",
    "every each half no any",
)
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
ANONYMOUS = words(
    "person people source sources official officials aide aides adviser advisers advisor advisors",
    "insider insiders ally allies operative operatives strategist strategists associate",
    "associates someone those attendee attendees staffer staffers confidant confidants diplomat",
    "diplomats donor donors participant participants lawmaker lawmakers employee employees",
    "individual individuals consultant consultants friend friends critics supporters experts",
    "analysts observers figure figures",
)
ROLES = words(
    "spokesperson spokesman spokeswoman spokespeople spokespersons mayor governor president",
    "senator congressman congresswoman representative secretary minister chancellor premier",
    "ambassador attorney lawyer lawyers judge justice prosecutor prosecutors sheriff chief",
    "commissioner chairman chairwoman chair director manager organizer organizers candidate",
    "nominee leader leaders speaker campaign office department administration agency committee",
    "commission council court company group union party government ministry embassy police",
    "military panel bureau university board foundation coalition organization team press",
    "professor historian pollster author economist activist activists voter voters resident",
    "residents protester protesters witness witnesses reporter reporters journalist host anchor",
    "moderator doctor officer officers general commander husband wife son daughter brother sister",
    "mother father uncle aunt congresspeople counsel editor veteran teacher student students",
    "pastor bishop farmer owner worker workers woman man frontrunner front-runner hopeful",
    "contender rival colleague lawmaker boss foe congressperson lieutenant deputy treasurer",
    "comptroller delegate assemblyman assemblywoman councilman councilwoman socialist progressive",
    "democrat republican democrats republicans billionaire founder executive ceo officeholder",
    "incumbent challenger king queen prince pope clerk foreman forewoman businessman businesswoman",
    "entrepreneur engineer engineers nurse driver captain firefighter paramedic commentator",
    "columnist correspondent blogger scholar scientist physician surgeon principal superintendent",
    "regulator auditor inspector detective investigator investigators demonstrator demonstrators",
    "supporter critic opponent neighbor neighbors parent parents juror victim victims relative",
    "relatives soldier soldiers translator analyst expert rabbi imam priest",
)
DOCUMENTS = words(
    "report statement memo memorandum filing lawsuit complaint indictment transcript letter email",
    "emails documents document records record poll survey study release affidavit testimony order",
    "ruling brief audit dossier readout text texts messages log logs article story book account",
    "editorial column newspaper outlet magazine network paper site website broadcaster",
)
TITLES = words(
    "Mr. Mrs. Ms. Mx. Dr. Sen. Sens. Rep. Reps. Gov. Govs. Lt. Gen. Col. Adm. Sgt. Capt. Maj.",
    "Rev. Prof. Hon. Atty. Pres. Supt. Asst. Cmdr. St. Insp. Mr Mrs Ms Dr Sir Dame Lord Lady",
    "Senator Representative Governor Mayor President Vice Prime Minister Secretary Chancellor",
    "Congressman Congresswoman Councilman Councilwoman Councilmember Assemblyman Assemblywoman",
    "Assemblymember Judge Justice Chief Speaker Attorney General Ambassador Chairman Chairwoman",
    "Chair Leader Whip Majority Minority Senate House Press Deputy Director Commissioner Sheriff",
    "Professor Pope King Queen Prince Princess Former Acting Interim Republican Democratic",
    "Democrat GOP State Lieutenant Rabbi Pastor Reverend Bishop Cardinal Captain Colonel Sergeant",
    "Comptroller Treasurer First Undersecretary Premier Federal Foreign Defense Independent",
    "Labour Conservative Conservatives Spokesman Spokeswoman Spokesperson Candidate Nominee Rep",
    "Sen Gov US U.S. UK U.K. Coach",
)
PLACES = words(
    "America Washington Congress Senate House Capitol Hill Iowa Ohio Texas Florida Georgia",
    "Michigan Wisconsin Pennsylvania California Nevada Arizona Virginia Minnesota Illinois",
    "Massachusetts Maine Oregon Utah Kansas Colorado Gaza Israel Ukraine Russia China Iran Europe",
    "Britain England France Germany Mexico Canada Manhattan Brooklyn Queens Bronx Chicago Boston",
    "York Jersey Carolina Dakota Hampshire London Paris Moscow Beijing Kyiv Jerusalem Democrats",
    "Republicans Democrat Republican Americans Facebook Twitter Instagram YouTube TikTok X Truth",
    "Social Thanksgiving Christmas Supreme Court Constitution Medicare Medicaid Islam",
    "Islamophobia",
)
DAYS = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May",
    "June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.",
)
INSTITUTIONS = words(
    "Party Committee Department Office Court Senate House Congress Council Agency University",
    "College Institute Association Union Campaign Administration Commission Bureau Board",
    "Foundation Center Fund Group Inc Inc. Corp Corp. Co. LLC Bank Church School Police Army",
    "Ministry Parliament Club Caucus Coalition Movement Act Bridge Street Avenue County City",
    "Island Valley River Project Service Force Team Network Alliance Federation League Society",
    "Authority Hospital",
)
PREPOSITIONS = words(
    "of for at with from in to by on under against about over into between among near during",
    "after before since until through inside outside within without behind toward towards like as",
    "than around across via off despite amid per",
)
STOPPERS = words(
    "and but or that while as when because if whether although though so where which who whom",
    "whose after before since until is was are were be been has had have will would",
)
SKIPPED = words(
    "has had have also then later did does do would could will might may just again once still",
    "even now himself herself themselves both all always often never earlier afterward afterwards",
    "meanwhile instead thus already first further merely only simply soon long quickly publicly",
    "privately famously repeatedly reportedly previously recently bluntly flatly today yesterday",
)
NEGATIONS = words(
    "not never n't didn't doesn't don't wouldn't didn’t doesn’t don’t wouldn’t cannot",
)
BEING = words("is was are were be been being am gets got get ’s 's")
STARTERS = words(
    "But And Still Yet So Then Also However Meanwhile Instead Later Now Today Yesterday Asked In",
    "On At After Before When While As Since During For With If Although Though Despite Speaking",
    "Writing Earlier Once Until Under By From Among Amid Because Appearing Responding Addressing",
    "Not Over According Afterward Afterwards Separately Privately Publicly Finally Recently",
    "Moreover Indeed Even Last This That There Here It Its How Why What Where Who Which These",
    "Those Their Our My Your No Yes Well To Through Like Unlike Both Each Every Some Many Most",
    "Several Other Another All One Two Three Four Five Six Seven Eight Nine Ten A An The His Her",
    "He She They We I You Perhaps Maybe Only Just Near Nearly About Around Such Is Was Are Were",
    "Has Had Have Do Does Did Can Could Will Would Should May Might Must Let Per Via Hours Days",
    "Weeks Months Told Pressed Citing Noting Calling Saying Referring Reached Critics Sources",
    "Officials People Aides Experts Supporters Reporters Voters Nobody Everyone Someone Nothing",
    "Something Neither Never Often Sometimes",
)
