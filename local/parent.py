"""Makes a child process end with the one that started it, however that one ended.

The parent holds the other end of the child's standard input; when it is gone, even by kill -9,
the pipe ends and the child stops itself as if asked to.
"""

import os
import signal
import threading

_STANDARD_INPUT = 0
VARIABLE = "KONTOR_ENDS_WITH_PARENT"


def end_with_parent() -> None:
    """Does nothing where the process was started by hand."""
    if os.environ.get(VARIABLE):
        threading.Thread(target=_wait, name="parent", daemon=True).start()


def _wait() -> None:
    # Not through sys.stdin, whose lock this thread would still hold when Python shuts down.
    while os.read(_STANDARD_INPUT, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
