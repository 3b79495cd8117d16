"""The route wrapper. A route is declared once:

    routes = Routes(__name__)

    @routes.post("/api/tickets", MEMBER, "Open a request", takes=OpenTicket, gives=TicketOpened,
                 status=201, errors=(UnknownProduct,))
    def open_ticket(call: Call[OpenTicket]) -> TicketOpened: ...

and from the declaration come its validation, its authorization, its OpenAPI entry, its row in the
authorization tests and the frontend's typed client.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from chalice.app import Blueprint, Response

from chalicelib.base.errors import KontorError
from chalicelib.entry.access import Access
from chalicelib.entry.call import Call
from chalicelib.entry.document import Document
from chalicelib.entry.problems import PROBLEM
from chalicelib.entry.schema import Nothing, Schema
from chalicelib.entry.serve import serve

_B = TypeVar("_B", bound=Schema)
View = Callable[[Call[Any]], Schema | Document | list[Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Generic[_B]):
    """What was declared of one route."""

    method: str
    path: str
    access: Access
    summary: str
    takes: type[_B] | None
    gives: Any
    query: type[Schema] | None
    status: int
    errors: tuple[type[KontorError], ...]
    view: View
    feature: str

    @property
    def writes(self) -> bool:
        """Whether the route may change something (or takes a secret, which a GET must not)."""
        return self.method != "GET"

    @property
    def document(self) -> type[Document] | None:
        """The kind of file that it answers with; None where it answers with JSON."""
        gives = self.gives
        return gives if isinstance(gives, type) and issubclass(gives, Document) else None


ALL_ROUTES: list[Route[Any]] = []


class Routes:
    """The routes that one module declares under the name `routes`; `entry/api.py` finds them."""

    def __init__(self, module: str) -> None:
        self.blueprint = Blueprint(module)
        self.paths: set[str] = set()
        self._feature = module.split(".")[1]

    def get(self, path: str, access: Access, summary: str, **more: Any) -> Callable[[View], View]:
        """Declare a read; `query` is the schema of its query parameters."""
        return self._declare("GET", path, access, summary, **more)

    def post(self, path: str, access: Access, summary: str, **more: Any) -> Callable[[View], View]:
        """Declare a write."""
        return self._declare("POST", path, access, summary, **more)

    def put(self, path: str, access: Access, summary: str, **more: Any) -> Callable[[View], View]:
        """Declare a write that sets a whole."""
        return self._declare("PUT", path, access, summary, **more)

    def patch(self, path: str, access: Access, summary: str, **more: Any) -> Callable[[View], View]:
        """Declare a change of single fields."""
        return self._declare("PATCH", path, access, summary, **more)

    def delete(
        self, path: str, access: Access, summary: str, **more: Any
    ) -> Callable[[View], View]:
        """Declare a removal; it takes no body."""
        return self._declare("DELETE", path, access, summary, **more)

    def _declare(  # noqa: PLR0913 - one declaration says it all
        self,
        method: str,
        path: str,
        access: Access,
        summary: str,
        *,
        takes: type[Schema] | None = None,
        gives: Any = Nothing,
        query: type[Schema] | None = None,
        status: int = 200,
        errors: tuple[type[KontorError], ...] = (),
    ) -> Callable[[View], View]:
        def declare(view: View) -> View:
            route: Route[Any] = Route(
                method=method,
                path=path,
                access=access,
                summary=summary,
                takes=takes,
                gives=gives,
                query=query,
                status=status,
                errors=errors,
                view=view,
                feature=self._feature,
            )
            ALL_ROUTES.append(route)
            self.paths.add(path)

            def answer(**path_values: str) -> Response:
                return serve(route, self.blueprint.current_request, path_values)

            # No content types: chalice's own refusal would not be a problem document.
            named = {"name": view.__name__, "methods": [method], "content_types": []}
            self.blueprint.route(path, **named)(answer)
            return view

        return declare


__all__ = ["ALL_ROUTES", "PROBLEM", "Call", "Route", "Routes"]
