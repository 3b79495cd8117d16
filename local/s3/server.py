"""Starts and stops the local S3."""

import contextlib
import logging
import socket
import threading
from datetime import timedelta
from typing import Self

from local.s3.connection import Connection
from local.s3.service import Service
from local.s3.settings import Settings
from local.s3.signatures import Signatures
from local.s3.store import Store

log = logging.getLogger(__name__)

_BACKLOG = 128
_CLOSE_SECONDS = 10


class Server:
    """A running local S3. As a context manager it closes itself."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._listener = socket.create_server((settings.host, settings.port), backlog=_BACKLOG)
        try:
            self._store = _open_store(settings)
        except BaseException:
            self._listener.close()
            raise
        skew = timedelta(seconds=settings.clock_skew_seconds)
        self._service = Service(self._store, Signatures(settings.credentials, settings.now, skew))
        self._open: dict[threading.Thread, socket.socket] = {}
        self._changing = threading.Lock()
        self._closing = False
        self._accepting = threading.Thread(target=self._accept, name="s3-accept", daemon=True)

    @property
    def port(self) -> int:
        """The port in use, also where the settings said 0."""
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        """What clients take as their endpoint."""
        return f"http://{self._settings.host}:{self.port}"

    def holdings(self, bucket: str) -> tuple[dict[str, int], frozenset[str]]:
        """The bucket's keys with their sizes, and the keys of unfinished uploads; for tests."""
        keys = self._store.objects.keys_after(bucket, "", "")
        found = {key: self._store.objects.find(bucket, key) for key in keys}
        uploads = (upload for upload in self._store.uploads.unfinished() if upload.bucket == bucket)
        sizes = {key: one.size for key, one in found.items() if one is not None}
        return sizes, frozenset(upload.key for upload in uploads)

    def empty(self, bucket: str) -> None:
        """Throw away all of a bucket's objects and uploads; for tests."""
        for key in self._store.objects.keys_after(bucket, "", ""):
            self._store.objects.delete(bucket, key)
        for upload in self._store.uploads.unfinished():
            if upload.bucket == bucket:
                self._store.uploads.drop(upload)

    def start(self) -> None:
        self._store.announcements.start()
        self._accepting.start()

    def close(self) -> None:
        """Ends all connections; a part in the middle of its way leaves nothing. Repeatable."""
        with self._changing:
            if self._closing:
                return
            self._closing = True
            waiting = dict(self._open)
        # One last caller, so that the accepting thread looks up.
        with contextlib.suppress(OSError):
            socket.create_connection((self._settings.host, self.port), _CLOSE_SECONDS).close()
        self._accepting.join()
        self._listener.close()
        for sock in waiting.values():
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in waiting:
            thread.join(_CLOSE_SECONDS)
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._converse, args=[sock], daemon=True)
            with self._changing:
                if self._closing:
                    sock.close()
                    return
                self._open[thread] = sock
            thread.start()

    def _converse(self, sock: socket.socket) -> None:
        sock.settimeout(self._settings.idle_seconds)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            with sock:
                Connection(sock, self._service.answer, self._settings.max_body_bytes).serve()
        finally:
            with self._changing:
                del self._open[threading.current_thread()]


def _open_store(settings: Settings) -> Store:
    """The store, with the buckets that the settings name."""
    store = Store(settings)
    try:
        for name in settings.buckets:
            if not store.buckets.exists(name):
                store.buckets.create(name, settings.now())
            if settings.cors:
                store.buckets.set_cors(name, settings.cors)
    except BaseException:
        store.close()
        raise
    return store


def serve(settings: Settings) -> Server:
    """Start a local S3 in this process and return once it listens."""
    server = Server(settings)
    server.start()
    log.info("S3 listens on %s", server.url)
    return server
