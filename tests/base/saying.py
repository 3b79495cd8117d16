"""Prints everything that the product can say in a language: `python -m tests.base.saying xx`.

Run by a test in a process of its own, whose product has that language and was told of it by
nothing but its folder.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator

import chalicelib
from chalicelib.base import texts
from chalicelib.base.accepting import wanted_language
from chalicelib.base.errors import FieldError, Invalid, KontorError
from chalicelib.entry.problems import problem
from chalicelib.mail.letters import write
from chalicelib.mail.sheets import fill
from tests.mail.letters import PARAMS


def every_error() -> Iterator[type[KontorError]]:
    """Those that have words of their own."""
    for module in pkgutil.walk_packages(chalicelib.__path__, "chalicelib."):
        if module.name.rpartition(".")[2] in {"errors", "access"}:
            importlib.import_module(module.name)
    left: list[type[KontorError]] = [KontorError]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if f"error.{kind.code}" in texts.texts(texts.DEFAULT_LANGUAGE):
            yield kind


def params_of(key: str) -> dict[str, int]:
    """Something for each place of a text."""
    return dict.fromkeys(re.findall(r"{(\w+)}", texts.texts(texts.DEFAULT_LANGUAGE)[key]), 1)


def main(language: str) -> None:
    letters = {name: write(fill(name, language, PARAMS[name]), language, "Ann") for name in PARAMS}
    codes = [key for key in texts.texts(texts.DEFAULT_LANGUAGE) if key.startswith("field.")]
    said = {
        "languages": texts.languages(),
        "wanted": [wanted_language(f"{language}, de;q=0.5"), wanted_language("en-GB")],
        "letters": {name: [one.subject, one.text] for name, one in letters.items()},
        "errors": {
            kind.code: problem(kind(**params_of(f"error.{kind.code}")), language)["detail"]
            for kind in every_error()
        },
        "fields": {key: _field(key, language) for key in codes},
    }
    json.dump(said, sys.stdout)


def _field(key: str, language: str) -> str:
    refused = FieldError("x", key.removeprefix("field."), params_of(key))
    return str(problem(Invalid(refused), language)["errors"][0]["detail"])


if __name__ == "__main__":
    main(sys.argv[1])
