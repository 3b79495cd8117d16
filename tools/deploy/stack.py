"""The CloudFormation stack of a stage: what it is made of, and how a change comes into force."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError, WaiterError

Json = dict[str, Any]
Confirm = Callable[[list[str]], bool]

# Environment variable and template parameter.
PARAMETERS = {
    "KONTOR_DOMAIN": "Domain",
    "KONTOR_CERTIFICATE": "CertificateArn",
    "KONTOR_ALARM_EMAIL": "AlarmEmail",
    "KONTOR_SECRET_PARAMETER": "SecretParameter",
}
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
NOTHING_TO_DO = ("didn't contain changes", "No updates are to be performed")
NOT_MADE_YET = "REVIEW_IN_PROGRESS"


class MissingParameter(Exception):
    """A parameter that has neither a value in the environment, nor a former one, nor a default."""


def with_code_at(template: Json, uri: str) -> Json:
    """The template, its functions taking their code from the bucket."""
    placed: Json = json.loads(json.dumps(template))
    for resource in placed["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = uri
    return placed


def parameters(template: Json, given: Mapping[str, str], former: set[str]) -> list[Json]:
    """What each parameter is set to: the environment's value, else the former, else the default."""
    variables = {parameter: variable for variable, parameter in PARAMETERS.items()}
    chosen: list[Json] = []
    for name, declared in template["Parameters"].items():
        variable = variables.get(name, name)
        if variable in given:
            chosen.append({"ParameterKey": name, "ParameterValue": given[variable]})
        elif name in former:
            chosen.append({"ParameterKey": name, "UsePreviousValue": True})
        elif "Default" not in declared:
            message = f"{variable} is not set: {declared['Description']}"
            raise MissingParameter(message)
    return chosen


def find(cloudformation: Any, name: str) -> Json | None:
    """The stack as it is, or None when it was never made."""
    try:
        stack: Json = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError as error:
        if error.response["Error"]["Code"] == "ValidationError":
            return None
        raise
    return None if stack["StackStatus"] == NOT_MADE_YET else stack


def former_parameters(stack: Json | None) -> set[str]:
    """The parameters that an earlier deployment has set."""
    return {one["ParameterKey"] for one in (stack or {}).get("Parameters", [])}


def changes(change_set: Json) -> Iterator[str]:
    """One line per resource that a change set touches; what is lost says so."""
    for change in change_set.get("Changes", []):
        resource = change["ResourceChange"]
        replaced = resource.get("Replacement") == "True"
        what = "Replace" if replaced else resource["Action"]
        yield f"{what:<8} {resource['ResourceType']} {resource['LogicalResourceId']}"


def apply(
    cloudformation: Any, name: str, template_url: str, chosen: list[Json], confirm: Confirm
) -> bool:
    """Bring the stack to the template; False when nobody confirmed. No change is fine too."""
    kind = "UPDATE" if find(cloudformation, name) else "CREATE"
    made = cloudformation.create_change_set(
        StackName=name,
        ChangeSetName=f"deploy-{datetime.now(UTC):%Y%m%d-%H%M%S}",
        ChangeSetType=kind,
        TemplateURL=template_url,
        Parameters=chosen,
        Capabilities=CAPABILITIES,
    )
    change_set = _settled(cloudformation, made["Id"])
    if change_set["Status"] == "FAILED":
        cloudformation.delete_change_set(ChangeSetName=made["Id"])
        if any(words in change_set["StatusReason"] for words in NOTHING_TO_DO):
            return True
        raise RuntimeError(change_set["StatusReason"])
    if not confirm(list(changes(change_set))):
        cloudformation.delete_change_set(ChangeSetName=made["Id"])
        return False
    cloudformation.execute_change_set(ChangeSetName=made["Id"])
    cloudformation.get_waiter(f"stack_{kind.lower()}_complete").wait(StackName=name)
    return True


def _settled(cloudformation: Any, change_set: str) -> Json:
    """The change set once CloudFormation has worked it out."""
    with suppress(WaiterError):  # its status says why
        cloudformation.get_waiter("change_set_create_complete").wait(ChangeSetName=change_set)
    described: Json = cloudformation.describe_change_set(ChangeSetName=change_set)
    return described


def outputs(cloudformation: Any, name: str) -> dict[str, str]:
    """What the finished stack tells of itself."""
    stack = find(cloudformation, name) or {}
    return {one["OutputKey"]: one["OutputValue"] for one in stack.get("Outputs", [])}
