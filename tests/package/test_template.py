"""What is asked of the cloud account, before chalice adds its own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.headers import EDGE_HEADER, HEADERS
from chalicelib.entry.job import Kind
from infra.names import function_resource, table_resource
from infra.tables import tables
from infra.template import CONFIG, template

FUNCTIONS: dict[str, dict[str, Any]] = json.loads(CONFIG.read_text())["lambda_functions"]
TEMPLATE = template("prod")
RESOURCES: dict[str, dict[str, Any]] = TEMPLATE["Resources"]
GATEWAY_RESPONSES = "x-amazon-apigateway-gateway-responses"
# Actions for which AWS knows no narrower resource.
ANYWHERE = {"dynamodb:ListStreams", "ses:SendRawEmail"}


def _policies() -> list[Path]:
    return sorted(CONFIG.parent.glob("policy-*.json"))


def _statements(policy: Path) -> list[dict[str, Any]]:
    return list(json.loads(policy.read_text())["Statement"])


def test_each_function_has_a_policy_of_its_own_and_there_is_none_too_many() -> None:
    jobs = {job.name for job in load_jobs()}
    assert FUNCTIONS.keys() == jobs | {"api_handler"}
    named = [settings["iam_policy_file"] for settings in FUNCTIONS.values()]
    assert sorted(named) == [policy.name for policy in _policies()]


@pytest.mark.parametrize("policy", _policies(), ids=lambda policy: policy.stem)
def test_a_policy_names_what_it_allows(policy: Path) -> None:
    """No function may do everything to something, nor something to everything."""
    for statement in _statements(policy):
        assert not [action for action in statement["Action"] if "*" in action]
        if statement["Resource"] == "*":
            assert set(statement["Action"]) <= ANYWHERE


@pytest.mark.parametrize("policy", _policies(), ids=lambda policy: policy.stem)
def test_a_policy_speaks_of_resources_that_there_are(policy: Path) -> None:
    text = json.dumps(_statements(policy))
    used = set(re.findall(r"\$\{(\w+)(?:\.\w+)?\}", text)) | set(
        re.findall(r'"Fn::GetAtt": \["(\w+)"', text)
    )
    assert used <= RESOURCES.keys() | TEMPLATE["Parameters"].keys()
    indexes = {
        f"{table_resource(table.name)}.Arn}}/index/{index['IndexName']}"
        for table in tables()
        for index in table.definition.get("GlobalSecondaryIndexes", ())
    }
    for index in re.findall(r"\$\{(\w+\.Arn\}/index/\w+)", text):
        assert index in indexes


def test_the_tables_are_those_of_the_models_and_outlive_the_stack() -> None:
    for table in tables():
        made = RESOURCES[table_resource(table.name)]
        kept = {"TableName", "StreamSpecification"}
        asked = {n: v for n, v in table.definition.items() if n not in kept}
        assert asked.items() <= made["Properties"].items()
        assert made["DeletionPolicy"] == "Retain"
        streams = "StreamSpecification" in table.definition
        assert streams == ("StreamSpecification" in made["Properties"])


def test_the_audit_log_can_only_be_added_to() -> None:
    """STF-12: no function may change or remove an entry, and nobody else may either."""
    spoilers = {f"dynamodb:{verb}" for verb in ("BatchWriteItem", "DeleteItem", "UpdateItem")}
    for policy in _policies():
        for statement in _statements(policy):
            if "AuditTable" in json.dumps(statement["Resource"]):
                assert not spoilers & set(statement["Action"]), policy.name
    audit = RESOURCES["AuditTable"]["Properties"]
    (denied,) = audit["ResourcePolicy"]["PolicyDocument"]["Statement"]
    assert denied["Effect"] == "Deny"
    assert spoilers <= set(denied["Action"])
    assert denied["Resource"]["Fn::Sub"].endswith(f":table/{audit['TableName']}")


def test_mail_tells_what_became_of_it_and_keeps_no_list_of_its_own() -> None:
    """NOT-3: of this stage's mail alone."""
    kept = RESOURCES["MailConfiguration"]["Properties"]["SuppressionOptions"]
    assert kept == {"SuppressedReasons": []}
    told = RESOURCES["MailConfigurationFeedback"]["Properties"]["EventDestination"]
    assert told["MatchingEventTypes"] == ["bounce", "complaint"]
    events = RESOURCES["MailNoteFeedback"]["Properties"]["Events"]
    (event,) = events.values()
    tags = event["Properties"]["Pattern"]["detail"]["mail"]["tags"]
    assert tags == {"ses:configuration-set": [{"Ref": "MailConfiguration"}]}


