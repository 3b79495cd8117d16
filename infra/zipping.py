"""Byte code, and a zip that is the same bytes for the same content."""

import os
import stat
import subprocess
import zipfile
from pathlib import Path

# Lambda unpacks the zip there; byte code names the files it was made of.
IN_LAMBDA = "/var/task"
EARLIEST = (1980, 1, 1, 0, 0, 0)


def compile_all(package: Path, python: Path) -> None:
    """Compile every module, for this one Python.

    The byte code counts as valid unseen: Lambda's file times say nothing, and hashing the sources
    at each start would cost what compiling saves. One process and a fixed hash seed, because
    byte code depends on both.
    """
    options = ["--invalidation-mode", "unchecked-hash", "-q", "-j", "1"]
    paths = ["-s", str(package), "-p", IN_LAMBDA]
    subprocess.run(
        [python, "-m", "compileall", *options, *paths, package],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""},
    )


def write_zip(package: Path, target: Path) -> None:
    """Pack a folder: names in order, one date, so that only content makes a difference."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in package.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(package).as_posix(), EARLIEST)
            entry.external_attr = (stat.S_IFREG | (0o755 if file.suffix == ".so" else 0o644)) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())


def unpack(packed: Path, target: Path) -> None:
    """Unpack a zip into a new folder."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(target)
