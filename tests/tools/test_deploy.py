"""What a deployment sends, and what it refuses to begin."""

from pathlib import Path
from typing import Any

import pytest

from tests.tools.tree import plant
from tools.deploy.account import Refused, signed_in_session
from tools.deploy.site import site_files
from tools.deploy.stack import MissingParameter, changes, parameters, with_code_at

TEMPLATE: dict[str, Any] = {
    "Parameters": {
        "Domain": {"Type": "String", "Description": "The portal's host name"},
        "SecretParameter": {"Type": "String", "Default": "/kontor/prod/secrets"},
    },
    "Resources": {
        "Api": {
            "Type": "AWS::Serverless::Function",
            "Properties": {"CodeUri": "./deployment.zip"},
        },
        "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {}},
    },
}


def test_every_function_takes_its_code_from_the_bucket() -> None:
    placed = with_code_at(TEMPLATE, "s3://bucket/code.zip")
    assert placed["Resources"]["Api"]["Properties"] == {"CodeUri": "s3://bucket/code.zip"}
    assert placed["Resources"]["Table"] == TEMPLATE["Resources"]["Table"]
    assert TEMPLATE["Resources"]["Api"]["Properties"]["CodeUri"] == "./deployment.zip"


def test_the_first_time_each_parameter_without_default_must_be_named() -> None:
    with pytest.raises(MissingParameter, match="KONTOR_DOMAIN"):
        parameters(TEMPLATE, {}, set())


def test_later_what_is_not_named_stays() -> None:
    assert parameters(TEMPLATE, {"KONTOR_SECRET_PARAMETER": "/x"}, {"Domain"}) == [
        {"ParameterKey": "Domain", "UsePreviousValue": True},
        {"ParameterKey": "SecretParameter", "ParameterValue": "/x"},
    ]


def test_a_default_is_left_to_the_template() -> None:
    assert parameters(TEMPLATE, {"KONTOR_DOMAIN": "portal.example.com"}, set()) == [
        {"ParameterKey": "Domain", "ParameterValue": "portal.example.com"}
    ]


def test_a_replacement_is_called_one() -> None:
    resource = {"ResourceType": "AWS::DynamoDB::Table", "LogicalResourceId": "Tickets"}
    modified = {**resource, "Action": "Modify", "Replacement": "True"}
    removed = {**resource, "Action": "Remove"}
    change_set = {"Changes": [{"ResourceChange": modified}, {"ResourceChange": removed}]}
    assert [line.split()[0] for line in changes(change_set)] == ["Replace", "Remove"]


def test_assets_go_first_and_pages_are_asked_for_anew(tmp_path: Path) -> None:
    made = ("portal/index.html", "portal/assets/a-1.js", "portal/.vite/manifest.json")
    plant(tmp_path, dict.fromkeys((*made, "console/index.html", "console/assets/b-2.css"), "x"))
    files = site_files(tmp_path)
    assert [file.key for file in files] == [
        "assets/a-1.js",
        "console/assets/b-2.css",
        "console/index.html",
        "index.html",
    ]
    assert [file.kind for file in files] == [
        "text/javascript",
        "text/css",
        "text/html",
        "text/html",
    ]
    assert ["immutable" in file.cache for file in files] == [True, True, False, False]


@pytest.fixture
def _stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell that knows no AWS account."""
    for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "PROFILE", "REGION", "DEFAULT_REGION"):
        monkeypatch.delenv(f"AWS_{name}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.mark.usefixtures("_stranger")
def test_without_credentials_nothing_begins() -> None:
    with pytest.raises(Refused, match="no AWS credentials"):
        signed_in_session()


@pytest.mark.usefixtures("_stranger")
def test_nor_without_a_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "example")
    with pytest.raises(Refused, match="AWS_REGION"):
        signed_in_session()
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    assert signed_in_session().get_config_variable("region") == "eu-central-1"
