"""Makes a child process end with the one that started it, however that one ended.

The parent holds the other end of the child's standard input; when it is gone, even by kill -9,
the pipe ends and the child stops itself as if asked to.
"""

import os
import signal
import sys
import threading

VARIABLE = "KONTOR_ENDS_WITH_PARENT"


def end_with_parent() -> None:
    """Does nothing where the process was started by hand."""
    if os.environ.get(VARIABLE):
        threading.Thread(target=_wait, name="parent", daemon=True).start()


def _wait() -> None:
    while sys.stdin.buffer.read(1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
