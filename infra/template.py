"""Everything in the cloud account beside what chalice makes: merged into its template."""

import json
from pathlib import Path
from typing import Any

from infra.names import ATTACHMENTS, SITE, Json, attribute, ref
from infra.resources.functions import functions
from infra.resources.site import gateway_responses, site
from infra.resources.storage import storage
from infra.resources.watching import alarms, mail

CONFIG = Path(__file__).resolve().parent.parent / ".chalice" / "config.json"
THROTTLING = {"ThrottlingRateLimit": 200, "ThrottlingBurstLimit": 400}


def stage_settings(stage: str) -> tuple[Json, dict[str, str]]:
    """A stage of .chalice/config.json, and the environment its functions share."""
    config: Json = json.loads(CONFIG.read_text(encoding="utf-8"))
    chosen: Json = config["stages"][stage]
    shared: dict[str, Any] = config["environment_variables"]
    return chosen, shared | chosen["environment_variables"]


def template(stage: str, *, with_vendor: bool = True) -> Json:
    """The parameters, resources and outputs of a stage; `with_vendor`: vendor.json is packed."""
    chosen, environment = stage_settings(stage)
    api_stage = chosen["api_gateway_stage"]
    return {
        "Parameters": _parameters(stage),
        "Resources": {
            **storage(stage, environment["KONTOR_TABLE_PREFIX"]),
            **functions(with_vendor=with_vendor),
            **mail(),
            **alarms(),
            **site(api_stage),
            "RestAPI": {"Properties": _api()},
        },
        "Outputs": _outputs(),
    }


def _parameters(stage: str) -> Json:
    texts = {
        "Domain": "The portal's host name, as portal.example.com",
        "CertificateArn": "The domain's certificate, in us-east-1 for CloudFront",
        "AlarmEmail": "Who is told when something fails",
    }
    parameters: Json = {
        name: {"Type": "String", "Description": said} for name, said in texts.items()
    }
    parameters["SecretParameter"] = {
        "Type": "String",
        "Default": f"/kontor/{stage}/secrets",
        "Description": "SecureString parameter that holds the secrets as JSON",
    }
    return parameters


def _api() -> Json:
    throttled = {"HttpMethod": "*", "ResourcePath": "/*", **THROTTLING}
    return {
        "Name": "kontor",
        "MethodSettings": [throttled],
        "DefinitionBody": {"x-amazon-apigateway-gateway-responses": gateway_responses()},
    }


def _outputs() -> Json:
    return {
        "SiteBucketName": {"Value": ref(SITE)},
        "SiteId": {"Value": ref("Site")},
        "SiteDomain": {"Value": attribute("Site", "DomainName")},
        "AttachmentsBucketName": {"Value": ref(ATTACHMENTS)},
    }
