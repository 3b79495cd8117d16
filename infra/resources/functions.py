"""What chalice leaves open of the functions: their environment, their streams, their logs."""

import json

from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.job import Job, Kind
from infra.names import (
    API,
    ATTACHMENTS,
    EDGE,
    MAIL,
    Json,
    attribute,
    function_resource,
    ref,
    sub,
    table_resource,
)

LOG_DAYS = 90
STREAM_RETRIES = 5
STREAM_AGE_SECONDS = 3600
BATCH = 10
OURS: dict[str, Json] = {
    "aws.guardduty": {"s3ObjectDetails": {"bucketName": [ref(ATTACHMENTS)]}},
    "aws.ses": {"mail": {"tags": {"ses:configuration-set": [ref(MAIL)]}}},
}
"""Of each sender of events, those that concern this stage."""


def functions(*, with_vendor: bool) -> Json:
    """Additions to chalice's functions, and a mapping for each job that reads a stream."""
    environment = _environment(with_vendor)
    made: Json = {API: {"Properties": environment}, **_log_group(API)}
    for job in load_jobs():
        resource = function_resource(job.name)
        made |= {resource: {"Properties": environment | _events(job)}, **_log_group(resource)}
        if job.kind is Kind.STREAM:
            made[f"{resource}Stream"] = _stream(job)
    return made


def _environment(with_vendor: bool) -> Json:
    variables: dict[str, Json | str] = {
        "KONTOR_PUBLIC_URL": sub("https://${Domain}"),
        "KONTOR_BUCKET": ref(ATTACHMENTS),
        "KONTOR_SECRET_ID": ref("SecretParameter"),
        "KONTOR_SES_CONFIGURATION": ref(MAIL),
        "KONTOR_EDGE": EDGE,
    }
    if with_vendor:
        variables["KONTOR_VENDOR_FILE"] = "vendor.json"
    return {"Environment": {"Variables": variables}}


def _events(job: Job) -> Json:
    """A rule is narrowed down to what is ours, whose names the code can't know."""
    if job.kind is not Kind.RULE:
        return {}
    pattern = {**job.pattern, "detail": OURS[job.source]}
    event = function_resource(f"{job.name}-event")
    return {"Events": {event: {"Properties": {"Pattern": pattern}}}}


def _stream(job: Job) -> Json:
    mapping: Json = {
        "EventSourceArn": attribute(table_resource(job.source), "StreamArn"),
        "FunctionName": ref(function_resource(job.name)),
        "StartingPosition": "TRIM_HORIZON",
        "BatchSize": BATCH,
        "BisectBatchOnFunctionError": True,
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "MaximumRetryAttempts": STREAM_RETRIES,
        "MaximumRecordAgeInSeconds": STREAM_AGE_SECONDS,
    }
    if job.events:
        wanted = {"Pattern": json.dumps({"eventName": list(job.events)})}
        mapping["FilterCriteria"] = {"Filters": [wanted]}
    return {"Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping}


def _log_group(function: str) -> Json:
    """Chalice's own way of naming log groups misses the API's function."""
    properties = {"LogGroupName": sub(f"/aws/lambda/${{{function}}}"), "RetentionInDays": LOG_DAYS}
    return {f"{function}Logs": {"Type": "AWS::Logs::LogGroup", "Properties": properties}}