def test_every_job_that_reads_a_stream_is_fed_by_it() -> None:
    """NOT-2"""
    jobs = [job for job in load_jobs() if job.kind is Kind.STREAM]
    assert jobs
    for job in jobs:
        mapping = RESOURCES[f"{function_resource(job.name)}Stream"]["Properties"]
        assert mapping["EventSourceArn"] == {
            "Fn::GetAtt": [table_resource(job.source), "StreamArn"]
        }
        assert "StreamSpecification" in RESOURCES[table_resource(job.source)]["Properties"]
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        pattern = json.loads(mapping["FilterCriteria"]["Filters"][0]["Pattern"])
        assert pattern == {"eventName": list(job.events)}


def test_the_attachments_bucket_is_private_and_forgets_unfinished_uploads() -> None:
    """REQ-4"""
    bucket = RESOURCES["AttachmentsBucket"]["Properties"]
    assert all(bucket["PublicAccessBlockConfiguration"].values())
    (rule,) = bucket["LifecycleConfiguration"]["Rules"]
    assert rule["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 1}
    (cors,) = bucket["CorsConfiguration"]["CorsRules"]
    assert cors["AllowedMethods"] == ["PUT"]
    assert "ETag" in cors["ExposedHeaders"]


def test_the_deny_list_may_be_kept_on_the_way_and_nothing_else() -> None:
    """LIC-11: its own answer says for how long."""
    config = RESOURCES["KeptHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    names = {item["Header"] for item in config["CustomHeadersConfig"]["Items"]}
    assert names == HEADERS.keys() - {"Cache-Control"}
    kept, rest = RESOURCES["Site"]["Properties"]["DistributionConfig"]["CacheBehaviors"]
    assert (kept["PathPattern"], rest["PathPattern"]) == ("/api/deny-list*", "/api/*")
    assert kept["CachePolicyId"] != rest["CachePolicyId"]


def test_every_answer_of_the_api_carries_the_security_headers_whoever_gives_it() -> None:
    """What API Gateway says by itself, and what CloudFront does."""
    config = RESOURCES["ApiHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    items = config["CustomHeadersConfig"]["Items"]
    assert {item["Header"]: item["Value"] for item in items} == HEADERS
    distribution = RESOURCES["Site"]["Properties"]["DistributionConfig"]
    kept, behaviour = distribution["CacheBehaviors"]
    assert behaviour["ResponseHeadersPolicyId"] == {"Ref": "ApiHeaders"}
    assert kept["ResponseHeadersPolicyId"] == {"Ref": "KeptHeaders"}
    answers = RESOURCES["RestAPI"]["Properties"]["DefinitionBody"][GATEWAY_RESPONSES]
    assert {"DEFAULT_4XX", "DEFAULT_5XX"} <= answers.keys()
    for answer in answers.values():
        given = answer["responseParameters"]
        assert given["gatewayresponse.header.Strict-Transport-Security"].startswith("'max-age=")
        assert not [value for value in given.values() if "'" in value[1:-1]]


def test_the_api_knows_what_came_through_cloudfront() -> None:
    """ACC-5: only then the forwarded address of the caller is believed."""
    (api,) = (
        origin
        for origin in RESOURCES["Site"]["Properties"]["DistributionConfig"]["Origins"]
        if origin["Id"] == "api"
    )
    (header,) = api["OriginCustomHeaders"]
    environment = RESOURCES["APIHandler"]["Properties"]["Environment"]["Variables"]
    assert header == {"HeaderName": EDGE_HEADER, "HeaderValue": environment["KONTOR_EDGE"]}


def test_the_parts_that_refer_to_each_other_are_there() -> None:
    text = json.dumps(TEMPLATE)
    chalice_makes = {"RestAPI"}
    used = set(re.findall(r'"(?:Ref|Fn::GetAtt)": \[?"(\w+)"', text))
    assert used <= RESOURCES.keys() | TEMPLATE["Parameters"].keys() | chalice_makes
