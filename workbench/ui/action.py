"""Every action of the window in one list: its name, its key and the group it is shown in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action as data.

    Attributes:
        name: of the QAction, and of the window's method that does it.
        text: what the menu and the list of keys call it.
        keys: portable key sequences; the first is shown.
        group: heading in menu and list; groups come in the order of the list.
        menu: whether it has a place in the menu, or only a key.

    """

    name: str
    text: str
    keys: tuple[str, ...]
    group: str
    menu: bool = True


def _T(_context: str, text: str) -> str:  # noqa: N802 - marks a text for the translation tool
    return str(QT_TRANSLATE_NOOP("action", text))


CHECK = _T("action", "Check")
WORKSPACE = _T("action", "Workspace")
EDIT = _T("action", "Edit")
GO = _T("action", "Go to")
ARTICLE = _T("action", "Article")
VIEW = _T("action", "View")
HELP = _T("action", "Help")
PROPOSAL = _T("action", "On a proposal")
READING = _T("action", "While reading")
CLAIM = _T("action", "In the claim editor")
REVIEW = _T("action", "Among quotes to review")
SUGGESTIONS = _T("action", "Among suggestions")
CONFLICTS = _T("action", "Among conflicts")
TIMELINE = _T("action", "On the timeline")
POSTS = _T("action", "Among the posts")
COMMENTS = _T("action", "Among the comments")


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_check", _T("action", "New check"), ("Ctrl+N",), CHECK),
    ActionSpec("find_check", _T("action", "Find a check"), ("Ctrl+K",), CHECK),
    ActionSpec("show_start", _T("action", "Start page"), ("Alt+Home",), CHECK),
    ActionSpec("open_files", _T("action", "Open a file as a source"), ("Ctrl+O",), CHECK),
    ActionSpec("open_folder", _T("action", "Open a folder of sources"), ("Ctrl+Shift+O",), CHECK),
    ActionSpec("paste_source", _T("action", "Paste as a source"), ("Ctrl+Shift+V",), CHECK),
    ActionSpec("renew_source", _T("action", "New text for this source"), ("Ctrl+Alt+N",), CHECK),
    ActionSpec("export", _T("action", "Export"), ("Ctrl+E",), CHECK),
    ActionSpec("pack_check", _T("action", "Pack into a case file"), ("Ctrl+Shift+E",), CHECK),
    ActionSpec("take_review", _T("action", "Take in a review"), ("Ctrl+Alt+I",), CHECK),
    ActionSpec(
        "exchange_checks", _T("action", "Exchange checks through a folder"), ("Ctrl+Alt+X",), CHECK
    ),
    ActionSpec("show_history", _T("action", "History of this check"), ("Ctrl+Alt+H",), CHECK),
    ActionSpec("show_bin", _T("action", "Bin"), ("Ctrl+Alt+B",), CHECK),
    ActionSpec("show_backups", _T("action", "Backups"), (), CHECK),
    ActionSpec("quit", _T("action", "Quit"), ("Ctrl+Q",), CHECK),
    ActionSpec("verify_workspace", _T("action", "Verify every part"), (), WORKSPACE),
    ActionSpec("compact_workspace", _T("action", "Give free room back to the disk"), (), WORKSPACE),
    ActionSpec("reindex_workspace", _T("action", "Build the search anew"), (), WORKSPACE),
    ActionSpec("undo", _T("action", "Undo"), ("Ctrl+Z",), EDIT),
    ActionSpec("redo", _T("action", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), EDIT),
    ActionSpec("new_claim", _T("action", "New claim"), ("Ctrl+Shift+N",), EDIT),
    ActionSpec("cite_evidence", _T("action", "Cite evidence in the draft"), ("Ctrl+Alt+F",), EDIT),
    ActionSpec("comment_here", _T("action", "Comment on what is here"), ("Ctrl+Alt+J",), EDIT),
    ActionSpec("suggest_change", _T("action", "Suggest a change"), ("Ctrl+Alt+G",), EDIT),
    ActionSpec(
        "switch_reviewer_mode", _T("action", "Reviewer mode, or not"), ("Ctrl+Alt+W",), EDIT
    ),
    ActionSpec("rename_check", _T("action", "Change the title"), ("F2",), EDIT),
    ActionSpec("show_article", _T("action", "Article"), ("Ctrl+0",), GO),
    ActionSpec("show_sources", _T("action", "Sources"), ("Ctrl+1",), GO),
    ActionSpec("show_claims", _T("action", "Claims"), ("Ctrl+2",), GO),
    ActionSpec("show_draft", _T("action", "Draft"), ("Ctrl+3",), GO),
    ActionSpec("show_posts", _T("action", "Posts"), ("Ctrl+4",), GO),
    ActionSpec("review_quotes", _T("action", "Quotes to review"), ("Ctrl+Alt+R",), GO),
    ActionSpec("show_suggestions", _T("action", "Suggestions"), ("Ctrl+8",), GO),
    ActionSpec("show_conflicts", _T("action", "Conflicts to settle"), ("Ctrl+Alt+K",), GO),
    ActionSpec("show_preflight", _T("action", "Pre-flight"), ("Ctrl+5",), GO),
    ActionSpec("next_finding", _T("action", "Next finding"), ("F8",), GO),
    ActionSpec("previous_finding", _T("action", "Previous finding"), ("Shift+F8",), GO),
    ActionSpec(
        "next_finding_here", _T("action", "Next finding in this field"), ("F7",), GO, menu=False
    ),
    ActionSpec(
        "previous_finding_here",
        _T("action", "Previous finding in this field"),
        ("Shift+F7",),
        GO,
        menu=False,
    ),
    ActionSpec(
        "set_finding_aside",
        _T("action", "No fault here: set it aside"),
        ("Ctrl+F7",),
        GO,
        menu=False,
    ),
    ActionSpec("show_origins", _T("action", "Picture of the origins"), ("Ctrl+Alt+O",), GO),
    ActionSpec("show_timeline", _T("action", "Timeline"), ("Ctrl+6",), GO),
    ActionSpec("show_publication", _T("action", "Publication"), ("Ctrl+7",), GO),
    ActionSpec("show_comments", _T("action", "Comments"), ("Ctrl+9",), GO),
    ActionSpec("show_watched", _T("action", "Watch items of all checks"), ("Ctrl+Alt+A",), GO),
    ActionSpec("next_claim", _T("action", "Next claim"), ("Ctrl+Down",), GO),
    ActionSpec("previous_claim", _T("action", "Previous claim"), ("Ctrl+Up",), GO),
    ActionSpec("next_source", _T("action", "Next source"), ("Ctrl+PgDown",), GO),
    ActionSpec("previous_source", _T("action", "Previous source"), ("Ctrl+PgUp",), GO),
    ActionSpec("go_back", _T("action", "Back to where I was reading"), ("Alt+Left",), GO),
    ActionSpec("find_in_article", _T("action", "Find in the article"), ("Ctrl+F",), ARTICLE),
    ActionSpec(
        "claim_here", _T("action", "New claim from the selection"), ("Ctrl+Alt+C",), ARTICLE
    ),
    ActionSpec("evidence_here", _T("action", "Selection as evidence"), ("Ctrl+Alt+E",), ARTICLE),
    ActionSpec(
        "quote_here", _T("action", "Quote the selection in the draft"), ("Ctrl+Alt+Q",), ARTICLE
    ),
    ActionSpec("event_here", _T("action", "Event from the selection"), ("Ctrl+Alt+V",), ARTICLE),
    ActionSpec(
        "span_here",
        _T("action", "Say what the selection is: text, caption …"),
        ("Ctrl+Alt+S",),
        ARTICLE,
    ),
    ActionSpec(
        "show_noticed", _T("action", "What is noticed in the article"), ("Ctrl+Alt+M",), ARTICLE
    ),
    ActionSpec(
        "take_proposals", _T("action", "Take what the text states"), ("Alt+Return",), ARTICLE
    ),
    ActionSpec("show_proposals", _T("action", "Go to the proposals"), ("Ctrl+Alt+P",), ARTICLE),
    ActionSpec(
        "edit_anchor",
        _T("action", "Set the date that “Saturday” is told by"),
        ("Ctrl+Alt+D",),
        ARTICLE,
    ),
    ActionSpec(
        "switch_aids", _T("action", "Underline what is noticed, or not"), ("Ctrl+Alt+U",), VIEW
    ),
    ActionSpec("zoom_in", _T("action", "Larger article"), ("Ctrl++", "Ctrl+="), VIEW),
    ActionSpec("zoom_out", _T("action", "Smaller article"), ("Ctrl+-",), VIEW),
    ActionSpec(
        "enlarge_window", _T("action", "Larger interface"), ("Ctrl+Alt++", "Ctrl+Alt+="), VIEW
    ),
    ActionSpec("reduce_window", _T("action", "Smaller interface"), ("Ctrl+Alt+-",), VIEW),
    ActionSpec(
        "switch_colors", _T("action", "Light, dark or as the system"), ("Ctrl+Alt+L",), VIEW
    ),
    ActionSpec("choose_language", _T("action", "Language"), (), VIEW),
    ActionSpec("show_help", _T("action", "Help for this place"), ("F1",), HELP),
    ActionSpec("show_keys", _T("action", "All keys"), ("Ctrl+F1",), HELP),
    ActionSpec("show_about", _T("action", "About"), (), HELP),
)

