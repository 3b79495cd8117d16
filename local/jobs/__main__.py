"""Runs the jobs of the local stack: `python -m local.jobs`, configured by environment."""

import os
import signal

from local import clock
from local.parent import end_with_parent
from local.signed import Engine
from local.stack import ACCOUNT, REGION, Stack

EVERY_SECONDS = 10


def main() -> None:
    stack = Stack.of_environment()
    end_with_parent()
    os.environ |= stack.environment()
    clock.follow(stack.clock_file)

    # Imported here, because the product reads its environment when it is imported.
    from chalicelib.entry.all_jobs import load_jobs
    from local.jobs.control import Control
    from local.jobs.worker import Worker
    from local.web.gateway import BODY_BYTES, too_large
    from local.web.server import Server

    engine = Engine(stack.engine_url, ACCOUNT, stack.secret, REGION)
    every = float(os.environ.get("KONTOR_JOBS_EVERY", EVERY_SECONDS))
    worker = Worker(load_jobs(), engine, stack.parked_file, every)
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with Server(stack.jobs_port, Control(worker).answer, BODY_BYTES, too_large()):
        worker.start()
        signal.sigwait(signals)
        worker.stop()


if __name__ == "__main__":
    main()
