"""Tests that share one stack run one after another: a group stays with one worker."""

import os
import subprocess
import sys
from pathlib import Path

from tests.tools.tree import plant

GROUP = """\
    import os

    import pytest

    @pytest.mark.xdist_group("stack")
    @pytest.mark.parametrize("number", range(6))
    def test_one(number: int, worker_id: str) -> None:
        with open("workers", "a") as seen:
            seen.write(f"{worker_id}\\n")
    """


def test_a_group_stays_with_one_worker(tmp_path: Path) -> None:
    plant(tmp_path, {"test_group.py": GROUP, "pytest.ini": "[pytest]\n"})
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", "-q"]
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, env=alone)
    assert done.returncode == 0, done.stdout.decode()
    workers = (tmp_path / "workers").read_text(encoding="utf-8").split()
    assert len(workers) == 6
    assert len(set(workers)) == 1
