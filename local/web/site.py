"""What stands at http://localhost:8000: the API, both frontends, and the developers' pages."""

from collections.abc import Callable

from local.web.messages import Request, Response, text

Answer = Callable[[Request], Response]


class Site:
    """Hands each request to the part that its path belongs to.

    Only asked for as localhost: another site's name that leads here (DNS rebinding) gets nothing,
    since the developers' pages show what in the cloud nobody sees.
    """

    def __init__(self, api: Answer, developers: Answer, pages: Answer, port: int) -> None:
        self._api = api
        self._developers = developers
        self._pages = pages
        self._hosts = {f"localhost:{port}", f"127.0.0.1:{port}"}

    def answer(self, request: Request) -> Response:
        if request.header("host") not in self._hosts:
            return text(421, "This is the local stack; ask for it as localhost.")
        path = request.raw_path
        if path.startswith("/api/"):
            return self._api(request)
        if path == "/dev" or path.startswith("/dev/"):
            return self._developers(request)
        return self._pages(request)
