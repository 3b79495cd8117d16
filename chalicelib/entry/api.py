"""The Chalice app of the API, and which routes it has loaded.

On a machine of our own it knows every route from the start. In Lambda the package brings an index
of the modules behind each path: there a module is imported when the first request for one of its
paths arrives. A cold start pays for one feature, however many there are.
"""

import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from chalice.app import Chalice

from chalicelib.base import collector

PACKAGE = Path(__file__).parent.parent
INDEX = "routes.json"


class Api(Chalice):
    """A Chalice app that finds the features' routes itself."""

    def __init__(self, app_name: str) -> None:
        super().__init__(app_name)
        self._loaded: set[str] = set()
        index = PACKAGE / INDEX
        self._index: dict[str, list[str]] | None = None
        if index.exists():
            self._index = json.loads(index.read_text())
        else:
            self._load(route_modules())

    def __call__(self, event: Any, context: Any) -> dict[str, Any]:
        """Answer API Gateway's event."""
        if self._index is not None:
            path = event.get("requestContext", {}).get("resourcePath")
            self._load(self._index.get(path, ()))
        return super().__call__(event, context)

    def _load(self, modules: Iterable[str]) -> None:
        missing = [name for name in modules if name not in self._loaded]
        if missing:
            collector.wait()
        for name in missing:
            self.register_blueprint(import_module(name).routes.blueprint)
            self._loaded.add(name)
        collector.resume()


def route_modules() -> list[str]:
    """The modules that declare routes: each feature's routes.py, or those in its routes/."""
    files = [*PACKAGE.glob("*/routes.py"), *PACKAGE.glob("*/routes/[!_]*.py")]
    names = [file.relative_to(PACKAGE.parent).with_suffix("") for file in files]
    return sorted(".".join(name.parts) for name in names)


def index_of_routes() -> dict[str, list[str]]:
    """Of each path the modules that declare its methods."""
    index: dict[str, list[str]] = {}
    for name in route_modules():
        for path in import_module(name).routes.paths:
            index.setdefault(path, []).append(name)
    return index
