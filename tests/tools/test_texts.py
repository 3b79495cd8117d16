"""ACC-8: a language is complete, or the check fails."""

import json
from pathlib import Path

from tests.tools.tree import plant
from tools.texts.actions import untold
from tools.texts.codes import unworded
from tools.texts.languages import untranslated

EN, DE = "chalicelib/texts/en/errors.json", "chalicelib/texts/de/errors.json"


def spoken(root: Path, en: dict[str, object], de: dict[str, object]) -> Path:
    return plant(root, {EN: json.dumps(en), DE: json.dumps(de)})


def test_two_equal_languages_pass(tmp_path: Path) -> None:
    spoken(tmp_path, {"a": "A {max}"}, {"a": "{max} A"})
    assert list(untranslated(tmp_path)) == []


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    spoken(tmp_path, {"a": "A", "b": "B"}, {"a": "A"})
    assert list(untranslated(tmp_path)) == [f"{DE}: lacks 'b', which {EN} has"]


def test_a_forgotten_place_is_named(tmp_path: Path) -> None:
    spoken(tmp_path, {"a": "At most {max}"}, {"a": "Zu viel"})
    assert list(untranslated(tmp_path)) == [f"{DE}: 'a' has no max, unlike {EN}"]


def test_an_empty_text_is_named(tmp_path: Path) -> None:
    spoken(tmp_path, {"a": "A"}, {"a": " "})
    assert list(untranslated(tmp_path)) == [f"{DE}: 'a' is empty"]


def test_a_missing_file_is_named_whatever_it_holds(tmp_path: Path) -> None:
    spoken(tmp_path, {}, {})
    plant(tmp_path, {"chalicelib/mail/templates/de/welcome.txt": "Hallo"})
    missing = "chalicelib/mail/templates/en/welcome.txt"
    there = "chalicelib/mail/templates/de/welcome.txt"
    assert list(untranslated(tmp_path)) == [f"{missing}: missing, {there} is there"]


def test_nested_keys_and_plural_forms_of_the_frontend_are_compared(tmp_path: Path) -> None:
    spoken(tmp_path, {}, {})
    forms = {"files": {"count_one": "one", "count_other": "{{count}} files"}}
    plant(tmp_path, {"frontend/locales/en.json": json.dumps(forms)})
    plant(tmp_path, {"frontend/locales/de.json": json.dumps({"files": {"count_other": "Dateien"}})})
    assert list(untranslated(tmp_path)) == [
        "frontend/locales/de.json: 'files.count' has no count, unlike frontend/locales/en.json"
    ]


ERRORS = """\
    class KontorError(Exception):
        code: str = "internal"


    class Conflict(KontorError):
        code = "conflict"


    class Taken(errors.Conflict):
        code = "taken"


    class NotOurs(Exception):
        code = "other"
    """


def test_every_error_needs_its_words(tmp_path: Path) -> None:
    spoken(tmp_path, {"error.conflict": "x"}, {"error.taken": "x"})
    plant(tmp_path, {"chalicelib/base/errors.py": ERRORS})
    assert sorted(unworded(tmp_path)) == [
        "chalicelib/base/errors.py:5: no text 'error.conflict' in de",
        "chalicelib/base/errors.py:9: no text 'error.taken' in en",
    ]


def test_refused_fields_and_spoken_texts_need_words_too(tmp_path: Path) -> None:
    spoken(tmp_path, {}, {"field.too_short": "x", "field.empty": "x", "mail.bye": "x"})
    source = """\
        FieldError("password", "too_short")
        PydanticCustomError("empty", "empty")
        say(language, "mail.bye")
        say(language, f"error.{code}")
        """
    plant(tmp_path, {"chalicelib/a/b.py": source})
    assert [line.partition("no text ")[2] for line in unworded(tmp_path)] == [
        "'field.empty' in en",
        "'field.too_short' in en",
        "'mail.bye' in en",
    ]


def test_words_for_an_error_that_is_no_more_are_found(tmp_path: Path) -> None:
    spoken(tmp_path, {"error.gone": "x"}, {"error.gone": "x"})
    assert [line.partition(": ")[2] for line in unworded(tmp_path)] == [
        "'error.gone' belongs to no error",
        "'error.gone' belongs to no error",
    ]


def test_an_action_without_a_sentence_is_named(tmp_path: Path) -> None:
    """STF-12"""
    sentences = {"action": {"license": {"eaten": "{{who}} ate the license"}}}
    for language in ("en", "de"):
        plant(tmp_path, {f"frontend/locales/{language}/audit.json": json.dumps(sentences)})
    plant(
        tmp_path,
        {
            EN: "{}",
            DE: "{}",
            "chalicelib/x/service.py": 'record(change, actor, "license.drunk", subject, now)\n',
        },
    )
    found = list(untold(tmp_path))
    assert "chalicelib/x/service.py:1: no sentence for 'license.drunk' in de (audit.json)" in found
    assert "frontend/locales/en/audit.json: nobody records 'license.eaten'" in found
