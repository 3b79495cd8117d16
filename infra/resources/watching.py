"""Mail's configuration, and who is told when something goes wrong."""

from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.job import Kind
from chalicelib.mail.delivery import PARKED
from infra.names import ALARMS, API, MAIL, Json, function_resource, ref, sub

PERIOD_SECONDS = 300
API_FAILURES = 5
STREAM_LAG_MS = 10 * 60 * 1000
SENDERS = ("MailSend", "MailSweep")


def mail() -> Json:
    """SES tells of mail that came back or was complained of, and keeps no list of its own.

    A second list would hold back what ours lets through (docs/decisions/0042).
    """
    properties = {
        "SuppressionOptions": {"SuppressedReasons": []},
        "ReputationOptions": {"ReputationMetricsEnabled": True},
        "DeliveryOptions": {"TlsPolicy": "REQUIRE"},
    }
    bus = sub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default")
    destination = {
        "Name": "feedback",
        "Enabled": True,
        "MatchingEventTypes": ["bounce", "complaint"],
        "EventBridgeDestination": {"EventBusArn": bus},
    }
    told = {"ConfigurationSetName": ref(MAIL), "EventDestination": destination}
    return {
        MAIL: {"Type": "AWS::SES::ConfigurationSet", "Properties": properties},
        f"{MAIL}Feedback": {
            "Type": "AWS::SES::ConfigurationSetEventDestination",
            "Properties": told,
        },
    }


def alarms() -> Json:
    """Few, each of which means that somebody has to look (docs/runbook.md)."""
    topic = {"Subscription": [{"Protocol": "email", "Endpoint": ref("AlarmEmail")}]}
    made: Json = {ALARMS: {"Type": "AWS::SNS::Topic", "Properties": topic}}
    for job in load_jobs():
        resource = function_resource(job.name)
        made[f"{resource}Failed"] = _of_function(resource, "Errors", 1)
        if job.kind is Kind.STREAM:
            made[f"{resource}Late"] = _of_function(
                resource, "IteratorAge", STREAM_LAG_MS, "Maximum"
            )
    made["ApiFailed"] = _alarm(
        "AWS/ApiGateway", "5XXError", API_FAILURES, [{"Name": "ApiName", "Value": "kontor"}]
    )
    made["ApiCrashed"] = _of_function(API, "Errors", 1)
    for sender in SENDERS:
        made[f"{sender}Parked"] = _parked_metric(sender)
    made["LetterParked"] = _alarm("Kontor", "LettersParked", 1, [])
    return made


def _of_function(function: str, metric: str, least: int, statistic: str = "Sum") -> Json:
    dimensions = [{"Name": "FunctionName", "Value": ref(function)}]
    return _alarm("AWS/Lambda", metric, least, dimensions, statistic)


def _alarm(
    namespace: str, metric: str, least: int, dimensions: list[Json], statistic: str = "Sum"
) -> Json:
    properties = {
        "Namespace": namespace,
        "MetricName": metric,
        "Dimensions": dimensions,
        "Statistic": statistic,
        "Period": PERIOD_SECONDS,
        "EvaluationPeriods": 1,
        "Threshold": least,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "TreatMissingData": "notBreaching",
        "AlarmActions": [ref(ALARMS)],
    }
    return {"Type": "AWS::CloudWatch::Alarm", "Properties": properties}


def _parked_metric(function: str) -> Json:
    metric = {"MetricNamespace": "Kontor", "MetricName": "LettersParked", "MetricValue": "1"}
    properties = {
        "LogGroupName": ref(f"{function}Logs"),
        "FilterPattern": f'{{ $.message = "{PARKED}" }}',
        "MetricTransformations": [metric],
    }
    return {"Type": "AWS::Logs::MetricFilter", "Properties": properties}
