"""The layer contracts know every feature that there is."""

import tomllib
from pathlib import Path

from tools.lint.module import NO_FEATURES

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_feature_keeps_the_order_inside() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {one["id"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    folders = {file.parent.name for file in (ROOT / "chalicelib").glob("*/__init__.py")}
    features = {f"chalicelib.{name}" for name in folders - NO_FEATURES}
    assert features == set(contracts["roles"]["containers"])