READING_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Next sentence, previous sentence"), "J  K"),
    (_T("action", "Next page, previous page"), _T("action", "Space  Shift+Space")),
    (_T("action", "New claim from the selection"), "C"),
    (_T("action", "Selection as evidence"), "E"),
    (_T("action", "Quote the selection in the draft"), "Q"),
    (_T("action", "Event from the selection"), "V"),
    (_T("action", "Say what the selection is: text, caption …"), "S"),
)
"""Keys that work while the article has the keyboard; single letters, so they are no QActions."""

REVIEW_KEYS: tuple[tuple[str, str], ...] = (
    (
        _T("action", "Take the new words, or the place with that number"),
        _T("action", "Enter  1 … 6"),
    ),
    (_T("action", "Keep the old words of the older text"), "K"),
    (_T("action", "Attach the quote to the selection"), "S"),
    (_T("action", "Remove the quote"), _T("action", "Del")),
    (_T("action", "Next quote, previous quote"), "↓  ↑"),
)
"""Keys of the list of quotes that a newer text left open."""
CONFLICT_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Keep what stands"), "K"),
    (_T("action", "Take the other value"), "T"),
    (_T("action", "Write it anew, and let that stand"), _T("action", "E  Ctrl+Enter")),
    (_T("action", "Go to its place in the check"), "G"),
    (_T("action", "Next conflict, previous conflict"), "↓  ↑"),
)
"""Keys of the list of conflicts."""
TIMELINE_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Next entry, previous entry"), "↓  ↑"),
    (_T("action", "Take what is noticed; change an event"), _T("action", "Enter")),
    (_T("action", "Show its passage in the article"), _T("action", "Space")),
    (_T("action", "Set aside what is noticed; remove an event"), _T("action", "Del")),
)
"""Keys of the timeline that are no QActions."""

