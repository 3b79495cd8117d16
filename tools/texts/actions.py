"""Every action that the audit log can hold has a sentence in every language (STF-12).

An action is the third argument of `record(change, actor, "thing.done", …)` and the fourth of
`log(change, actor, license_, "thing.done", …)`. Where it is not written there, every text of that
form in the module counts; what is put together stands in COMPUTED.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tools.texts.codes import constant, name_of
from tools.texts.languages import languages

SENTENCES = "frontend/locales/{language}/audit.json"
ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
ACTION_AT = {"record": 2, "log": 3}
CALLED_WITH = 5
COMPUTED = {
    "chalicelib/tickets/rules/moves.py": (
        *("ticket.unanswered", "ticket.settled", "ticket.support_ended"),
    ),
    "chalicelib/licenses/model/history.py": (
        *("license.block_planned", "license.blocked", "license.code_reissued"),
        *("license.merged", "license.seats_added"),
    ),
}
"""What is recorded under a name that another module lists: moves, and what befalls a license."""


def recorded(root: Path) -> dict[str, str]:
    """Every action that the code records, with a place that does."""
    found = {action: place for place, actions in COMPUTED.items() for action in actions}
    for file in sorted((root / "chalicelib").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call):
                continue
            at = ACTION_AT.get(name_of(call.func), -1)
            if at < 0 or len(call.args) < CALLED_WITH:
                continue
            place = f"{file.relative_to(root)}:{call.lineno}"
            written = constant(call.args[at])
            for action in [written] if written else _actions_in(tree):
                found.setdefault(action, place)
    return found


def _actions_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and ACTION.fullmatch(text):
            yield text


def told(root: Path, language: str) -> set[str]:
    """The actions that a language has a sentence for."""
    file = root / SENTENCES.format(language=language)
    if not file.exists():
        return set()
    things = json.loads(file.read_text(encoding="utf-8"))["action"]
    return {f"{thing}.{verb}" for thing, verbs in things.items() for verb in verbs}


def untold(root: Path) -> Iterator[str]:
    """Actions without a sentence, and sentences for what nobody records."""
    found = recorded(root)
    if not (root / SENTENCES.format(language="en")).exists():
        return
    for language in languages(root):
        there = told(root, language)
        for action in sorted(found.keys() - there):
            yield f"{found[action]}: no sentence for {action!r} in {language} (audit.json)"
        for action in sorted(there - found.keys()):
            yield f"{SENTENCES.format(language=language)}: nobody records {action!r}"
