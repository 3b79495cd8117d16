"""The single steps that the package goes through, on small folders."""

import hashlib
import ssl
from pathlib import Path

import botocore
import pytest

from infra import interpreters
from infra.certificates import FINGERPRINTS, add_roots
from infra.interpreters import Interpreter, packaging_python
from infra.pruning import CUTS, CutMissed, prune
from infra.slimming import SERVICES, slim

LIBRARIES = Path(botocore.__file__).parent.parent


def _write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_models_of_other_services_and_what_only_tools_read_is_left_out(tmp_path: Path) -> None:
    kept = {
        "app.py",
        "botocore/data/endpoints.json",
        "botocore/data/s3/2006-03-01/service-2.json.gz",
        "thing-1.0.dist-info/METADATA",
    }
    _write(
        tmp_path, *kept, "botocore/data/ec2/2016-11-15/service-2.json.gz", "bin/tool",
        "botocore/data/s3/2006-03-01/examples-1.json", "thing/tests/test_thing.py",
        "thing/__pycache__/thing.cpython-310.pyc", "thing-1.0.dist-info/RECORD",
    )  # fmt: skip
    slim(tmp_path)
    assert _names(tmp_path) == kept


def test_every_service_that_is_kept_is_one_that_botocore_knows() -> None:
    assert {(LIBRARIES / "botocore" / "data" / name).is_dir() for name in SERVICES} == {True}


def test_every_cut_fits_the_libraries_as_they_are_locked(tmp_path: Path) -> None:
    for cut in CUTS:
        target = tmp_path / cut.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((LIBRARIES / cut.file).read_text(encoding="utf-8"), encoding="utf-8")
    prune(tmp_path)
    for cut in CUTS:
        compile((tmp_path / cut.file).read_text(encoding="utf-8"), cut.file, "exec")


def test_a_library_that_changed_is_not_cut_blindly(tmp_path: Path) -> None:
    for cut in CUTS:
        _write(tmp_path, cut.file)
    with pytest.raises(CutMissed):
        prune(tmp_path)


def test_the_roots_are_those_that_aws_names(tmp_path: Path) -> None:
    (tmp_path / "botocore").mkdir()
    bundle = (LIBRARIES / "botocore" / "cacert.pem").read_text(encoding="utf-8")
    (tmp_path / "botocore" / "cacert.pem").write_text(bundle, encoding="utf-8")
    (tmp_path / "chalicelib" / "aws").mkdir(parents=True)
    add_roots(tmp_path)
    (made,) = (tmp_path / "chalicelib" / "aws").iterdir()
    trusted = ssl.create_default_context(cafile=made).get_ca_certs(binary_form=True)
    assert {hashlib.sha256(root).hexdigest() for root in trusted} == FINGERPRINTS.keys()


@pytest.mark.parametrize(
    ("there", "chosen"),
    [(["3.11", "3.13", "3.12"], "3.13"), (["3.11", "3.12"], "3.12"), (["3.11", "3.14"], "3.11")],
)
def test_it_is_made_for_3_13_or_for_the_newest_that_is_there(
    monkeypatch: pytest.MonkeyPatch, there: list[str], chosen: str
) -> None:
    found = {f"/bin/{version}": Interpreter(f"/bin/{version}", version) for version in there}
    monkeypatch.delenv("KONTOR_PACKAGE_PYTHON", raising=False)
    monkeypatch.setattr(interpreters, "_candidates", lambda: iter(found))
    monkeypatch.setattr(interpreters, "_asked", found.get)
    assert packaging_python().version == chosen
