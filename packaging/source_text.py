"""The English texts of the program, found in its source: what a catalogue has to have."""

from __future__ import annotations

import ast
import calendar
import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).resolve().parents[1]
SAID = "said"
"""The context of sentences that rooms without a window put together; see house/catalogue.py."""
_MARKERS = {"tr": 0, "_tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "_T": 1}
"""What marks a text of the window, and which of its arguments the text is."""
_SPEAKING = (
    "intake/result.py",
    "publish/case_proof.py",
    "publish/comment_words.py",
    "publish/conflict_place.py",
    "publish/conflict_value.py",
    "publish/coverage.py",
    "publish/event_wording.py",
    "publish/exchange/wording.py",
    "publish/gate.py",
    "publish/history_wording.py",
    "publish/merge_words.py",
    "publish/packing_words.py",
    "publish/post_caution.py",
    "publish/proposal.py",
    "publish/renewal.py",
    "publish/review_words.py",
    "publish/to_get.py",
    "publish/version.py",
    "publish/vote_wording.py",
    "publish/wording.py",
    "rules/sign_off_gate.py",
    "rules/state_gate.py",
    "rules/status_gate.py",
    "rules/watch.py",
    "store/trouble.py",
)
"""Modules all of whose texts may be shown in the window, beside every UserError."""
_SENTENCES = (
    "intake/kind.py",
    "intake/package.py",
    "publish/case.py",
    "publish/claim_review.py",
    "publish/claim_review_fault.py",
)
"""Modules whose longer texts may be shown: those of three words and more."""
_WHOLE = frozenset((*_SPEAKING, *_SENTENCES))
_HANDING = ("house/", "intake/", "publish/export.py", "reading/", "rules/", "store/")
"""Where words for the window are handed over under the names below."""
_SHOWN_NAMES = frozenset({"basis", "doing", "reason", "reasons", "told", "what"})
"""Names under which a room hands over words for the window."""
_MORE = (
    *("stated", "inferred", "likely", "error", "errors", "warning", "warnings", "note", "notes"),
    *("and", "or", "ClaimReview: {caution}", "actor", "recipient", "direction", "date"),
    *("claim {number}", "{place}, heading", "Would join {what} from {who}.", "Would join {what}."),
    *("Joined {what} from {who}.", "Joined {what}."),
    *("1 place", "{count} places", "The export"),
    *("suggestion is", "suggestions are", "comment is", "comments are"),
    *("Claim {number}", "Source {number}", "Source {number} ({name})", "Quote “{text}”"),
    *("Event “{text}”", "Contact ({who})", "Contact that is private", "Picture “{text}”"),
    *("What to watch “{text}”", "Correction “{text}”", "Sign-off of {name}", "Vote of {who}"),
    *("Step on the way out of {who}", "Comment of {who}: “{text}”", "Suggestion of {who}"),
)
"""Codes that are words too, what lists are joined with, and what is joined from two halves."""
_ASKING = frozenset(
    {"get", "getattr", "startswith", "endswith", "removeprefix", "removesuffix", "replace"}
)
"""Functions that are given codes."""
_MONTHS = frozenset(calendar.month_name)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_BEFORE = re.compile(r"^\{\w+\} (?=[A-Z])")
"""A whole sentence before another."""
_LETTERS = re.compile(r"[A-Za-z]{2}")
_CODE = re.compile(r"[a-z_0-9]+[_./:][a-z_0-9./:]*|#[0-9A-Fa-f]+|[%{}\d:dBbYHMS ,.-]+")


@dataclass(slots=True)
class SourceText:
    """A text of the program.

    Attributes:
        context: SAID for sentences of rooms without a window, empty for texts of the window.
        contexts: those that Qt is asked with, for entries of a catalogue that name one.
        places: the modules that have it, in their order.

    """

    context: str
    text: str
    contexts: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def source_texts(checkout: Path = CHECKOUT) -> list[SourceText]:
    """Return every text that a person may read in the window, in the order of the modules."""
    found: dict[tuple[str, str], SourceText] = {}

    def note(context: str, text: str, place: str, asked: str = "") -> None:
        one = found.setdefault((context, text), SourceText(context, text))
        one.contexts.add(asked)
        if place not in one.places:
            one.places.append(place)

    package = checkout / "workbench"
    said: list[tuple[str, str]] = []
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package).as_posix()
        source = file.read_text(encoding="utf-8")
        if place.startswith("cli/") or not _may_speak(source, place):
            continue
        tree = ast.parse(source)
        if place.startswith("ui/"):
            for text, asked in _window_texts(tree):
                note("", text, place, asked)
        said += ((place, text) for text in _shown_texts(tree, place))
    for place, text in said:
        for sentence in _sentences(text):
            note(SAID, sentence, place)
    for text in _MORE:
        note(SAID, text, "core")
    for place, text in _data_texts(checkout / "resources"):
        for sentence in _sentences(text):
            note(SAID, sentence, place)
    return list(found.values())


def _may_speak(source: str, place: str) -> bool:
    """Tell, before it is parsed, whether a module can have words for the window."""
    return place.startswith(("ui/", *_HANDING)) or place in _WHOLE or "UserError" in source


