"""Runs the front server of the local stack: `python -m local.web`, configured by environment."""

import logging
import os
import signal

from local import clock
from local.parent import end_with_parent
from local.stack import ROOT, Stack


def main() -> None:
    stack = Stack.of_environment()
    end_with_parent()
    os.environ |= stack.environment()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    offset = clock.follow(stack.clock_file)

    # Imported here, because the product reads its environment when it is imported.
    from app import app
    from local.dev.pages import Developers
    from local.web.frontends import Frontends
    from local.web.gateway import BODY_BYTES, Gateway, too_large
    from local.web.server import Server
    from local.web.site import Site

    pages = Frontends(ROOT / "frontend" / "dist", stack.s3_url)
    developers = Developers(stack, offset)
    site = Site(Gateway(app).answer, developers.answer, pages.answer, stack.web_port)
    # Blocked before any thread starts, so that the signals reach sigwait and nobody else.
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with Server(stack.web_port, site.answer, BODY_BYTES, too_large()):
        signal.sigwait(signals)


if __name__ == "__main__":
    main()
