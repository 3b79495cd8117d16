"""Time, ids, randomness and the terminal: what enters at the edge and is passed in."""

import ast
from collections.abc import Iterator

from tools.lint.module import Finding, Module, within

CLOCK = "chalicelib/base/clock.py"
CLOCK_READERS = frozenset({"chalicelib.base.clock.machine_now", "chalicelib.base.clock.now"})
IDS = "chalicelib/base/ids.py"

TIME_READERS = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "time.gmtime",
        "time.localtime",
        "time.time",
        "time.time_ns",
    }
)
RANDOM_MODULES = ("random", "secrets")
RANDOM_MAKERS = frozenset(
    {
        "os.getrandom",
        "os.urandom",
        "pyotp.random_base32",
        "pyotp.random_hex",
        "uuid.uuid1",
        "uuid.uuid4",
        "uuid.uuid6",
        "uuid.uuid7",
        "uuid.uuid8",
    }
)


def time_comes_from_the_clock(module: Module) -> Iterator[Finding]:
    """Only base/clock.py asks the machine for the time."""
    if not module.runs_in_lambda or module.path == CLOCK:
        return
    for line, name in sorted(set(module.meanings())):
        if name in TIME_READERS:
            yield module.finding(line, "time", f"{name} is read in {CLOCK} alone; take `now`")


def features_are_handed_now(module: Module) -> Iterator[Finding]:
    """Within a feature only its entry points read the clock."""
    if not module.feature or module.role in {"routes", "jobs"}:
        return
    for line, name in sorted(set(module.meanings())):
        if name in CLOCK_READERS:
            yield module.finding(line, "now", "entry points read the clock; take `now` as argument")


def chance_comes_from_ids(module: Module) -> Iterator[Finding]:
    """Random numbers are drawn in base/ids.py; aws/ may, for its protocols."""
    if not module.runs_in_lambda or module.path == IDS or module.layer == "aws":
        return
    for line, name in sorted(set(module.meanings())):
        if name in RANDOM_MAKERS or within(name, RANDOM_MODULES):
            yield module.finding(line, "chance", f"{name}: ids and secrets come from {IDS}")


def nothing_is_printed(module: Module) -> Iterator[Finding]:
    """What runs in the cloud logs."""
    if not module.runs_in_lambda:
        return
    for node in module.nodes:
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "print"
        ):
            yield module.finding(node.lineno, "print", "log it through chalicelib/entry/log.py")


EDGE_RULES = (
    time_comes_from_the_clock,
    features_are_handed_now,
    chance_comes_from_ids,
    nothing_is_printed,
)
