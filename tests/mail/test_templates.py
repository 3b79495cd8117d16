"""Every letter that the code posts can be written, in every language."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.meta import find_undeclared_variables

from chalicelib.base.texts import languages
from chalicelib.mail.blocks import parse
from chalicelib.mail.topics import TOPIC_OF
from tests.mail.letters import PARAMS

ROOT = Path(__file__).resolve().parent.parent.parent / "chalicelib"


def _templates(language: str) -> set[str]:
    return {file.stem for file in (ROOT / "texts" / language / "mail").glob("*.txt")}


def _post_calls() -> Iterator[tuple[str, ast.Call]]:
    """Calls of mail.service.post in the features, with the place where each stands."""
    for file in sorted(ROOT.glob("*/**/*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            name = node.func if isinstance(node, ast.Call) else None
            called = name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")
            if isinstance(node, ast.Call) and called == "post" and len(node.args) >= 5:
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node


@pytest.mark.parametrize("language", languages())
def test_staff_see_every_letter_by_a_name(language: str) -> None:
    """NOT-2: in the console's list of what was not sent."""
    texts = ROOT.parent / "frontend" / "locales" / language / "mail.json"
    assert json.loads(texts.read_text(encoding="utf-8"))["letter"].keys() == TOPIC_OF.keys()


def _places(name: str) -> set[str]:
    """The params that a template needs, in any language."""
    needed: set[str] = set()
    for language in languages():
        source = (ROOT / "texts" / language / "mail" / f"{name}.txt").read_text(encoding="utf-8")
        environment = Environment(autoescape=True)
        environment.filters |= dict.fromkeys(("date", "moment", "words"), str)
        needed |= find_undeclared_variables(environment.parse(source))
    return needed - {"vendor", "public_url", "name"}


def _posted() -> dict[str, str]:
    """Names of templates in calls of `post`, and constants of the modules that call it."""
    named: dict[str, str] = {}
    for place, call in _post_calls():
        template = call.args[2]
        if isinstance(template, ast.Constant):
            named[str(template.value)] = place
        else:
            named |= dict.fromkeys(_constants(ROOT / place.partition(":")[0]), place)
    return named


def _constants(module: Path) -> Iterator[str]:
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        value = node.value if isinstance(node, ast.Assign) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


@pytest.mark.parametrize("language", languages())
def test_every_posted_letter_has_a_template_in_every_language(language: str) -> None:
    """ACC-8, NOT-3"""
    assert _posted().keys() <= _templates(language), _posted()


def test_every_language_has_the_same_templates_of_the_same_form() -> None:
    """ACC-8"""
    reference = _templates("en")
    for language in languages():
        assert _templates(language) == reference
        for name in reference:
            kinds = [
                [
                    block.kind
                    for block in parse(
                        (ROOT / "texts" / tongue / "mail" / f"{name}.txt").read_text()
                    ).blocks
                ]
                for tongue in ("en", language)
            ]
            assert kinds[0] == kinds[1], f"{language} {name}"


def test_every_letter_is_posted_with_what_its_template_needs() -> None:
    for place, call in _post_calls():
        template, params = call.args[2], call.args[3]
        if isinstance(template, ast.Constant) and isinstance(params, ast.Dict):
            given = {key.value for key in params.keys if isinstance(key, ast.Constant)}
            if None not in params.keys:
                assert _places(str(template.value)) <= given, place


def test_every_template_is_rendered_by_these_tests() -> None:
    assert PARAMS.keys() == _templates("en")
