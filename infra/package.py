"""`make package`: the Lambda zip and the template of everything around it, in build/package.

`chalice package` collects the code, the libraries and the template; what it leaves out is done
here: byte code goes in, what never runs goes out, and the zip is the same for the same content.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from infra.interpreters import BUILD, ROOT, WANTED, Interpreter, environment, packaging_python
from infra.slimming import size_of, slim
from infra.template import template
from infra.zipping import compile_all, unpack, write_zip

PROJECT = BUILD / "project"
PLAIN = BUILD / "chalice"
TARGET = BUILD / "package"
CODE = ("app.py", "chalicelib", ".chalice", "requirements.txt")
NOT_CODE = shutil.ignore_patterns("__pycache__", "*.pyc", "deployments", "deployed")
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """What was built: the zip, the same unpacked, the template, and the Python it is for."""

    archive: Path
    unpacked: Path
    template: Path
    python: Path


def build(stage: str) -> Package:
    """Build the package of a stage, unless nothing changed since it was built."""
    interpreter = packaging_python()
    package = _package(interpreter)
    _copy_code()
    inputs = _inputs(stage, interpreter)
    stamp = TARGET / "inputs"
    if stamp.exists() and stamp.read_text() == inputs:
        return package
    _announce(interpreter)
    environment(interpreter)
    _run_chalice(stage, package.python)
    shutil.rmtree(TARGET, ignore_errors=True)
    unpack(PLAIN / "deployment.zip", package.unpacked)
    _add_vendor(package.unpacked)
    saved = slim(package.unpacked)
    compile_all(package.unpacked, package.python)
    write_zip(package.unpacked, package.archive)
    shutil.copy(PLAIN / "sam.json", package.template)
    stamp.write_text(inputs)
    unpacked, packed = size_of(package.unpacked), package.archive.stat().st_size
    print(f"{packed / MIB:.1f} MB ({unpacked / MIB:.1f} unpacked, {saved / MIB:.1f} left out)")
    return package


def _package(interpreter: Interpreter) -> Package:
    return Package(
        archive=TARGET / "deployment.zip",
        unpacked=TARGET / "unpacked",
        template=TARGET / "sam.json",
        python=BUILD / f"python{interpreter.version}" / "bin" / "python",
    )


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
    return digest.hexdigest()


def _run_chalice(stage: str, python: Path) -> None:
    merged = BUILD / "merge.json"
    merged.write_text(json.dumps(template(stage, with_vendor=bool(_vendor_file())), indent=1))
    region = os.environ.get("AWS_REGION", "eu-central-1")
    # Chalice imports the app; nothing of the machine's own deployment may get into that.
    own = {name: value for name, value in os.environ.items() if not name.startswith("KONTOR_")}
    shutil.rmtree(PLAIN, ignore_errors=True)
    options = ["--stage", stage, "--merge-template", str(merged), str(PLAIN)]
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the Lambda package.")
    parser.add_argument("--stage", default="prod")
    package = build(parser.parse_args().stage)
    print(f"{package.archive.relative_to(ROOT)}, {package.template.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
