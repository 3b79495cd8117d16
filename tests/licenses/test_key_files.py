"""LIC-2, LIC-5: genuine, damaged and forged key files."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from chalicelib.aws import secrets
from chalicelib.aws.settings import settings
from chalicelib.licenses.key_files import Damaged, Forged, read_key_file, sign_key_file
from tests.licenses.test_key_file_format import GOOD, VECTORS, written_terms


@pytest.fixture(autouse=True)
def _keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    ring = base64.b64encode((VECTORS / "keys.json").read_bytes()).decode()
    file = tmp_path / "secrets.json"
    file.write_text(json.dumps({"key_files": ring}))
    monkeypatch.setenv("KONTOR_SECRETS_FILE", str(file))
    _read_anew()
    yield
    _read_anew()


def _read_anew() -> None:
    settings.cache_clear()
    secrets._all.cache_clear()


def vectors(kind: str) -> list[Path]:
    return sorted(VECTORS.glob(f"{kind}*.key"))


@pytest.mark.parametrize("file", vectors("good"), ids=lambda file: file.stem)
def test_a_genuine_file_is_read_whichever_of_our_keys_signed_it(file: Path) -> None:
    assert read_key_file(file.read_bytes()) == written_terms()


@pytest.mark.parametrize("file", vectors("forged"), ids=lambda file: file.stem)
def test_a_forged_file_is_told_from_a_damaged_one(file: Path) -> None:
    with pytest.raises(Forged):
        read_key_file(file.read_bytes())


@pytest.mark.parametrize("file", vectors("damaged"), ids=lambda file: file.stem)
def test_a_damaged_file_is_not_called_forged(file: Path) -> None:
    with pytest.raises(Damaged):
        read_key_file(file.read_bytes())


def test_the_same_terms_give_the_same_file() -> None:
    assert sign_key_file(written_terms()) == GOOD
