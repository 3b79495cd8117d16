"""The two built frontends on their way into the site's bucket."""

import json
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "frontend" / "dist"
HEADERS = ROOT / "infra" / "headers.json"
FOLDERS = {"portal": "", "console": "console/"}
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file, its place in the bucket, and what browsers are told of it."""

    path: Path
    key: str
    kind: str
    cache: str


def site_files(dist: Path) -> list[SiteFile]:
    """All files, assets before the pages that name them."""
    caching = json.loads(HEADERS.read_text(encoding="utf-8"))["cache"]
    return sorted(
        _found(dist, caching), key=lambda file: (file.cache == caching["pages"], file.key)
    )


def _found(dist: Path, caching: dict[str, str]) -> Iterator[SiteFile]:
    for app, prefix in FOLDERS.items():
        for path in (dist / app).rglob("*"):
            inside = path.relative_to(dist / app)
            if path.is_dir() or inside.parts[0] == ".vite":
                continue
            kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
            cache = caching["assets" if inside.parts[0] == "assets" else "pages"]
            key = prefix + inside.as_posix()
            yield SiteFile(path, key, kind or "application/octet-stream", cache)


def upload(s3: Any, bucket: str, files: list[SiteFile]) -> None:
    """Put the files there. Old assets stay: a tab that is open still asks for them."""
    for file in files:
        s3.put_object(
            Bucket=bucket,
            Key=file.key,
            Body=file.path.read_bytes(),
            ContentType=file.kind,
            CacheControl=file.cache,
        )


def refresh(cloudfront: Any, distribution: str, files: list[SiteFile], reference: str) -> None:
    """Have CloudFront read the pages anew; assets have new names when they change."""
    pages = sorted(f"/{file.key}" for file in files if "immutable" not in file.cache)
    paths = {"Quantity": len(pages), "Items": pages}
    batch = {"Paths": paths, "CallerReference": reference}
    cloudfront.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
