"""The parts of ministack that this package asks or replaces.

Only the engine's own environment has ministack, so it is imported by name here, once, and the
rest of the package stays checkable without it. ministack is pinned, because what is asked for
is private.
"""

from importlib import import_module
from typing import Any

Item = dict[str, Any]
Table = dict[str, Any]
Answer = tuple[int, dict[str, str], bytes]


class Private:
    """A module's private names, without the underscore: `ddb.query` is its `_query`."""

    def __init__(self, module: str) -> None:
        self.module = import_module(module)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.module, f"_{name}")

    def replace(self, name: str, substitute: Any) -> None:
        """Fails where the name is gone, so that a new ministack can't drop a change silently."""
        getattr(self.module, f"_{name}")
        setattr(self.module, f"_{name}", substitute)


ddb = Private("ministack.services.dynamodb")
ses = Private("ministack.services.ses")
"""`ddb` and `ses` are the two services that are used."""

dynamodb: Any = ddb.module
application: Any = import_module("ministack.app")
persistence: Any = import_module("ministack.core.persistence")
requests: Any = import_module("ministack.core.responses")
signatures: Any = import_module("ministack.core.sigv4")
streams: Any = import_module("ministack.services.dynamodb_streams")
