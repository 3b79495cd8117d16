"""Serves the two built frontends as CloudFront would from their bucket."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from local.web.headers import cache_control, page_headers
from local.web.messages import Headers, Request, Response, text

_PRESSED = {".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".webmanifest"}
_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}
_NOT_BUILT = (
    "The frontends are not built yet: run `make run`, or `npm --prefix frontend run build`."
)


@dataclass(frozen=True)
class _File:
    """A file's content, ready to send; `seen` is what tells that it has changed on disk."""

    seen: tuple[int, int]
    kind: str
    tag: str
    plain: bytes
    pressed: bytes | None


class Frontends:
    """`/console/…` from dist/console, everything else from dist/portal.

    A path without a file is a page of the app, whose router reads it: it gets index.html.
    """

    def __init__(self, dist: Path, files: str) -> None:
        self._dist = dist
        self._headers = page_headers(files)
        self._cache: dict[Path, _File] = {}

    def answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return text(405, "Pages are only read.")
        if request.path == "/console":
            return Response(301, [*self._headers, ("Location", "/console/")])
        inside = request.path.removeprefix("/console/")
        app = "portal" if inside == request.path else "console"
        path = self._resolve(self._dist / app, inside.lstrip("/"))
        if path is None:
            return text(404, "No such file.")
        if not path.is_file():
            return text(503, _NOT_BUILT)
        return self._send(request, path)

    def _resolve(self, home: Path, inside: str) -> Path | None:
        path = (home / inside).resolve()
        if not path.is_relative_to(home.resolve()):
            return None
        if inside and path.is_file():
            return path
        return None if inside.startswith("assets/") else home / "index.html"

    def _send(self, request: Request, path: Path) -> Response:
        file = self._load(path)
        cache = cache_control("assets" if path.parent.name == "assets" else "pages")
        headers: Headers = [
            *self._headers,
            ("Content-Type", file.kind),
            ("Cache-Control", cache),
            ("ETag", file.tag),
            ("Vary", "Accept-Encoding"),
        ]
        if request.header("if-none-match") == file.tag:
            return Response(304, headers)
        if file.pressed is not None and "gzip" in request.header("accept-encoding"):
            return Response(200, [*headers, ("Content-Encoding", "gzip")], file.pressed)
        return Response(200, headers, file.plain)

    def _load(self, path: Path) -> _File:
        status = path.stat()
        seen = (status.st_mtime_ns, status.st_size)
        known = self._cache.get(path)
        if known is None or known.seen != seen:
            plain = path.read_bytes()
            pressed = gzip.compress(plain, 6) if path.suffix in _PRESSED else None
            tag = f'"{hashlib.sha256(plain).hexdigest()[:32]}"'
            known = _File(seen, _kind(path), tag, plain, pressed)
            self._cache[path] = known
        return known


def _kind(path: Path) -> str:
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    kind = kind or "application/octet-stream"
    textual = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
    return f"{kind}; charset=utf-8" if textual else kind
