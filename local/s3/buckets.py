"""Buckets and their CORS rules."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from local.s3.errors import S3Error
from local.s3.records import Records
from local.s3.settings import CorsRule

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


class Buckets:
    """One folder per bucket; S3's naming rule keeps the names safe as folder names."""

    def __init__(self, home: Path, records: Records) -> None:
        self._home = home
        self._records = records

    def create(self, name: str, now: datetime) -> None:
        if not _NAME.fullmatch(name) or ".." in name:
            raise S3Error("InvalidBucketName")
        if self.exists(name):
            raise S3Error("BucketAlreadyOwnedByYou")
        self._records.write(self._file(name), {"created": now.isoformat(), "cors": []})

    def exists(self, name: str) -> bool:
        return bool(_NAME.fullmatch(name)) and self._file(name).exists()

    def require(self, name: str) -> None:
        if not self.exists(name):
            raise S3Error("NoSuchBucket")

    def names(self) -> list[str]:
        return sorted(path.parent.name for path in self._home.glob("*/bucket.json"))

    def created(self, name: str) -> str:
        return str(self._content(name)["created"])

    def cors(self, name: str) -> list[CorsRule]:
        """The rules, first to last; an unknown bucket has none."""
        if not self.exists(name):
            return []
        return [CorsRule(**rule) for rule in self._content(name)["cors"]]

    def set_cors(self, name: str, rules: Sequence[CorsRule]) -> None:
        content = {**self._content(name), "cors": [asdict(rule) for rule in rules]}
        self._records.write(self._file(name), content)

    def _content(self, name: str) -> dict[str, Any]:
        content = self._records.read(self._file(name))
        if content is None:
            raise S3Error("NoSuchBucket")
        return content

    def _file(self, name: str) -> Path:
        return self._home / name / "bucket.json"
