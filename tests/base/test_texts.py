import pytest

from chalicelib.base.accepting import wanted_language
from chalicelib.base.texts import languages, say, texts


def test_a_text_is_said_in_the_language_asked_for_and_filled() -> None:
    """ACC-8"""
    assert say("de", "field.too_long", max=7) == "Höchstens 7 Zeichen."
    assert say("en", "field.too_long", max=7) == "At most 7 characters."


def test_an_unknown_language_gets_the_default_one() -> None:
    assert say("xx", "error.not_signed_in") == say("en", "error.not_signed_in")


def test_every_language_has_every_text_with_the_same_places() -> None:
    """ACC-8"""
    english = texts("en")
    for language in languages():
        other = texts(language)
        assert other.keys() == english.keys()
        for key, words in other.items():
            assert _places(words) == _places(english[key]), (language, key)


def _places(words: str) -> set[str]:
    return {part.partition("}")[0] for part in words.split("{")[1:]}


def test_numbers_are_written_as_the_language_does() -> None:
    """ACC-8"""
    assert say("de", "field.too_long", max=20000) == "Höchstens 20.000 Zeichen."
    assert say("en", "field.too_long", max=20000) == "At most 20,000 characters."


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("fr-CH, de-AT;q=0.9, en;q=0.8", "de"),
        ("en;q=0.3, de;q=0.4", "de"),
        ("de;q=0, en", "en"),
        ("DE-de", "de"),
        ("de;q=much, en;q=0.1", "en"),
        ("deutsch", ""),
        ("fr", ""),
        ("*", ""),
        ("", ""),
    ],
)
def test_the_language_most_wanted_of_those_there_are_wins(accepted: str, language: str) -> None:
    """ACC-8"""
    assert wanted_language(accepted) == language
