"""What everybody may know before signing in."""

import pytest

from tests.client import Client

pytestmark = pytest.mark.usefixtures("cloud")


def test_the_configuration_is_open_to_anyone() -> None:
    """ACC-8, REQ-4."""
    answer = Client().get("/api/config")
    assert answer.status == 200
    config = answer.json
    assert config["languages"] == ["en", "de"]
    assert config["limits"]["files_per_message"] == 3
    assert config["limits"]["file_bytes"] == 4 * 1024**3
    assert config["days"] == {"link": 7, "first_notice": 30, "last_notice": 7, "objection": 7}
    assert config["categories"] == ["technical"]
    assert config["password"] == {"min_length": 8, "max_length": 256}
    assert {"name", "logo_url", "support_email", "website", "colours"} == set(config["vendor"])
    assert set(config["terms"]) == set(config["privacy"]) == {"version", "url"}
