"""`make package`: the Lambda zip and the template of everything around it, in build/package.

`chalice package` collects the code, the libraries and the template; what it leaves out is done
here: byte code goes in, what never runs goes out, and the zip is the same for the same content.
"""

import argparse
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from chalicelib.entry.api import INDEX, index_of_routes
from infra.certificates import add_roots
from infra.interpreters import BUILD, ROOT, WANTED, Interpreter, environment, packaging_python
from infra.pruning import prune
from infra.slimming import size_of, slim
from infra.template import template
from infra.zipping import compile_all, unpack, write_zip

PROJECT = BUILD / "project"
CHALICE = BUILD / "chalice"
TARGET = BUILD / "package"
CODE = ("app.py", "chalicelib", ".chalice", "requirements.txt")
NOT_CODE = shutil.ignore_patterns("__pycache__", "*.pyc", "deployments", "deployed")
KEPT_BUILDS = 3
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """One build: the zip, the same unpacked, the template, what chalice alone made, its Python."""

    folder: Path
    python: Path

    @property
    def archive(self) -> Path:
        return self.folder / "deployment.zip"

    @property
    def unpacked(self) -> Path:
        return self.folder / "unpacked"

    @property
    def template(self) -> Path:
        return self.folder / "sam.json"

    @property
    def plain(self) -> Path:
        return self.folder / "plain.zip"


def build(stage: str) -> Package:
    """Build the package of a stage, unless it is there already.

    A build has a folder of its own, named by all that went into it: a newer one takes nothing
    from under those who still run an older one.
    """
    interpreter = packaging_python()
    TARGET.mkdir(parents=True, exist_ok=True)
    with (TARGET / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _copy_code()
        folder = TARGET / _inputs(stage, interpreter)
        package = Package(folder, environment(interpreter) / "bin" / "python")
        if not folder.exists():
            _announce(interpreter)
            _make(stage, package)
        folder.touch()
        _forget_old_builds()
    return package


def _make(stage: str, package: Package) -> None:
    _run_chalice(stage, package.python)
    made = Package(TARGET / "new", package.python)
    shutil.rmtree(made.folder, ignore_errors=True)
    unpack(CHALICE / "deployment.zip", made.unpacked)
    _add_vendor(made.unpacked)
    _add_index(made.unpacked)
    saved = slim(made.unpacked)
    prune(made.unpacked)
    add_roots(made.unpacked)
    compile_all(made.unpacked, made.python)
    write_zip(made.unpacked, made.archive)
    shutil.copy(CHALICE / "sam.json", made.template)
    shutil.copy(CHALICE / "deployment.zip", made.plain)
    unpacked, packed = size_of(made.unpacked), made.archive.stat().st_size
    made.folder.rename(package.folder)
    print(f"{packed / MIB:.1f} MB ({unpacked / MIB:.1f} unpacked, {saved / MIB:.1f} left out)")


def _forget_old_builds() -> None:
    builds = [path for path in TARGET.iterdir() if path.is_dir()]
    for old in sorted(builds, key=lambda path: path.stat().st_mtime)[:-KEPT_BUILDS]:
        shutil.rmtree(old)


def _announce(interpreter: Interpreter) -> None:
    if interpreter.version != WANTED:
        print(f"Python {WANTED} is not on this machine: the package is for {interpreter.version}.")
    print(f"Packaging for Python {interpreter.version} …", flush=True)


def _copy_code() -> None:
    """Copy what is packaged into a folder of its own: chalice takes all it finds, caches too."""
    kept = PROJECT / ".chalice" / "deployments"
    aside = BUILD / "deployments"
    if kept.exists():
        kept.rename(aside)
    shutil.rmtree(PROJECT, ignore_errors=True)
    PROJECT.mkdir(parents=True)
    for name in CODE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, PROJECT / name, ignore=NOT_CODE)
        else:
            shutil.copy(ROOT / name, PROJECT / name)
    if aside.exists():
        aside.rename(kept)


def _inputs(stage: str, interpreter: Interpreter) -> str:
    """A digest of all that the package is made of."""
    digest = hashlib.sha256(f"{stage} {interpreter.version} {_vendor_file()}".encode())
    files = [file for file in PROJECT.rglob("*") if "deployments" not in file.parts]
    for file in sorted([*files, *(ROOT / "infra").glob("*.py"), *_vendor_file()]):
        if file.is_file():
            digest.update(str(file).encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _run_chalice(stage: str, python: Path) -> None:
    merged = BUILD / "merge.json"
    merged.write_text(json.dumps(template(stage, with_vendor=bool(_vendor_file())), indent=1))
    region = os.environ.get("AWS_REGION", "eu-central-1")
    # Chalice imports the app; nothing of the machine's own deployment may get into that.
    own = {name: value for name, value in os.environ.items() if not name.startswith("KONTOR_")}
    shutil.rmtree(CHALICE, ignore_errors=True)
    options = ["--stage", stage, "--merge-template", str(merged), str(CHALICE)]
    subprocess.run(
        [str(python.with_name("chalice")), "package", *options],
        cwd=PROJECT,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**own, "AWS_DEFAULT_REGION": region, "PIP_QUIET": "2"},
    )


def _vendor_file() -> list[Path]:
    """The vendor's configuration that goes into the package, if one is named."""
    named = os.environ.get("KONTOR_VENDOR_FILE")
    return [Path(named)] if named else []


def _add_vendor(unpacked: Path) -> None:
    for file in _vendor_file():
        # Where the template's KONTOR_VENDOR_FILE looks for it.
        shutil.copy(file, unpacked / "vendor.json")


def _add_index(unpacked: Path) -> None:
    index = json.dumps(index_of_routes(), sort_keys=True)
    (unpacked / "chalicelib" / INDEX).write_text(index, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the Lambda package.")
    parser.add_argument("--stage", default="prod")
    package = build(parser.parse_args().stage)
    for file in (package.archive, package.template):
        shutil.copy(file, TARGET)
        print((TARGET / file.name).relative_to(ROOT))


if __name__ == "__main__":
    main()
