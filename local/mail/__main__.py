"""Runs the mail sink in a terminal: `python -m local.mail --port 8025 --dir .state/mails`."""

import argparse
import logging
import signal
from pathlib import Path

from local.mail.sink import Sink
from local.parent import end_with_parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m local.mail", description=__doc__)
    parser.add_argument("--port", type=int, default=8025)
    parser.add_argument("--dir", type=Path, required=True, help="where the mails are kept")
    arguments = parser.parse_args()
    end_with_parent()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    # Blocked before any thread starts, so that the signals reach sigwait and nobody else.
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with Sink(arguments.dir, arguments.port):
        print(f"mail to 127.0.0.1:{arguments.port} goes to {arguments.dir}", flush=True)
        signal.sigwait(signals)


if __name__ == "__main__":
    main()
