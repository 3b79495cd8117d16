"""Where the database may be spoken to.

Types are not known here, so it goes by names: a receiver counts as a PynamoDB item when it is a
class out of a model module, an index of one, or a variable that the function declares as one.
Verbs that mean nothing else (`save`, `query`, …) count on any receiver but a module.
"""

import ast
import re
from collections.abc import Iterator

from tools.lint.module import Finding, Module, within

SCANS = frozenset({"rate_limited_scan", "scan"})
SURE_VERBS = frozenset({"batch_get", "batch_write", "query", "refresh", "save"}) | SCANS
UNSURE_VERBS = frozenset({"count", "delete", "exists", "get", "update"})
TRANSPORT = (
    "pynamodb.connection",
    "pynamodb.transactions",
    "pynamodb.pagination",
)
MODEL_MODULE = re.compile(r"chalicelib\.\w+\.model\.")
SCAN_ACTION = re.compile(r"(^|[.:])Scan$")


def _is_model(meaning: str) -> bool:
    return bool(MODEL_MODULE.match(meaning)) and meaning.rpartition(".")[2][:1].isupper()


def _model_named_in(module: Module, node: ast.expr | None) -> bool:
    """Whether an annotation names a model: `Ticket`, `Ticket | None`, `"Ticket"`."""
    if isinstance(node, ast.BinOp):
        return _model_named_in(module, node.left) or _model_named_in(module, node.right)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _is_model(module.names.get(node.value, ""))
    return node is not None and _is_model(module.meaning(node))


def _item_names(module: Module) -> set[str]:
    """Variables and parameters that hold an item."""
    names = set()
    for node in module.nodes:
        if isinstance(node, ast.arg) and _model_named_in(module, node.annotation):
            names.add(node.arg)
        elif isinstance(node, ast.AnnAssign) and _model_named_in(module, node.annotation):
            names |= _plain_names([node.target])
        elif isinstance(node, ast.Assign) and _makes_an_item(module, node.value):
            names |= _plain_names(node.targets)
    return names


def _plain_names(targets: list[ast.expr]) -> set[str]:
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _makes_an_item(module: Module, value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and _is_model(module.meaning(value.func))


def _is_item(module: Module, receiver: ast.expr, item_names: set[str]) -> bool:
    if isinstance(receiver, ast.Name):
        return receiver.id in item_names or _is_model(module.meaning(receiver))
    if isinstance(receiver, ast.Attribute):
        return _is_model(module.meaning(receiver)) or _is_item(module, receiver.value, set())
    return _makes_an_item(module, receiver)


def _is_module(module: Module, receiver: ast.expr) -> bool:
    return module.meaning(receiver).rpartition(".")[2][:1].islower()


def _method_calls(module: Module) -> Iterator[tuple[ast.Call, ast.Attribute]]:
    for node in module.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func


def database_only_in_stores(module: Module) -> Iterator[Finding]:
    """Reads and writes stand in store.py and aws/."""
    if not module.runs_in_lambda or module.role == "store" or module.layer == "aws":
        return
    for line, name in module.imports:
        if within(name, TRANSPORT):
            yield module.finding(line, "store", f"{name} belongs in store.py or aws/")
    item_names = _item_names(module)
    for call, method in _method_calls(module):
        is_item = _is_item(module, method.value, item_names)
        sure = method.attr in SURE_VERBS and not _is_module(module, method.value)
        if sure or (is_item and method.attr in SURE_VERBS | UNSURE_VERBS):
            message = f".{method.attr}() speaks to the database: that is the store's"
            yield module.finding(call.lineno, "store", message)


def nothing_scans(module: Module) -> Iterator[Finding]:
    """A scan costs as much as the table is large."""
    if not module.runs_in_lambda:
        return
    for call, method in _method_calls(module):
        if method.attr in SCANS and not _is_module(module, method.value):
            yield module.finding(call.lineno, "scan", "read by key or index, never the whole table")
    for node in module.nodes:
        if isinstance(node, ast.Constant) and SCAN_ACTION.search(str(node.value)):
            yield module.finding(node.lineno, "scan", f"{node.value!r} reads the whole table")


PERSISTENCE_RULES = (database_only_in_stores, nothing_scans)
