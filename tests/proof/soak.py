"""`make soak MINUTES=30`: lets the model test and the API's fuzzing walk on and on.

Each round draws its own seed. The first round that fails ends it, with the seed to run it again;
what failed in the model test is printed as a program for tests/proof/model/test_programs.py.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUITES = ("tests/proof/model/test_model.py", "tests/proof/fuzz")
ROUND = {"KONTOR_MODEL_EXAMPLES": "40", "KONTOR_FUZZ_EXAMPLES": "10"}


class TimeIsUp(Exception):
    """The minutes are over; the round under way ends with them."""


def main(arguments: list[str]) -> int:
    """Rounds until the time is up; answers pytest's exit code of the one that failed, or 0."""
    signal.signal(signal.SIGALRM, _end)
    signal.alarm(round(60 * float(arguments[0])))
    rounds = 0
    try:
        while True:
            seed = str(random.randrange(2**32))
            say(f"Round {rounds + 1}: KONTOR_SEED={seed}")
            if code := _walk(seed):
                say(f"Failed: KONTOR_SEED={seed} KONTOR_SHRINK=1 makes the model test's run short.")
                return code
            rounds += 1
    except TimeIsUp:
        say(f"{rounds} rounds, nothing found.")
        return 0


def _end(*_: object) -> None:
    raise TimeIsUp


def _walk(seed: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", *SUITES]
    environment = os.environ | ROUND | {"KONTOR_SEED": seed}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def say(line: str) -> None:
    """At once, between the lines of the rounds themselves."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
