"""Runs the local S3 in a terminal: `python -m local.s3 --port 8001 --dir .state/s3`."""

import argparse
import json
import logging
import os
import signal
from pathlib import Path

from local.s3.server import serve
from local.s3.settings import CorsRule, Settings


def main() -> None:
    arguments = _read_arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    origins = arguments.cors_origin
    settings = Settings(
        directory=arguments.dir,
        credentials=_read_credentials(arguments.credentials),
        host=arguments.host,
        port=arguments.port,
        buckets=arguments.bucket,
        cors=[CorsRule(allowed_origins=origins)] if origins else [],
    )
    # Blocked before any thread starts, so that the signals reach sigwait and nobody else.
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with serve(settings) as server:
        print(server.url, flush=True)
        signal.sigwait(signals)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m local.s3", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8001, help="0 takes a free one")
    parser.add_argument("--dir", type=Path, required=True, help="where everything is kept")
    parser.add_argument("--bucket", action="append", default=[], help="made if missing")
    parser.add_argument("--cors-origin", action="append", default=[], help="for these buckets")
    parser.add_argument(
        "--credentials",
        type=Path,
        help="a JSON file {access key: secret}; without it the usual AWS_* variables are read",
    )
    arguments = parser.parse_args()
    if not arguments.credentials and not os.environ.get("AWS_SECRET_ACCESS_KEY"):
        parser.error("give --credentials, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
    return arguments


def _read_credentials(path: Path | None) -> dict[str, str]:
    if path is None:
        return {os.environ["AWS_ACCESS_KEY_ID"]: os.environ["AWS_SECRET_ACCESS_KEY"]}
    credentials: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return credentials


if __name__ == "__main__":
    main()
