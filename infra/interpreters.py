"""Which Python the package is made for, and an environment of it that has chalice."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uv

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
WANTED = "3.13"
SUPPORTED = ("3.11", "3.12", "3.13")
ASK_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """An installed Python; `version` is its `3.x`."""

    path: str
    version: str


class NoPython(RuntimeError):
    """No Python here can make a package that Lambda runs."""


def packaging_python() -> Interpreter:
    """Python 3.13 where there is one, else the newest supported one.

    KONTOR_PACKAGE_PYTHON names another.
    """
    found = [python for python in map(_asked, _candidates()) if python]
    named = os.environ.get("KONTOR_PACKAGE_PYTHON")
    for python in found:
        if python.version == WANTED or python.path == named:
            return python
    usable = [python for python in found if python.version in SUPPORTED]
    if not usable:
        message = f"none of Python {', '.join(SUPPORTED)} is installed"
        raise NoPython(message)
    return max(usable, key=lambda python: SUPPORTED.index(python.version))


def _candidates() -> Iterator[str]:
    if named := os.environ.get("KONTOR_PACKAGE_PYTHON"):
        yield named
    yield f"python{WANTED}"
    yield from (str(path / "bin" / "python") for path in _of_pyenv())
    yield sys.executable


def _of_pyenv() -> Iterator[Path]:
    """What pyenv has installed: its shims answer only for versions that were switched on."""
    pyenv = shutil.which("pyenv")
    if not pyenv:
        return
    asked = subprocess.run([pyenv, "root"], check=False, capture_output=True, text=True)
    if asked.returncode == 0:
        yield from sorted((Path(asked.stdout.strip()) / "versions").glob(f"{WANTED}.*"))


def _asked(path: str) -> Interpreter | None:
    """The interpreter, if there is one that runs."""
    try:
        done = subprocess.run(
            [path, "-c", ASK_VERSION], check=False, capture_output=True, text=True, timeout=20
        )
    except OSError:
        return None
    return Interpreter(path, done.stdout.strip()) if done.returncode == 0 else None


def environment(python: Interpreter) -> Path:
    """A virtual environment with the runtime's packages and chalice, as locked; made once."""
    folder = BUILD / f"python{python.version}"
    stamp, locks = folder / ".locks", _locks()
    if stamp.exists() and stamp.read_text() == locks:
        return folder
    _uv("venv", "--clear", "--python", python.path, folder)
    wanted = ("-r", ROOT / "requirements.txt", "chalice", "-c", ROOT / "requirements-dev.txt")
    _uv("pip", "install", "--python", folder / "bin" / "python", *wanted)
    stamp.write_text(locks)
    return folder


def _uv(*arguments: str | Path) -> None:
    command = [uv.find_uv_bin(), "--quiet", "--no-progress", *map(str, arguments)]
    subprocess.run(command, check=True)


def _locks() -> str:
    names = ("requirements.txt", "requirements-dev.txt")
    return "".join((ROOT / name).read_text(encoding="utf-8") for name in names)
