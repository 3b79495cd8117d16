"""Everything that we claim about speed and cost, one after the other: `make bench`.

    python -m benchmarks [coldstart warm pages people users enumeration activation browser upload]

Ratios are taken within one run against a floor of that run; absolute times depend on the machine,
which should have nothing else to do.
"""

import subprocess
import sys

from local.stack import ROOT

COMMANDS = {
    "coldstart": ["benchmarks.coldstart"],
    "warm": ["benchmarks.warm"],
    "pages": ["benchmarks.requests_at_scale"],
    "people": ["benchmarks.people_at_scale"],
    "users": ["benchmarks.users_page"],
    "enumeration": ["benchmarks.enumeration"],
    "activation": ["benchmarks.activation"],
    "browser": ["benchmarks.browser_upload"],
    "imports": ["benchmarks.order_import"],
    "upload": ["benchmarks.upload", "--size", "4GiB", "--part", "32MiB", "--parallel", "4"],
}


def main(chosen: list[str]) -> int:
    """Run the named ones, or all; the exit code says whether each ran to its end."""
    if unknown := set(chosen) - COMMANDS.keys():
        print(f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(COMMANDS)}.")
        return 2
    failed = 0
    for name in chosen or COMMANDS:
        print(f"\n== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", *COMMANDS[name]], cwd=ROOT, check=False)
        failed += done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
