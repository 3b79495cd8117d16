"""Every code that an answer can carry has its words in every language.

Error classes carry theirs as `code = "…"`, refused fields in `FieldError(field, "…")` and
`PydanticCustomError("…", …)`; other texts are asked for by `say(language, "…")`.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.texts.languages import BACKEND, languages, read

FAMILY = "KontorError"
FIELD_CODE_AT = {"FieldError": 1, "PydanticCustomError": 0}
SAY = "say"


@dataclass(slots=True)
class Code:
    """What the code base can say: text keys, each with a place that says it."""

    bases: dict[str, list[str]] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def is_error(self, name: str) -> bool:
        """Whether a class descends from the family's head, which itself is never raised."""
        return any(base == FAMILY or self.is_error(base) for base in self.bases.get(name, []))

    def text_keys(self) -> dict[str, str]:
        """Every text that must exist, with the place that needs it."""
        errors = {
            f"error.{code}": at for name, (code, at) in self.codes.items() if self.is_error(name)
        }
        return errors | self.keys


def constant(node: ast.expr | None) -> str:
    """The text of a literal, or empty."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def note_class(found: Code, node: ast.ClassDef, at: str) -> None:
    found.bases[node.name] = [name_of(base) for base in node.bases]
    for line in node.body:
        target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        if isinstance(target, ast.Name) and target.id == "code":
            value = line.value if isinstance(line, ast.Assign | ast.AnnAssign) else None
            found.codes[node.name] = (constant(value), at)


def note_call(found: Code, node: ast.Call, at: str) -> None:
    name, arguments = name_of(node.func), node.args
    place = FIELD_CODE_AT.get(name, -1)
    if 0 <= place < len(arguments) and (code := constant(arguments[place])):
        found.keys.setdefault(f"field.{code}", at)
    if name == SAY and len(arguments) > 1 and (key := constant(arguments[1])):
        found.keys.setdefault(key, at)


def spoken(root: Path) -> Code:
    """Everything that the code can say."""
    found = Code()
    for file in sorted((root / "chalicelib").rglob("*.py")):
        path = file.relative_to(root)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                note_class(found, node, f"{path}:{node.lineno}")
            elif isinstance(node, ast.Call):
                note_call(found, node, f"{path}:{node.lineno}")
    return found


def unworded(root: Path) -> Iterator[str]:
    """Codes without words, and words for errors that are no more."""
    needed = spoken(root).text_keys()
    for language in languages(root):
        texts: dict[str, str] = {}
        for file in sorted((root / BACKEND / language).glob("*.json")):
            texts |= read(file)
        for key in sorted(needed.keys() - texts.keys()):
            yield f"{needed[key]}: no text {key!r} in {language}"
        dead = {key for key in texts if key.startswith("error.")} - needed.keys()
        for key in sorted(dead):
            yield f"{BACKEND}/{language}: {key!r} belongs to no error"
