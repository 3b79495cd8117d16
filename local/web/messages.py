"""A request and its answer, as the parts of the front server hand them on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qs, unquote, urlsplit

from chalicelib.entry.headers import HEADERS

Headers = list[tuple[str, str]]


@dataclass
class Request:
    """One request. `headers` have lower-case names and all values of each."""

    method: str
    target: str
    headers: Mapping[str, list[str]]
    body: bytes = b""
    client: str = "127.0.0.1"

    def header(self, name: str) -> str:
        """All values of a header as one, "" where there is none."""
        return ", ".join(self.headers.get(name, ()))

    @cached_property
    def raw_path(self) -> str:
        return urlsplit(self.target).path

    @cached_property
    def path(self) -> str:
        return unquote(self.raw_path)

    @cached_property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    @cached_property
    def form(self) -> dict[str, str]:
        """A posted form's fields; of a repeated one the last."""
        fields = parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[-1] for name, values in fields.items()}

    def asked(self, name: str) -> str:
        """A query parameter's last value, "" where there is none."""
        return self.query.get(name, [""])[-1]


@dataclass
class Response:
    """An answer. `headers` may name one header several times, as cookies need."""

    status: int = 200
    headers: Headers = field(default_factory=list)
    body: bytes = b""


def see_other(place: str) -> Response:
    """Sends the browser on with a GET."""
    return Response(303, [("Location", place)])


def text(status: int, words: str) -> Response:
    """Plain words; a refusal carries the same headers as one of the API."""
    headers: Headers = [("Content-Type", "text/plain; charset=utf-8")]
    return Response(status, headers + [*HEADERS.items()] * (status >= 400), words.encode())
