from chalicelib.base.texts import choose_language, languages, say, texts


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


def test_the_browsers_first_known_language_wins() -> None:
    """ACC-8"""
    assert choose_language("fr-CH, de-AT;q=0.9, en;q=0.8") == "de"
    assert choose_language("fr") == "en"
    assert choose_language("") == "en"
