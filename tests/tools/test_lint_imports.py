"""Who may import what: each rule is broken on purpose, and kept on purpose."""

from pathlib import Path

import pytest

from tests.tools.tree import broken


@pytest.mark.parametrize(
    "source",
    [
        "import boto3\n",
        "from botocore.auth import SigV4Auth\n",
        "def late() -> None:\n    import botocore.session\n",
    ],
)
def test_a_feature_cannot_import_the_cloud_library(tmp_path: Path, source: str) -> None:
    assert {rule.partition(":")[0] for rule in broken(tmp_path, TICKETS_STORE, source)} == {
        "cloud-import"
    }


def test_an_import_for_types_alone_counts_too(tmp_path: Path) -> None:
    source = """\
        from typing import TYPE_CHECKING

        if TYPE_CHECKING:
            import botocore
        """
    assert broken(tmp_path, TICKETS_STORE, source) == ["cloud-import:4"]


def test_aws_may_import_the_cloud_library(tmp_path: Path) -> None:
    assert broken(tmp_path, "chalicelib/aws/files.py", "import botocore\n") == []


def test_what_runs_on_our_own_machines_may_too(tmp_path: Path) -> None:
    assert broken(tmp_path, "local/engine.py", "import botocore\n") == []


@pytest.mark.parametrize("role", ["model", "rules", "schemas", "service", "store"])
def test_the_inside_of_a_feature_never_sees_the_framework(tmp_path: Path, role: str) -> None:
    found = broken(tmp_path, f"chalicelib/tickets/{role}.py", "import chalice\n")
    assert "framework-import:1" in found


@pytest.mark.parametrize(
    "path",
    [
        "app.py",
        "chalicelib/entry/http.py",
        "chalicelib/tickets/jobs.py",
        "chalicelib/tickets/routes.py",
        "chalicelib/tickets/routes/staff.py",
    ],
)
def test_entry_points_see_the_framework(tmp_path: Path, path: str) -> None:
    assert broken(tmp_path, path, "from chalice import Chalice\n") == []


@pytest.mark.parametrize(
    "statement",
    [
        "import chalicelib.tickets.store",
        "from chalicelib.licenses import store",
        "from chalicelib.tickets.service import open_ticket",
        "from pydantic import BaseModel",
        "import os",
        "from pathlib import Path",
        "import urllib.request",
        "from chalicelib.aws.settings import settings",
    ],
)
def test_rules_reach_for_nothing_outside(tmp_path: Path, statement: str) -> None:
    found = broken(tmp_path, "chalicelib/tickets/rules.py", statement + "\n")
    assert "pure-rules:1" in found


def test_rules_may_use_values_and_types(tmp_path: Path) -> None:
    source = """\
        import re
        from datetime import datetime, timedelta
        from pathlib import PurePosixPath
        from urllib.parse import urlsplit

        from chalicelib.base.errors import Conflict
        from chalicelib.tickets.model import Status
        """
    assert broken(tmp_path, "chalicelib/tickets/rules.py", source) == []


def test_base_stands_on_the_standard_library(tmp_path: Path) -> None:
    source = "import json\nimport pydantic\nfrom chalicelib.base import clock\n"
    assert broken(tmp_path, "chalicelib/base/texts.py", source) == ["base-import:2"]


def test_a_neighbours_rules_are_its_own(tmp_path: Path) -> None:
    source = "from chalicelib.licenses import rules\n"
    assert broken(tmp_path, "chalicelib/tickets/service.py", source) == ["neighbour-import:1"]


@pytest.mark.parametrize("feature", ["licenses", "tickets"])
@pytest.mark.parametrize("role", ["jobs", "routes"])
def test_entry_points_are_not_called_from_inside(tmp_path: Path, feature: str, role: str) -> None:
    source = f"from chalicelib.{feature}.{role} import remind\n"
    assert "role-order:1" in broken(tmp_path, "chalicelib/tickets/service.py", source)


def test_a_neighbours_service_store_and_shapes_are_open(tmp_path: Path) -> None:
    source = """\
        from chalicelib.licenses import service, store
        from chalicelib.licenses.model import License
        from chalicelib.licenses.schemas import Code
        from chalicelib.tickets import rules
        """
    assert broken(tmp_path, "chalicelib/tickets/service.py", source) == []


@pytest.mark.parametrize("role", ["routes", "service", "reminding"])
def test_a_role_looks_down_and_beside(tmp_path: Path, role: str) -> None:
    source = """\
        from chalicelib.tickets import closing, rules, store
        from chalicelib.tickets.errors import NotOpen
        """
    assert broken(tmp_path, f"chalicelib/tickets/{role}.py", source) == []


TICKETS_STORE = "chalicelib/tickets/store.py"
