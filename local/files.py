"""Runs the attachments' S3 of the local stack: `python -m local.files`; objects go to a scan."""

import logging
import os
import signal

from local.jobs import client
from local.parent import end_with_parent
from local.s3.server import serve
from local.s3.settings import CorsRule, Settings
from local.stack import ACCOUNT, Stack


def main() -> None:
    stack = Stack.of_environment()
    end_with_parent()
    os.environ |= stack.environment()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")

    # Imported here, because the product reads its environment when it is imported.
    from chalicelib.aws.settings import settings

    def announce(bucket: str, key: str, _size: int, etag: str) -> None:
        client.announce(stack.jobs_port, bucket, key, etag)

    files = Settings(
        directory=stack.folder / "s3",
        credentials={ACCOUNT: stack.secret},
        port=stack.s3_port,
        buckets=[settings().bucket],
        cors=[CorsRule(allowed_origins=[stack.public_url])],
        on_object_created=announce,
    )
    # Blocked before any thread starts, so that the signals reach sigwait and nobody else.
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with serve(files):
        signal.sigwait(signals)


if __name__ == "__main__":
    main()
