"""Whose account it is: asked before anything is built."""

import os
import sys

from botocore.session import Session, get_session


class Refused(Exception):
    """Something is missing that only the person who deploys can bring."""


def signed_in_session() -> Session:
    """A session with credentials and a region; Refused without."""
    session = get_session()
    if session.get_credentials() is None:
        raise Refused(
            "There are no AWS credentials here, so nothing was built or sent. Set AWS_PROFILE, or "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, then try again."
        )
    if named := os.environ.get("AWS_REGION"):  # Lambda's name for it; botocore has another
        session.set_config_variable("region", named)
    if not session.get_config_variable("region"):
        raise Refused("Set AWS_REGION to the region that Kontor shall run in.")
    return session


if __name__ == "__main__":
    try:
        signed_in_session()
    except Refused as refusal:
        sys.exit(str(refusal))
