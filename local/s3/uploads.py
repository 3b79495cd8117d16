"""Multipart uploads that are under way: one folder each, one small record per part."""

import re
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from local.s3.blobs import Blobs
from local.s3.entries import Part, Upload
from local.s3.errors import S3Error
from local.s3.records import Records

_ID = re.compile(r"[0-9a-f]{32}")


class Uploads:
    """Begins, fills and drops uploads. Everything is on disk, so they outlive the process."""

    def __init__(self, home: Path, temporary: Path, records: Records, blobs: Blobs) -> None:
        self._home = home
        self._temporary = temporary
        self._records = records
        self._blobs = blobs
        self._locks = [threading.RLock() for _ in range(64)]

    def begin(self, upload: Upload) -> None:
        self._records.write(self._folder(upload.upload_id) / "upload.json", asdict(upload))

    def require(self, bucket: str, key: str, upload_id: str) -> Upload:
        found = self._find(upload_id) if _ID.fullmatch(upload_id) else None
        if found is None or (found.bucket, found.key) != (bucket, key):
            raise S3Error("NoSuchUpload")
        return found

    @contextmanager
    def alone(self, upload: Upload) -> Iterator[None]:
        """Within the block the upload exists and nobody else changes it."""
        with self._locks[hash(upload.upload_id) % len(self._locks)]:
            self.require(upload.bucket, upload.key, upload.upload_id)
            yield

    def put_part(self, upload: Upload, part: Part) -> None:
        """The part counts from now on, instead of an earlier one with its number."""
        with self.alone(upload):
            path = self._folder(upload.upload_id) / f"{part.number:05d}.json"
            earlier = self._records.read(path)
            self._records.write(path, asdict(part))
            if earlier:
                self._blobs.remove([str(earlier["blob"])])

    def parts(self, upload_id: str) -> dict[int, Part]:
        """The parts that have arrived, by number, in order."""
        paths = sorted(self._folder(upload_id).glob("[0-9]*.json"))
        contents = (self._records.read(path) for path in paths)
        parts = [Part(**content) for content in contents if content]
        return {part.number: part for part in parts}

    def unfinished(self) -> list[Upload]:
        found = (self._find(folder.name) for folder in self._home.iterdir())
        return [upload for upload in found if upload]

    def drop(self, upload: Upload, *, keep: frozenset[str] = frozenset()) -> None:
        """The upload is gone at once and as a whole; so are its files, except those to keep."""
        blobs = {part.blob for part in self.parts(upload.upload_id).values()}
        grave = self._temporary / secrets.token_hex(16)
        self._folder(upload.upload_id).rename(grave)
        shutil.rmtree(grave)
        self._blobs.remove(blobs - keep)

    def _find(self, upload_id: str) -> Upload | None:
        content = self._records.read(self._folder(upload_id) / "upload.json")
        return Upload(**content) if content else None

    def _folder(self, upload_id: str) -> Path:
        return self._home / upload_id
