"""What of the installed packages stays out of the zip: nothing that runs there needs it.

botocore ships the models of some 400 services; the product makes clients of three. DynamoDB is
not among them: aws/dynamo.py speaks its protocol itself.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

SERVICES = frozenset({"s3", "ses", "ssm"})

# Below the package's root. Byte code is made anew for the one Python that runs there.
SUPERFLUOUS = (
    "**/__pycache__",
    "**/tests",
    "**/*.pyi",
    "**/py.typed",
    "bin",
    "*.data",
    "botocore/data/*/*/examples-1.json",
    "pydantic/v1",
    # Pillow reads logos: no text is drawn, and AVIF is none of a logo's formats.
    "PIL/_avif.*",
    "PIL/_imagingft.*",
    "pillow.libs/libavif-*",
    "pillow.libs/libbrotli*",
    "pillow.libs/libfreetype-*",
    "pillow.libs/libharfbuzz-*",
)
# What tools want to know about an installed package; at run time its version and licence do.
SUPERFLUOUS_METADATA = ("INSTALLER", "RECORD", "REQUESTED", "WHEEL", "direct_url.json", "sboms")


def slim(package: Path) -> int:
    """Take it out of an unpacked package; answers how many bytes that saved."""
    before = size_of(package)
    for path in list(_superfluous(package)):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return before - size_of(package)


def size_of(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _superfluous(package: Path) -> Iterator[Path]:
    for pattern in SUPERFLUOUS:
        yield from package.glob(pattern)
    for service in (package / "botocore" / "data").iterdir():
        if service.is_dir() and service.name not in SERVICES:
            yield service
    for info in package.glob("*.dist-info"):
        yield from (info / name for name in SUPERFLUOUS_METADATA if (info / name).exists())
