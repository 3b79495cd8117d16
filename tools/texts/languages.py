"""Every text exists in every language, with the same keys and the same places to fill.

A file belongs to a language when a folder of its path, or the first part of its name, is one:
`texts/de/errors.json`, `templates/de/welcome.txt`, `locales/de.json`. Its twins stand at the same
path with the other languages' names. The languages are the folders of `chalicelib/texts`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

BACKEND = "chalicelib/texts"
ROOTS = ("chalicelib", "frontend/locales")
# i18next names the plural forms of one text so; languages differ in which they need.
PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")
PLACE = re.compile(r"\{+\s*([\w.]+)[^{}]*\}+|<(\w+)\s*/?>")

Texts = Mapping[str, str]


def languages(root: Path) -> list[str]:
    """The languages that the backend speaks."""
    folder = root / BACKEND
    return (
        sorted(child.name for child in folder.iterdir() if child.is_dir())
        if folder.is_dir()
        else []
    )


def in_language(path: Path, old: str, new: str) -> Path | None:
    """The path with one language's name put for the other's; None when it belongs to neither."""
    parts = list(path.parts)
    for place, part in enumerate(parts):
        name, dot, ending = part.partition(".")
        if name == old and (not dot or place == len(parts) - 1):
            return Path(*parts[:place], f"{new}{dot}{ending}", *parts[place + 1 :])
    return None


def flat(texts: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested objects as dotted keys."""
    if isinstance(texts, dict):
        for key, value in texts.items():
            yield from flat(value, f"{prefix}.{key}" if prefix else key)
    else:
        yield prefix, str(texts)


def places(text: str) -> set[str]:
    """What a text leaves to be filled: `{max}`, `{{count}}`, `<link>`."""
    return {name or tag for name, tag in PLACE.findall(text)}


def needs(texts: Texts) -> dict[str, set[str]]:
    """Each key, its plural forms taken together, with the places it has."""
    wanted: dict[str, set[str]] = {}
    for key, text in texts.items():
        wanted.setdefault(PLURAL.sub("", key), set()).update(places(text))
    return wanted


def differences(name: str, texts: Texts, twin_name: str, twin: Texts) -> Iterator[str]:
    """What one language has and the other lacks."""
    ours, theirs = needs(texts), needs(twin)
    for key in sorted(ours.keys() - theirs.keys()):
        yield f"{twin_name}: lacks {key!r}, which {name} has"
    for key in sorted(ours.keys() & theirs.keys()):
        if missing := sorted(ours[key] - theirs[key]):
            yield f"{twin_name}: {key!r} has no {', '.join(missing)}, unlike {name}"


def empty(name: str, texts: Texts) -> Iterator[str]:
    """Texts that say nothing."""
    for key, text in texts.items():
        if not text.strip():
            yield f"{name}: {key!r} is empty"


def read(file: Path) -> dict[str, str]:
    """A JSON file's texts by dotted key; no texts when it is a template."""
    return (
        dict(flat(json.loads(file.read_text(encoding="utf-8")))) if file.suffix == ".json" else {}
    )


def untranslated(root: Path) -> Iterator[str]:
    """Everything that one language says and another does not."""
    spoken = languages(root)
    files = [file for top in ROOTS for file in sorted((root / top).rglob("*")) if file.is_file()]
    for file in files:
        path = file.relative_to(root)
        for language in spoken:
            for other in spoken:
                twin = in_language(path, language, other)
                if twin is None:
                    continue
                if language == other:
                    yield from empty(str(path), read(file))
                elif not (root / twin).is_file():
                    yield f"{twin}: missing, {path} is there"
                else:
                    yield from differences(str(path), read(file), str(twin), read(root / twin))
