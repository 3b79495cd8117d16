"""What is in the package, and that nothing but content makes a difference to it."""

import json
import shutil
from pathlib import Path

import pytest

from chalicelib.aws.connections import ROOTS
from infra.interpreters import packaging_python
from infra.package import Package
from infra.zipping import IN_LAMBDA, compile_all, write_zip

pytestmark = [pytest.mark.package, pytest.mark.xdist_group("package")]
MOST_BYTES = 70 * 1024 * 1024
UNCHECKED_HASH = b"\x01\x00\x00\x00"


def _byte_code(module: Path, python: str) -> Path:
    tag = f"cpython-{python.replace('.', '')}"
    return module.parent / "__pycache__" / f"{module.stem}.{tag}.pyc"


def test_every_module_has_byte_code_that_nobody_checks(package: Package) -> None:
    python = packaging_python().version
    modules = list(package.unpacked.rglob("*.py"))
    assert len(modules) > 500
    for module in modules:
        compiled = _byte_code(module, python)
        assert compiled.read_bytes()[4:8] == UNCHECKED_HASH, module


def test_tracebacks_name_the_files_as_they_lie_in_lambda(package: Package) -> None:
    compiled = _byte_code(package.unpacked / "app.py", packaging_python().version)
    assert f"{IN_LAMBDA}/app.py".encode() in compiled.read_bytes()


def test_the_template_runs_the_python_that_the_byte_code_is_for(package: Package) -> None:
    resources = json.loads(package.template.read_text())["Resources"].values()
    functions = [r["Properties"] for r in resources if r["Type"] == "AWS::Serverless::Function"]
    runtimes = {function["Runtime"] for function in functions}
    assert runtimes == {f"python{packaging_python().version}"}


def test_it_trusts_aws_by_its_own_roots(package: Package) -> None:
    assert (package.unpacked / "chalicelib" / "aws" / ROOTS.name).exists()


def test_it_stays_small(package: Package) -> None:
    """Lambda unpacks it at a cold start, and takes no more than 250 MB."""
    assert sum(file.stat().st_size for file in package.unpacked.rglob("*")) < MOST_BYTES


def test_it_holds_nobodys_secrets_and_no_tools(package: Package) -> None:
    names = {path.name for path in package.unpacked.iterdir()}
    assert {"app.py", "chalicelib", "chalice"} <= names
    assert not names & {"boto3", "tests", "local", "infra", "pip", "secrets.json", ".env"}


def test_the_same_content_makes_the_same_zip(package: Package, tmp_path: Path) -> None:
    python = package.python
    made = []
    for name in ("one", "two"):
        copy = tmp_path / name
        shutil.copytree(
            package.unpacked / "chalicelib", copy / "chalicelib",
            ignore=shutil.ignore_patterns("__pycache__"),
        )  # fmt: skip
        compile_all(copy, python)
        write_zip(copy, tmp_path / f"{name}.zip")
        made.append((tmp_path / f"{name}.zip").read_bytes())
    assert made[0] == made[1]
