"""What an activation costs and takes as a license fills up, and how fast we sign and verify.

    python -m benchmarks.activation [1 1000 100000]

Runs the use case in this process against the local engine. The floor of each line is what DynamoDB
itself takes for it in the same run: one BatchGetItem of three items and one TransactWriteItems of
three, by hand. Signing and verifying are compared with the bare calls of `cryptography`, and the
rate of one license that many want at once with the same activations spread over as many.
"""

import base64
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chalicelib.aws import dynamo
from chalicelib.base import ids
from chalicelib.base.actor import NOBODY
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.licenses.activating import activate
from chalicelib.licenses.downloading import terms_of
from chalicelib.licenses.key_files import read_key_file, sign_key_file
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import License
from chalicelib.licenses.schemas.activation import ActivateIn
from chalicelib.licenses.sealing import device_hash
from chalicelib.licenses.store.devices import device_sk
from local import testing
from tests.builders import make_license
from tests.capacity import counted
from tests.filling import write_all

SIZES = (1, 1_000, 100_000)
ROUNDS, WARM_UP = 150, 20
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
TABLE = "kontor-licenses"
SIGNING_SECONDS = 2.0
RATE_SECONDS = 5.0
AT_ONCE = 8


def median_ms(act: Callable[[int], object]) -> float:
    """The median of many calls, after some that don't count."""
    taken = []
    for turn in range(WARM_UP + ROUNDS):
        began = time.perf_counter()
        act(turn)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken[WARM_UP:])


def devices(license_: License, numbers: range, now: datetime) -> Iterator[Device]:
    """Devices that hold a seat, as many activations leave them."""
    for number in numbers:
        sk = device_sk(device_hash(license_.pk, f"filled-{number:012}"))
        yield Device(pk=license_.pk, sk=sk, name=None, since=now, seen_on=now.date())


def fill(license_: License, before: int, size: int, now: datetime) -> None:
    """Let the license have that many devices."""
    write_all(devices(license_, range(before, size), now))
    license_.update([License.seats_used.set(size)])


def floor(_turn: int) -> None:
    """The same calls with the same number of items, and nothing around them."""
    client, mark = dynamo.client(), f"floor-{uuid.uuid4()}"
    keys = [{"pk": {"S": f"floor-{n}"}, "sk": {"S": "x"}} for n in range(3)]
    wanted = {TABLE: {"Keys": keys, "ConsistentRead": True}}
    client.call("BatchGetItem", {"RequestItems": wanted})
    items = [{"pk": {"S": f"{mark}-{n}"}, "sk": {"S": "x"}} for n in range(3)]
    puts = [{"Put": {"TableName": TABLE, "Item": item}} for item in items]
    token = str(uuid.uuid4())
    client.call("TransactWriteItems", {"TransactItems": puts, "ClientRequestToken": token})


def one_more(now: datetime) -> Callable[[int], object]:
    """An activation of a device that was never seen before."""

    def act(_turn: int) -> object:
        wish = ActivateIn(code=CODE, device=f"machine-{uuid.uuid4()}", product="guard-business")
        return activate(NOBODY, wish, now, Operation(ids.token()))

    return act


def show_activations(sizes: list[int]) -> None:
    """One line per size."""
    now = datetime.now(UTC)
    ends = (now + timedelta(days=365)).date().isoformat()
    license_ = make_license(CODE, nodes="1000000", expires_on=ends)
    act, before, first = one_more(now), 0, 0.0
    for size in sorted(sizes):
        fill(license_, before, size, now)
        before = size
        with counted() as costs:
            act(0)
        bare, taken = median_ms(floor), median_ms(act)
        first = first or taken / bare
        print(
            f"  {size:>7,} devices: {' + '.join(costs.calls)}, {costs.units:g} units, "
            f"{taken:.2f} ms = {taken / bare:.2f} x floor, {taken / bare / first:.2f} x smallest",
            flush=True,
        )


def rate_of(codes: list[str], now: datetime) -> tuple[float, int]:
    """Activations a second by several at once, and how many were told to come again."""
    began = time.perf_counter()

    def activating(place: int) -> tuple[int, int]:
        done = refused = 0
        while time.perf_counter() - began < RATE_SECONDS:
            device, code = f"machine-{uuid.uuid4()}", codes[place % len(codes)]
            wish = ActivateIn(code=code, device=device, product="guard-business")
            try:
                activate(NOBODY, wish, now, Operation(ids.token()))
                done += 1
            except Conflict:
                refused += 1
        return done, refused

    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(activating, range(AT_ONCE)))
    done = sum(each for each, _ in results)
    return done / (time.perf_counter() - began), sum(each for _, each in results)


def show_rate() -> None:
    """What one license takes at once, over what as many licenses do."""
    now = datetime.now(UTC)
    ends = (now + timedelta(days=365)).date().isoformat()
    codes = [f"RATES-BENCH-MARKS-{number:05}" for number in range(AT_ONCE)]
    for code in codes:
        make_license(code, nodes="1000000", expires_on=ends)
    rate_of(codes, now)
    many, _ = rate_of(codes, now)
    one, refused = rate_of(codes[:1], now)
    print(
        f"  {AT_ONCE} at once on one license: {one:,.0f} a second, {one / many:.2f} of "
        f"{many:,.0f} on {AT_ONCE} licenses; {refused} told to come again"
    )


def per_second(act: Callable[[], object]) -> float:
    """How often it can be done in a second."""
    act()
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < SIGNING_SECONDS:
        act()
        done += 1
    return done / (time.perf_counter() - began)


def show_signing() -> None:
    """Key files made and read a second, over the bare signature of the same bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    license_ = License.get(make_license("AAAAA-BBBBB-CCCCC-DDDDD").pk, "license")
    terms = terms_of(license_, license_.products[0], datetime.now(UTC))
    file = sign_key_file(terms)
    key = Ed25519PrivateKey.generate()
    public = key.public_key()
    signed = file[: file.index(b"signature: ")]
    signature = key.sign(signed)
    pairs = (
        ("sign", lambda: sign_key_file(terms), lambda: key.sign(signed)),
        ("verify", lambda: read_key_file(file), lambda: public.verify(signature, signed)),
    )
    for name, ours, bare in pairs:
        mine, theirs = per_second(ours), per_second(bare)
        text = f"{mine:,.0f} a second, {mine / theirs:.2f} of the bare call's {theirs:,.0f}"
        print(f"  {name:6} a key file of {len(base64.b64encode(file))} characters: {text}")


def main(arguments: list[str]) -> None:
    """Measure at each size, smallest first; then the signatures."""
    sizes = [int(number) for number in arguments] or list(SIZES)
    with (
        tempfile.TemporaryDirectory() as folder,
        testing.running(Path(folder)) as machine,
        pytest.MonkeyPatch.context() as patch,
    ):
        for name, value in machine.environment(testing.TEMPLATE).items():
            patch.setenv(name, value)
        testing.forget_deployment()
        machine.prepare_template()
        with machine.fresh(patch.setenv):
            print("Activations of one license, as it fills up")
            show_activations(sizes)
            show_rate()
            print("Key files")
            show_signing()


if __name__ == "__main__":
    main(sys.argv[1:])
