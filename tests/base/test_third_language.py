"""ACC-8: a language more is files more: letters and errors speak it at once."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chalicelib.aws.vendor import vendor
from chalicelib.base.texts import FOLDER
from tests.mail.letters import PARAMS, deployment
from tests.pseudo import PSEUDO, accented, plain_words, speak
from tools.texts.languages import untranslated

ROOT = FOLDER.parent.parent


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product, and a folder of texts."""
    grown = tmp_path_factory.mktemp("grown")
    shutil.copytree(FOLDER.parent, grown / "chalicelib")
    texts = grown / "chalicelib" / "texts"
    speak(texts / "en", texts / PSEUDO)
    return grown


@pytest.fixture(scope="module")
def said(grown: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """All that it can say."""
    folder = tmp_path_factory.mktemp("deployment")
    with pytest.MonkeyPatch.context() as patch, deployment(folder, patch):
        environment = {**os.environ, "PYTHONPATH": f"{grown}:{ROOT}", "PYTHONSAFEPATH": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.base.saying", PSEUDO],
            env=environment,
            check=True,
            capture_output=True,
        )
        names = " ".join(re.findall(r"\w+", f"{vendor()}"))
    return {**json.loads(done.stdout), "vendor": names}


def test_it_is_there_because_its_folder_is(said: Any) -> None:
    assert said["languages"] == ["en", "de", PSEUDO]
    assert said["wanted"] == [PSEUDO, "en"]


@pytest.mark.parametrize("template", PARAMS)
def test_every_letter_is_said_in_it_alone(template: str, said: Any) -> None:
    """What is read without accents was filled in."""
    data = f"{PARAMS[template]} {said['vendor']} Ann".replace("\\n", " ")
    known = set(plain_words(data))
    for part in said["letters"][template]:
        assert set(plain_words(re.sub(r"https://\S+", "", part))) <= known, part


@pytest.mark.parametrize("kind", ["errors", "fields"])
def test_every_refusal_is_said_in_it_alone(kind: str, said: Any) -> None:
    assert len(said[kind]) > 30
    assert {key: words for key, words in said[kind].items() if plain_words(words)} == {}


def test_the_check_of_the_texts_finds_what_it_lacks(grown: Path) -> None:
    """Without having been told of it."""
    assert not [line for line in untranslated(grown) if PSEUDO in line]
    (grown / "chalicelib" / "texts" / PSEUDO / "mail" / "survey.txt").unlink()
    assert [line for line in untranslated(grown) if PSEUDO in line]


def test_words_are_longer_by_two_fifths_and_places_stay() -> None:
    said = accented("At most {max} characters, see <link>here</link> {{count}}.")
    assert all(place in said for place in ("{max}", "<link>", "</link>", "{{count}}"))
    assert plain_words(re.sub(r"[{<].*?[}>]", "", said)) == []
    assert len(accented("characters")) == 14
