"""Names in the template: of parameters, and of resources that others refer to."""

from typing import Any

from chalice.utils import to_cfn_resource_name

Json = dict[str, Any]

ATTACHMENTS = "AttachmentsBucket"
SITE = "SiteBucket"
MAIL = "MailConfiguration"
ALARMS = "AlarmTopic"
API = "APIHandler"
# What CloudFront shows the API: it ends in random digits that only the account's people see.
EDGE: Json = {"Ref": "AWS::StackId"}


def ref(name: str) -> Json:
    """A parameter's value, or a resource's name."""
    return {"Ref": name}


def attribute(resource: str, name: str) -> Json:
    """An attribute of a resource."""
    return {"Fn::GetAtt": [resource, name]}


def sub(text: str) -> Json:
    """A text with `${…}` places."""
    return {"Fn::Sub": text}


def table_resource(name: str) -> str:
    """The resource of a table, by its short name."""
    return f"{to_cfn_resource_name(name)}Table"


def function_resource(job: str) -> str:
    """The resource that chalice makes of a job, by the job's name."""
    return str(to_cfn_resource_name(job))
