"""How long things may get, and what must stay empty."""

import ast
from collections.abc import Iterator

from tools.lint.module import Finding, Module

FILE_LINES = 250
FUNCTION_LINES = 40


def too_long(path: str, text: str) -> Iterator[Finding]:
    """A file is about one thing; goes for files of any language."""
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        message = f"{lines} lines; a file has at most {FILE_LINES}"
        yield Finding(path, FILE_LINES + 1, "file-length", message)


def functions_are_short(module: Module) -> Iterator[Finding]:
    """A function does one step."""
    for node in module.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                message = f"{node.name} has {lines} lines; a function has at most {FUNCTION_LINES}"
                yield module.finding(node.lineno, "function-length", message)


def package_files_are_empty(module: Module) -> Iterator[Finding]:
    """Importing a package runs nothing, so that a job loads only what it needs."""
    if module.path.endswith("__init__.py") and module.source.strip():
        yield module.finding(1, "empty-init", "__init__.py stays empty")


SIZE_RULES = (functions_are_short, package_files_are_empty)
