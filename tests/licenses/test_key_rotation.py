"""LIC-10, LIC-11: several keys at once, from the next one's making to the old one's end."""

import base64
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from chalicelib.aws import secrets
from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.licenses.signing import public_keys
from chalicelib.licenses.store import denials
from kontor_verify.deny_list import apply_delta, read_deny_list
from kontor_verify.files import check_key_file, check_lease
from kontor_verify.reasons import Reason, Refused
from tests.client import Client
from tests.licenses.leases import OfflineDevice
from tests.licenses.test_leasing import Holder
from tools.signing_keys import changed, main

Keys = dict[str, bytes]
Turn = Callable[[str, str], None]


@pytest.fixture
def turn(cloud: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Turn]:
    """Changes the deployment's keys as the runbook says, and starts its functions anew."""
    file = tmp_path / "rotated.json"
    file.write_text(Path(settings().secrets_file).read_text(encoding="utf-8"), encoding="utf-8")

    def start_anew() -> None:
        monkeypatch.setenv("KONTOR_SECRETS_FILE", str(file))
        settings.cache_clear()
        secrets._all.cache_clear()
        denials.forget_head()

    def turned(command: str, key_id: str) -> None:
        text = file.read_text(encoding="utf-8")
        file.write_text(changed(text, command, key_id), encoding="utf-8")
        start_anew()

    start_anew()
    yield turned
    clock.shift_by(timedelta)
    monkeypatch.undo()
    settings.cache_clear()
    secrets._all.cache_clear()


def built_in() -> Keys:
    """What an application that is shipped now knows."""
    return {key_id: base64.b64decode(key) for key_id, key in public_keys().items()}


def key_file(holder: Holder) -> bytes:
    path = f"/api/licenses/{holder.license.pk}/key-file"
    answer = holder.browser.get(path, product_id="guard-business")
    return base64.b64decode(answer.json["content_base64"])


def lease(holder: Holder, number: int) -> bytes:
    return base64.b64decode(holder.lease(OfflineDevice(number)).json["content_base64"])


def signer(data: bytes) -> str:
    return data.decode().split("signed-with: ")[1].split("\n")[0]


def fetched(path: str = "") -> bytes:
    return Client().get(f"/api/deny-list{path}").text.encode()


def verdicts(files: tuple[bytes, bytes], keys: Keys) -> list[str]:
    good, leased = files
    device = OfflineDevice(1).fingerprint
    return [
        check_key_file(good, keys, clock.now()).reason.value,
        check_lease(leased, keys, clock.now(), device=device).reason.value,
    ]


def test_a_key_is_changed_without_any_application_noticing(turn: Turn) -> None:
    holder = Holder(nodes="9")
    (first,) = built_in()
    old = key_file(holder), lease(holder, 1)
    before = read_deny_list(fetched(), built_in())

    turn("add", "2027-a")
    shipped = built_in()
    assert [*shipped] == [first, "2027-a"]
    assert {signer(key_file(holder)), signer(fetched())} == {first}

    turn("sign-with", "2027-a")
    new = key_file(holder), lease(holder, 2)
    assert {signer(data) for data in (*new, fetched())} == {"2027-a"}
    assert verdicts(old, shipped) == ["valid", "valid"]
    assert check_key_file(new[0], shipped, clock.now()).is_valid

    delta = fetched(f"/since/{before.serial}")
    assert signer(delta) == "2027-a"
    assert apply_delta(before, delta, shipped).serial == before.serial


def test_files_of_a_retired_key_are_good_for_as_long_as_its_public_half_stands(turn: Turn) -> None:
    holder = Holder(nodes="9")
    (first,) = built_in()
    old = key_file(holder), lease(holder, 1)
    for command, key_id in (("add", "2027-a"), ("sign-with", "2027-a"), ("retire", first)):
        turn(command, key_id)
    assert verdicts(old, built_in()) == ["valid", "valid"]
    again = holder.browser.post("/api/licenses", upload(old[0]))
    assert again.reasons() == {"key_file": {"license_already_here"}}


def upload(data: bytes) -> dict[str, object]:
    content = base64.b64encode(data).decode()
    return {"key_file": {"name": "x.key", "content_base64": content}}


def test_an_application_that_is_older_than_the_key_says_so(turn: Turn) -> None:
    holder, shipped = Holder(nodes="9"), built_in()
    turn("add", "2027-a")
    turn("sign-with", "2027-a")
    verdict = check_key_file(key_file(holder), shipped, clock.now())
    assert (verdict.reason, dict(verdict.values)) == (Reason.UNKNOWN_KEY, {})
    with pytest.raises(Refused) as refused:
        read_deny_list(fetched(), shipped)
    assert refused.value.reason is Reason.UNKNOWN_KEY


def test_the_key_that_signs_is_not_retired_and_no_id_is_given_twice(
    turn: Turn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = built_in()
    text = Path(settings().secrets_file).read_text(encoding="utf-8")
    for command, key_id in (
        ("retire", first),
        ("retire", "none"),
        ("add", first),
        ("add", "Böse"),
        ("sign-with", "none"),
    ):
        monkeypatch.setattr("sys.stdin", StringIO(text))
        assert main([command, key_id]) == 2
        assert capsys.readouterr().out == ""
    assert main(["public"]) == 0
    assert json.loads(capsys.readouterr().out) == public_keys()
