"""Time, chance and the terminal enter at the edge."""

from pathlib import Path

import pytest

from tests.tools.tree import broken

SERVICE = "chalicelib/tickets/service.py"


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\nNOW = datetime.now()\n",
        "import datetime\nNOW = datetime.datetime.utcnow()\n",
        "import datetime as dt\nTODAY = dt.date.today()\n",
        "from datetime import datetime as when\nread = when.now\n",
        "import time\nNOW = time.time()\n",
        "import time\nNOW = time.time_ns()\n",
    ],
)
def test_time_is_read_in_one_place(tmp_path: Path, source: str) -> None:
    assert broken(tmp_path, SERVICE, source) == ["time:2"]


def test_importing_the_function_itself_is_no_way_round(tmp_path: Path) -> None:
    assert broken(tmp_path, SERVICE, "from time import time\n") == ["time:1"]


def test_the_clock_reads_the_time(tmp_path: Path) -> None:
    source = "from datetime import UTC, datetime\nNOW = datetime.now(UTC)\n"
    assert broken(tmp_path, "chalicelib/base/clock.py", source) == []


def test_durations_may_be_measured(tmp_path: Path) -> None:
    source = "import time\nBEGAN = time.monotonic()\n"
    assert broken(tmp_path, "chalicelib/aws/dynamo.py", source) == []


@pytest.mark.parametrize("reading", ["now", "machine_now"])
def test_a_service_is_handed_the_time(tmp_path: Path, reading: str) -> None:
    source = f"from chalicelib.base import clock\n\nNOW = clock.{reading}()\n"
    assert broken(tmp_path, SERVICE, source) == ["now:3"]


@pytest.mark.parametrize("path", ["chalicelib/tickets/jobs.py", "chalicelib/entry/serve.py"])
def test_an_entry_point_reads_the_clock(tmp_path: Path, path: str) -> None:
    assert broken(tmp_path, path, "from chalicelib.base import clock\n\nNOW = clock.now()\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "import os\nSALT = os.urandom(8)\n",
        "import uuid\nID = uuid.uuid4()\n",
        "import pyotp\nSECRET = pyotp.random_base32()\n",
    ],
)
def test_chance_is_drawn_in_one_place(tmp_path: Path, source: str) -> None:
    assert broken(tmp_path, SERVICE, source) == ["chance:2"]


@pytest.mark.parametrize("module", ["random", "secrets"])
def test_the_modules_of_chance_are_not_imported(tmp_path: Path, module: str) -> None:
    assert broken(tmp_path, SERVICE, f"import {module}\n") == ["chance:1"]


@pytest.mark.parametrize("path", ["chalicelib/base/ids.py", "chalicelib/aws/dynamo.py"])
def test_ids_and_protocols_draw_chance(tmp_path: Path, path: str) -> None:
    assert broken(tmp_path, path, "import secrets\nID = secrets.token_hex()\n") == []


def test_reading_an_id_is_no_chance(tmp_path: Path) -> None:
    assert broken(tmp_path, SERVICE, "import uuid\nID = uuid.UUID(int=0)\n") == []


def test_nothing_is_printed_in_the_cloud(tmp_path: Path) -> None:
    assert broken(tmp_path, SERVICE, "print('here')\n") == ["print:1"]


def test_a_program_of_ours_may_print(tmp_path: Path) -> None:
    assert broken(tmp_path, "tools/openapi.py", "print('here')\n") == []
