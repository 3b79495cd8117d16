"""Garbage collection waits while a Lambda function loads.

Loading makes hundreds of thousands of objects that stay: to look through them again and again is a
tenth of a cold start, and to look through them later is wasted too, so they are set aside.
Importing this module begins the wait, in Lambda only; `resume` ends it.
"""

import gc
import os

_WAITS = "AWS_LAMBDA_FUNCTION_NAME" in os.environ


def wait() -> None:
    """Collect nothing from now on. To call it again changes nothing."""
    if _WAITS:
        gc.disable()


def resume() -> None:
    """Collect from now on what is made from now on. To call it again changes nothing."""
    if _WAITS and not gc.isenabled():
        gc.freeze()
        gc.enable()


wait()
