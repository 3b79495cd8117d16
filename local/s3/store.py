"""The state of one local S3 on disk, and the steps that touch more than one kind of it."""

import fcntl
import shutil
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import IO

from local.s3.blobs import Blobs
from local.s3.buckets import Buckets
from local.s3.completion import ListedPart, assemble, choose_parts
from local.s3.entries import StoredObject, Upload, restore_object
from local.s3.errors import S3Error
from local.s3.events import Announcements
from local.s3.objects import Objects
from local.s3.records import Records
from local.s3.settings import Settings
from local.s3.uploads import Uploads

_FOLDERS = ("blobs", "buckets", "completed", "events", "temporary", "uploads")


class Store:
    """Opens the folder for this process alone, and mends what a kill left behind."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        home = settings.directory
        for name in _FOLDERS:
            (home / name).mkdir(parents=True, exist_ok=True)
        self._lock = _lock(home / "lock")
        temporary = home / "temporary"
        records = Records(temporary, fsync=settings.fsync)
        self.blobs = Blobs(home / "blobs", temporary, settings.buffer_bytes, fsync=settings.fsync)
        self.buckets = Buckets(home / "buckets", records)
        self.objects = Objects(home / "buckets", records, self.blobs)
        self.uploads = Uploads(home / "uploads", temporary, records, self.blobs)
        self.announcements = Announcements(
            home / "events", records, settings.on_object_created, settings.event_retry_seconds
        )
        self._completed = home / "completed"
        self._records = records
        self._mend(temporary)

    def close(self) -> None:
        self.announcements.close()
        self._lock.close()

    def put_object(self, stored: StoredObject) -> None:
        self.objects.put(stored)
        self.announcements.announce(stored)

    def complete(self, upload: Upload, listed: list[ListedPart], created: str) -> StoredObject:
        """Make the object of the listed parts; the upload and its other parts are gone."""
        with self.uploads.alone(upload):
            stored = self.uploads.parts(upload.upload_id)
            parts = choose_parts(upload, stored, listed, self.settings.min_part_bytes)
            made = assemble(upload, parts, created)
            # From this record on the upload is complete: after a kill, _mend finishes the rest.
            listing = [(part.number, part.etag) for part in listed]
            self._records.write(
                self._completion(upload.upload_id), {"object": asdict(made), "listed": listing}
            )
            self._finish(upload, made)
        return made

    def completed(
        self, bucket: str, key: str, upload_id: str, listed: list[ListedPart]
    ) -> StoredObject:
        """What an earlier completion with the same list made, while that is still there."""
        found = self.objects.find(bucket, key)
        if found is None or found.version != upload_id:
            raise S3Error("NoSuchUpload")
        record = self._records.read(self._completion(upload_id))
        if record is None or record["listed"] != [[part.number, part.etag] for part in listed]:
            raise S3Error("NoSuchUpload")
        return found

    def _finish(self, upload: Upload, made: StoredObject) -> None:
        self.put_object(made)
        self.uploads.drop(upload, keep=frozenset(made.blob_names()))

    def _mend(self, temporary: Path) -> None:
        """Finish completions, forget old ones, and remove files that belong to nothing."""
        shutil.rmtree(temporary)
        temporary.mkdir()
        referenced = self.objects.load()
        for upload in self.uploads.unfinished():
            record = self._records.read(self._completion(upload.upload_id))
            if record:
                made = restore_object(record["object"])
                self._finish(upload, made)
                referenced |= made.blob_names()
            referenced |= {part.blob for part in self.uploads.parts(upload.upload_id).values()}
        self.blobs.sweep(referenced)
        self._forget_completions()

    def _forget_completions(self) -> None:
        kept = timedelta(days=self.settings.completed_uploads_kept_days)
        oldest = (self.settings.now() - kept).timestamp()
        for path in self._completed.iterdir():
            if path.stat().st_mtime < oldest:
                path.unlink()

    def _completion(self, upload_id: str) -> Path:
        return self._completed / f"{upload_id}.json"


def _lock(path: Path) -> IO[str]:
    """Held until closed or until the process ends, however it ends."""
    file = path.open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        message = f"another local S3 already uses {path.parent}"
        raise RuntimeError(message) from error
    return file
