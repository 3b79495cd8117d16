"""Where the database may be spoken to.

Types are not known here, so it goes by names: a receiver counts as a PynamoDB item when it is a
class out of a model module, an index of one, or a variable that is declared as one. Verbs that
mean nothing else (`save`, `query`, …) count on any receiver but a module. A service may open a
transaction and commit it; what is put into it is said in stores.
"""

import ast
import re
from collections.abc import Callable, Iterator

from tools.lint.module import Finding, Module, within

SCANS = frozenset({"rate_limited_scan", "scan"})
SURE_VERBS = frozenset({"batch_get", "batch_write", "query", "refresh", "save"}) | SCANS
UNSURE_VERBS = frozenset({"count", "delete", "exists", "get", "update"})
CHANGE_VERBS = frozenset({"check", "create", "delete", "put", "update"})
FOR_STORES = (
    "chalicelib.aws.dynamo",
    "chalicelib.aws.tables.read_many",
    "chalicelib.aws.tables.read_one",
    "pynamodb.connection",
    "pynamodb.pagination",
    "pynamodb.transactions",
)
TRANSACTION = "chalicelib.aws.transactions.Transaction"
MODEL_MODULE = re.compile(r"chalicelib\.\w+\.model\.")
SCAN_ACTION = re.compile(r"(^|[.:])Scan$")
Judge = Callable[[str], bool]


def _is_model(meaning: str) -> bool:
    return bool(MODEL_MODULE.match(meaning)) and meaning.rpartition(".")[2][:1].isupper()


def _is_transaction(meaning: str) -> bool:
    return meaning == TRANSACTION


def _annotated(module: Module, node: ast.expr | None, fits: Judge) -> bool:
    """Whether an annotation names a fitting class: `Ticket`, `Ticket | None`, `"Ticket"`."""
    if isinstance(node, ast.BinOp):
        return _annotated(module, node.left, fits) or _annotated(module, node.right, fits)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return fits(module.names.get(node.value, ""))
    return node is not None and fits(module.meaning(node))


def _made(module: Module, value: ast.expr, fits: Judge) -> bool:
    return isinstance(value, ast.Call) and fits(module.meaning(value.func))


def _variables(module: Module, fits: Judge) -> set[str]:
    """Variables and parameters that hold an instance of a fitting class."""
    names = set()
    for node in module.nodes:
        if isinstance(node, ast.arg) and _annotated(module, node.annotation, fits):
            names.add(node.arg)
        elif isinstance(node, ast.AnnAssign) and _annotated(module, node.annotation, fits):
            names |= _plain_names([node.target])
        elif isinstance(node, ast.Assign) and _made(module, node.value, fits):
            names |= _plain_names(node.targets)
    return names


def _plain_names(targets: list[ast.expr]) -> set[str]:
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _is_item(module: Module, receiver: ast.expr, item_names: set[str]) -> bool:
    if isinstance(receiver, ast.Name):
        return receiver.id in item_names or _is_model(module.meaning(receiver))
    if isinstance(receiver, ast.Attribute):
        return _is_model(module.meaning(receiver)) or _is_item(module, receiver.value, set())
    return _made(module, receiver, _is_model)


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
        if within(name, FOR_STORES):
            yield module.finding(line, "store", f"{name} belongs in store.py or aws/")
    items = _variables(module, _is_model)
    changes = _variables(module, _is_transaction)
    for call, method in _method_calls(module):
        is_item = _is_item(module, method.value, items)
        sure = method.attr in SURE_VERBS and not _is_module(module, method.value)
        if sure or (is_item and method.attr in SURE_VERBS | UNSURE_VERBS):
            message = f".{method.attr}() speaks to the database: that is the store's"
            yield module.finding(call.lineno, "store", message)
        elif method.attr in CHANGE_VERBS and _plain_names([method.value]) & changes:
            message = f".{method.attr}() says what a transaction writes: that is the store's"
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
