"""Loads the invented vendor into the running stack: `python -m local.demo --licenses 20000`."""

import argparse
import os
import sys

from local.stack import Stack
from local.waiting import is_taken


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m local.demo", description=__doc__)
    parser.add_argument("--licenses", type=int, default=20_000, help="how many there are to be")
    parser.add_argument("--tickets", type=int, default=12, help="how many there are to be")
    asked = parser.parse_args()
    stack = Stack.of_environment()
    if not is_taken(stack.engine_port):
        print("The local stack isn't running: start it with `make run`, then ask again.")
        return 1
    os.environ |= stack.environment()
    # The product reads its environment when it is imported.
    from chalicelib.base import clock
    from local.clock import follow
    from local.demo.loading import Demo, load_demo

    follow(stack.clock_file)
    load_demo(Demo(stack.folder, asked.licenses, asked.tickets), clock.now())
    return 0


if __name__ == "__main__":
    sys.exit(main())