def _shown_texts(tree: ast.Module, place: str) -> Iterator[str]:
    """Find the texts of a module without a window that reach one."""
    if place in _SPEAKING:
        yield from _all_texts(tree)
        return
    yield from _error_texts(tree)
    if place in _SENTENCES:
        yield from (text for text in _all_texts(tree) if text.count(" ") > 1)
    if place.startswith(_HANDING) and place != "reading/cue.py":
        yield from _named_texts(tree)


def _named_texts(tree: ast.Module) -> Iterator[str]:
    """Find texts that are called what, why or on which basis something is so."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.keyword):
            names = [node.arg or ""]
        elif isinstance(node, ast.Assign):
            names = [_name(target).strip("_").lower() for target in node.targets]
        if isinstance(node, (ast.keyword, ast.Assign)) and _SHOWN_NAMES.intersection(names):
            yield from _texts_in(node.value)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value in _SHOWN_NAMES:
                    yield from _texts_in(value)


def _window_texts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Find texts given to a translating function, with the context that Qt is asked with."""
    contexts = _local_contexts(tree)
    for owner, call in _calls(tree, ""):
        name = _name(call.func)
        if name not in _MARKERS or len(call.args) <= _MARKERS[name]:
            continue
        text = call.args[_MARKERS[name]]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            continue
        if _MARKERS[name]:
            asked = ast.literal_eval(call.args[0])
        else:
            asked = owner if isinstance(call.func, ast.Attribute) else contexts.get(name, "")
        yield text.value, asked


def _local_contexts(tree: ast.Module) -> dict[str, str]:
    """Return the contexts of the functions of a module that translate what they are given."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in _MARKERS:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _name(call.func) == "translate":
                    found[node.name] = ast.literal_eval(call.args[0])
    return found


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _error_texts(tree: ast.Module) -> Iterator[str]:
    """Find the texts of every UserError, and of the constants that it names."""
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "UserError":
            for argument in node.args:
                yield from _texts_in(argument)
                for named in ast.walk(argument):
                    if isinstance(named, ast.Name) and named.id in constants:
                        yield from _texts_in(constants[named.id])


def _all_texts(tree: ast.Module) -> Iterator[str]:
    """Find every text of a module but its docstrings."""
    for node in ast.iter_child_nodes(tree):
        yield from _texts_in(node)


def _texts_in(node: ast.AST) -> Iterator[str]:
    """Find the longest texts in a piece of source, with names in braces for what changes."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    if isinstance(node, ast.JoinedStr):
        yield _template(node)
    for child in _parts_of(node):
        yield from _texts_in(child)


def _parts_of(node: ast.AST) -> list[ast.AST]:
    """Return what there may be texts in: no docstring, no code of an enumeration, no key."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return []
    if isinstance(node, ast.ClassDef) and any("Enum" in _name(base) for base in node.bases):
        return []
    if isinstance(node, ast.JoinedStr):
        return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    if isinstance(node, ast.Subscript):
        return [node.value]
    if isinstance(node, ast.Dict):
        return list(node.values)
    if isinstance(node, (ast.Set, ast.Compare)):
        return []
    if isinstance(node, ast.Call) and _name(node.func) in _ASKING:
        given = node.args[1:]
        if _name(node.func) == "get":
            return list(given)  # what is said of a code that is not known
        return [one for one in given if not isinstance(one, ast.Constant)]
    if isinstance(node, ast.Call) and _name(node.func) in ("join", "strftime"):
        return list(node.args)
    return [one for one in ast.iter_child_nodes(node) if one is not getattr(node, "annotation", 0)]


def _template(node: ast.JoinedStr) -> str:
    """Return an f-string as a pattern; what stands in braces is named by what it is made of."""
    parts, seen = [], dict[str, int]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
            continue
        assert isinstance(part, ast.FormattedValue)
        name = _hole(part.value)
        seen[name] = seen.get(name, 0) + 1
        parts.append(f"{{{name}{seen[name] if seen[name] > 1 else ''}}}")
    return "".join(parts)


def _hole(node: ast.AST) -> str:
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and not isinstance(one.value, ast.Constant):
            return one.attr.strip("_")
        if isinstance(one, ast.Name):
            return one.id.strip("_").lower()
    return "what"


def _sentences(text: str) -> Iterator[str]:
    """Cut a text into sentences as the window does, without what has no words of its own."""
    for piece in _SENTENCE_END.split(text.strip()):
        sentence = _BEFORE.sub("", piece)
        words = re.sub(r"\{\w*\}", "", sentence)
        if (
            _LETTERS.search(words)
            and not _CODE.fullmatch(words)
            and "\\" not in words
            and words not in _MONTHS
        ):
            yield sentence


def _data_texts(resources: Path) -> Iterator[tuple[str, str]]:
    """Find the sentences of the data that the window shows."""
    rules = tomllib.loads((resources / "rules" / "texts.toml").read_text(encoding="utf-8"))
    for rule in rules["rule"]:
        yield "rules/texts.toml", rule["message"]
        if rule.get("help"):
            yield "rules/texts.toml", rule["help"]
    template = tomllib.loads((resources / "house" / "template.toml").read_text(encoding="utf-8"))
    for part in template["part"]:
        if not part.get("heading"):
            yield "house/template.toml", part["key"].replace("_", " ").capitalize()
        yield "house/template.toml", part.get("hint", "")
    networks = tomllib.loads((resources / "house" / "networks.toml").read_text(encoding="utf-8"))
    for network in networks["network"]:
        for key in ("source", "alt_source"):
            yield "house/networks.toml", network.get(key, "")


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