COMMENT_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Next comment, previous comment"), "↓  ↑"),
    (_T("action", "Go to the place of the comment"), _T("action", "Enter")),
    (_T("action", "Answer; resolve or open again"), "A  R"),
    (_T("action", "While writing: save; leave, words are kept"), _T("action", "Ctrl+Enter  Esc")),
)
"""Keys of the comments that are no QActions."""

POSTS_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Begin a new part of a thread at the cursor"), _T("action", "Ctrl+Enter")),
    (_T("action", "Next part, previous part of a thread"), "↓  ↑"),
    (_T("action", "Copy the part"), _T("action", "Enter  Ctrl+C")),
)
"""Keys of the posts that are no QActions."""

SUGGESTION_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Next suggestion, previous suggestion"), "↓  ↑"),
    (_T("action", "Take it; take all of its section"), _T("action", "T  Shift+T")),
    (_T("action", "Refuse it"), "R"),
    (_T("action", "Answer it"), "A"),
    (_T("action", "Go to its place"), _T("action", "Enter  G")),
    (_T("action", "Copy its words"), "C"),
    (_T("action", "Open a settled one again"), "O"),
)
"""Keys of the list of suggestions."""

PROPOSAL_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Next proposal, previous proposal"), _T("action", "Tab  → ←")),
    (_T("action", "Take it"), _T("action", "Enter")),
    (_T("action", "Write something else; change what is proposed"), "A–Z  F2"),
    (_T("action", "Set it aside"), _T("action", "Del")),
    (_T("action", "Back to the article"), _T("action", "Esc")),
)
"""Keys on a proposal over the article."""

CLAIM_KEYS: tuple[tuple[str, str], ...] = (
    (_T("action", "Set the status: the underlined letter"), _T("action", "Alt+C  R  N  D  K  A")),
    (_T("action", "Move the claim in its list"), "Alt+↑  Alt+↓"),
    (_T("action", "Remove the claim in its list"), _T("action", "Del")),
)
"""Keys of the claim editor that are no QActions."""


def translated(text: str) -> str:
    """Return an action's words in the person's language."""
    return QCoreApplication.translate("action", text)
