"""The objects of all buckets: one record per object, and the sorted keys in memory."""

import hashlib
import threading
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path

from local.s3.blobs import Blobs
from local.s3.entries import StoredObject, restore_object
from local.s3.errors import S3Error
from local.s3.records import Records


class Objects:
    """Looks up, replaces, lists and deletes objects.

    A record's file name is a hash of the key: a key of any length and any characters, `../`
    included, names one file inside the bucket's folder.
    """

    def __init__(self, home: Path, records: Records, blobs: Blobs) -> None:
        self._home = home
        self._records = records
        self._blobs = blobs
        self._lock = threading.RLock()
        self._keys: dict[str, list[str]] = {}

    def load(self) -> set[str]:
        """Read every record once at the start; returns the names of the files in use."""
        referenced: set[str] = set()
        for path in self._home.glob("*/objects/*/*.json"):
            found = self._read(path)
            if found:
                self._keys.setdefault(found.bucket, []).append(found.key)
                referenced |= found.blob_names()
        for keys in self._keys.values():
            keys.sort()
        return referenced

    def find(self, bucket: str, key: str) -> StoredObject | None:
        return self._read(self._file(bucket, key))

    def require(self, bucket: str, key: str) -> StoredObject:
        found = self.find(bucket, key)
        if found is None:
            raise S3Error("NoSuchKey")
        return found

    def open(self, bucket: str, key: str, hold: ExitStack) -> StoredObject:
        """The object, whose files then stay readable until `hold` is closed."""
        with self._lock:
            found = self.require(bucket, key)
            hold.enter_context(self._blobs.reading(found.blob_names()))
        return found

    def put(self, stored: StoredObject) -> None:
        """The object is there from now on; what had its key before is gone. Repeatable."""
        with self._lock:
            earlier = self.find(stored.bucket, stored.key)
            self._records.write(self._file(stored.bucket, stored.key), asdict(stored))
            if earlier is None:
                insort(self._keys.setdefault(stored.bucket, []), stored.key)
            else:
                self._blobs.remove(earlier.blob_names() - stored.blob_names())

    def set_tags(self, bucket: str, key: str, tags: dict[str, str]) -> None:
        with self._lock:
            found = self.require(bucket, key)
            self._records.write(self._file(bucket, key), asdict(replace(found, tags=tags)))

    def delete(self, bucket: str, key: str) -> None:
        """Again, or for a key that never was: nothing happens, as in S3."""
        with self._lock:
            found = self.find(bucket, key)
            if found is None:
                return
            self._file(bucket, key).unlink()
            keys = self._keys[bucket]
            del keys[bisect_left(keys, key)]
            self._blobs.remove(found.blob_names())

    def keys_after(self, bucket: str, prefix: str, after: str) -> list[str]:
        """The keys that start with `prefix` and sort behind `after`, sorted."""
        with self._lock:
            keys = self._keys.get(bucket, [])
            start = max(bisect_left(keys, prefix), bisect_right(keys, after) if after else 0)
            return list(_while_prefixed(keys, start, prefix))

    def _read(self, path: Path) -> StoredObject | None:
        content = self._records.read(path)
        return restore_object(content) if content else None

    def _file(self, bucket: str, key: str) -> Path:
        name = hashlib.sha256(key.encode()).hexdigest()
        return self._home / bucket / "objects" / name[:2] / f"{name}.json"


def _while_prefixed(keys: list[str], start: int, prefix: str) -> Iterator[str]:
    for index in range(start, len(keys)):
        if not keys[index].startswith(prefix):
            return
        yield keys[index]
