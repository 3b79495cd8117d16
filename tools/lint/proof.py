"""What makes a test worth believing: it runs our own code, and it doesn't depend on the machine."""

import ast
from collections.abc import Iterator

from tools.lint.module import Finding, Module, within

DOUBLES = ("mock", "pytest_mock", "unittest.mock")
WAITING = frozenset({"asyncio.sleep", "time.sleep"})
STOPWATCHES = frozenset({"time.monotonic", "time.perf_counter", "time.process_time", "time.time"})
OURS = ("app", "chalicelib", "local")


def tests_prove(module: Module) -> Iterator[Finding]:
    """No doubles, no sleeping, no stopwatch."""
    if not module.path.startswith("tests/"):
        return
    for line, name in sorted(set(module.meanings())):
        if within(name, DOUBLES):
            yield module.finding(line, "double", "run the real code instead of a double")
        elif name in WAITING:
            yield module.finding(line, "sleep", "wait for the event: local/waiting.py")
        elif name in STOPWATCHES:
            yield module.finding(line, "stopwatch", "speed is measured in benchmarks/")


def tests_leave_our_code_alone(module: Module) -> Iterator[Finding]:
    """`monkeypatch.setattr` may reach into other people's code, not into ours."""
    if not module.path.startswith("tests/"):
        return
    for node in module.nodes:
        if isinstance(node, ast.Call) and _replaces(node) and _is_ours(module, node.args[0]):
            yield module.finding(node.lineno, "double", "our own code is tested as it is")


def _replaces(call: ast.Call) -> bool:
    named = isinstance(call.func, ast.Attribute) and call.func.attr in {"delattr", "setattr"}
    return named and bool(call.args)


def _is_ours(module: Module, target: ast.expr) -> bool:
    named = target.value if isinstance(target, ast.Constant) else module.meaning(target)
    return isinstance(named, str) and within(named, OURS)


PROOF_RULES = (tests_prove, tests_leave_our_code_alone)
