"""What an answer says of its status is the same under every Python that the project runs on."""

import pytest

from chalicelib.entry.problems import phrase


@pytest.mark.parametrize(
    ("status", "named"),
    [(404, "Not Found"), (413, "Content Too Large"), (422, "Unprocessable Content")],
)
def test_a_status_is_called_what_rfc_9110_calls_it(status: int, named: str) -> None:
    assert phrase(status) == named
