"""The bytes of parts and objects: files with random names that never change once they exist.

An object in parts is a list of such files. Completing an upload therefore writes one small
record and copies nothing, and a download hands the files to the kernel one after the other.
"""

import os
import secrets
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from local.s3.checksums import Digests
from local.s3.messages import Body


class Arrival:
    """A file that has arrived whole, under a temporary name until it is kept."""

    def __init__(self, temporary: Path, size: int, home: Path) -> None:
        self._temporary = temporary
        self._home = home
        self.size = size

    def keep(self) -> str:
        """Give the file its lasting name, and return that."""
        name = secrets.token_hex(16)
        self._temporary.rename(self._home / name)
        return name


class Blobs:
    """Receives, holds and removes the files; one being read outlives its removal until then."""

    def __init__(self, home: Path, temporary: Path, buffer_bytes: int, *, fsync: bool) -> None:
        self._home = home
        self._temporary = temporary
        self._buffer_bytes = buffer_bytes
        self._fsync = fsync
        self._lock = threading.Lock()
        self._readers: Counter[str] = Counter()
        self._doomed: set[str] = set()

    @contextmanager
    def receive(self, body: Body, digests: Digests) -> Iterator[Arrival]:
        """Store the body, digesting it as it passes. What the block doesn't keep is removed."""
        temporary = self._temporary / secrets.token_hex(16)
        try:
            size = self._write(temporary, body, digests)
            yield Arrival(temporary, size, self._home)
        finally:
            temporary.unlink(missing_ok=True)

    def _write(self, path: Path, body: Body, digests: Digests) -> int:
        size = 0
        view = memoryview(bytearray(self._buffer_bytes))
        with path.open("xb", buffering=0) as file:
            while count := body.fill(view):
                filled = view[:count]
                digests.update(filled)
                _write_all(file.fileno(), filled)
                size += count
            if self._fsync:
                os.fsync(file.fileno())
        return size

    def path(self, name: str) -> Path:
        return self._home / name

    @contextmanager
    def reading(self, names: Iterable[str]) -> Iterator[None]:
        """Within the block the files stay, whatever is removed meanwhile."""
        held = list(names)
        with self._lock:
            self._readers.update(held)
        try:
            yield
        finally:
            with self._lock:
                self._readers.subtract(held)
                self._readers = +self._readers
                free = {name for name in held if name in self._doomed and not self._readers[name]}
                self._doomed -= free
            self._unlink(free)

    def remove(self, names: Iterable[str]) -> None:
        """Remove the files now, or when the last reader has gone. Again: nothing happens."""
        with self._lock:
            doomed = set(names)
            busy = {name for name in doomed if self._readers[name]}
            self._doomed |= busy
        self._unlink(doomed - busy)

    def sweep(self, referenced: set[str]) -> None:
        """Remove what a kill left behind: files that no record names."""
        self._unlink({path.name for path in self._home.iterdir()} - referenced)

    def _unlink(self, names: set[str]) -> None:
        for name in names:
            self.path(name).unlink(missing_ok=True)


def _write_all(descriptor: int, view: memoryview) -> None:
    while view:
        view = view[os.write(descriptor, view) :]
