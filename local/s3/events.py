"""Tells the hook of each new object, at least once, also over a restart."""

import logging
import secrets
import threading
from pathlib import Path

from local.s3.entries import StoredObject
from local.s3.records import Records
from local.s3.settings import ObjectCreated

log = logging.getLogger(__name__)


class Announcements:
    """A file per event that the hook has not taken yet, and one thread that delivers them.

    The hook runs beside the requests, so it may call this S3 itself. Where it raises, the event
    stays and is tried again. Without a hook nothing is kept.
    """

    def __init__(
        self, home: Path, records: Records, hook: ObjectCreated | None, retry_seconds: float
    ) -> None:
        self._home = home
        self._records = records
        self._hook = hook
        self._retry_seconds = retry_seconds
        self._wake = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="s3-events", daemon=True)

    def start(self) -> None:
        if self._hook:
            self._wake.set()
            self._thread.start()

    def close(self) -> None:
        """Stops after the event in hand; the others wait for the next start."""
        self._closing = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def announce(self, stored: StoredObject) -> None:
        if not self._hook:
            return
        event = {name: getattr(stored, name) for name in ("bucket", "key", "size", "etag")}
        name = f"{stored.created}-{secrets.token_hex(8)}.json"
        self._records.write(self._home / name, event)
        self._wake.set()

    def _run(self) -> None:
        all_taken = True
        while True:
            self._wake.wait(None if all_taken else self._retry_seconds)
            self._wake.clear()
            if self._closing:
                return
            all_taken = self._deliver_waiting()

    def _deliver_waiting(self) -> bool:
        waiting = sorted(self._home.glob("*.json"))
        taken = [self._deliver(path) for path in waiting if not self._closing]
        return all(taken)

    def _deliver(self, path: Path) -> bool:
        event = self._records.read(path)
        if event is None or self._hook is None:
            return True
        try:
            self._hook(event["bucket"], event["key"], event["size"], event["etag"])
        except Exception as failure:  # noqa: BLE001 - whoever is told may be starting just now
            log.warning("the event of %s waits for another try: %s", event["key"], failure)
            return False
        path.unlink(missing_ok=True)
        return True
