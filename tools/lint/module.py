"""One Python file as the rules see it: where it stands, what it imports, what its names mean."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

NO_FEATURES = frozenset({"aws", "base", "entry", "texts"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule, at one line of one file."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


@dataclass(frozen=True)
class Module:
    """A parsed file; `path` is relative to the root, with forward slashes."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, self.path)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @property
    def runs_in_lambda(self) -> bool:
        """Whether the file goes into the package."""
        return self.path == "app.py" or self.path.startswith("chalicelib/")

    @property
    def layer(self) -> str:
        """The folder below chalicelib: a feature's name, `aws`, `base` or `entry`; else empty."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "chalicelib" and len(parts) > 2 else ""

    @property
    def feature(self) -> str:
        """The feature that the file belongs to, or empty."""
        return "" if self.layer in NO_FEATURES else self.layer

    @property
    def role(self) -> str:
        """What the file is within its feature: `store` for store.py and for all under store/."""
        return self.path.split("/")[2].removesuffix(".py") if self.feature else ""

    @cached_property
    def imports(self) -> list[tuple[int, str]]:
        """Every module imported anywhere in the file, and every `module.name`, with its line."""
        found = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.append((node.lineno, node.module))
                found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """What each imported name stands for, in full."""
        meanings: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    meaning = alias.name if alias.asname else alias.name.partition(".")[0]
                    meanings[alias.asname or meaning] = meaning
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    meanings[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return meanings

    def meaning(self, node: ast.expr) -> str:
        """The full dotted name of an expression, or empty when no import explains it."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, "")
        if isinstance(node, ast.Attribute):
            owner = self.meaning(node.value)
            return f"{owner}.{node.attr}" if owner else ""
        return ""

    def meanings(self) -> Iterator[tuple[int, str]]:
        """The full name of everything that the file imports or reaches through an import."""
        yield from self.imports
        for node in self.nodes:
            if isinstance(node, ast.Attribute) and (meaning := self.meaning(node)):
                yield node.lineno, meaning

    def finding(self, line: int, rule: str, message: str) -> Finding:
        return Finding(self.path, line, rule, message)


def within(name: str, packages: Iterable[str]) -> bool:
    """Whether a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)
