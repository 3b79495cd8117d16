"""One domain for everything: CloudFront before the two frontends' bucket and before the API."""

import json
from collections.abc import Mapping
from pathlib import Path

from chalicelib.entry.headers import EDGE_HEADER, HEADERS
from infra.names import ATTACHMENTS, EDGE, SITE, Json, attribute, ref, sub
from infra.resources.storage import closed_to_the_public

INFRA = Path(__file__).resolve().parent.parent
# AWS's own policies, by the ids that are the same in every account.
NOT_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
KEPT = {name: value for name, value in HEADERS.items() if name != "Cache-Control"}
FILES = f"https://${{{ATTACHMENTS}}}.s3.${{AWS::Region}}.amazonaws.com"


def site(api_stage: str) -> Json:
    """The portal at /, the console at /console/, the API at /api/."""
    return {
        SITE: _bucket(),
        "SiteReading": _reading(),
        "SiteAccess": _access(),
        "SiteHeaders": _page_headers(),
        "ApiHeaders": _headers("api", HEADERS),
        "KeptHeaders": _headers("kept", KEPT),
        "SitePaths": _paths(),
        "Site": {
            "Type": "AWS::CloudFront::Distribution",
            "Properties": {"DistributionConfig": _distribution(api_stage)},
        },
    }


def gateway_responses() -> Json:
    """API Gateway's own answers, as problem documents."""
    said: Json = json.loads((INFRA / "gateway-responses.json").read_text(encoding="utf-8"))
    return {name: _gateway_response(said[name]) for name in said if not name.startswith("_")}


def _gateway_response(problem: Json) -> Json:
    headers = {"Content-Type": "application/problem+json", **HEADERS}
    return {
        "statusCode": problem["status"],
        "responseTemplates": {"application/json": json.dumps(problem)},
        # A value stands in single quotes and can't hold any; CloudFront sets what is left out.
        "responseParameters": {
            f"gatewayresponse.header.{name}": f"'{value}'"
            for name, value in headers.items()
            if "'" not in value
        },
    }


def _bucket() -> Json:
    properties = {"PublicAccessBlockConfiguration": closed_to_the_public()}
    return {"Type": "AWS::S3::Bucket", "Properties": properties}


def _reading() -> Json:
    config = {
        "Name": sub("${AWS::StackName}-site"),
        "OriginAccessControlOriginType": "s3",
        "SigningBehavior": "always",
        "SigningProtocol": "sigv4",
    }
    properties = {"OriginAccessControlConfig": config}
    return {"Type": "AWS::CloudFront::OriginAccessControl", "Properties": properties}


def _access() -> Json:
    distribution = sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Site}")
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "cloudfront.amazonaws.com"},
        "Action": "s3:GetObject",
        "Resource": sub(f"${{{SITE}.Arn}}/*"),
        "Condition": {"StringEquals": {"AWS:SourceArn": distribution}},
    }
    document = {"Version": "2012-10-17", "Statement": [statement]}
    properties = {"Bucket": ref(SITE), "PolicyDocument": document}
    return {"Type": "AWS::S3::BucketPolicy", "Properties": properties}


def _page_headers() -> Json:
    said: Json = json.loads((INFRA / "headers.json").read_text(encoding="utf-8"))
    return _headers("pages", said["headers"])


def _headers(name: str, values: Mapping[str, str]) -> Json:
    """What CloudFront sets on every answer, whoever gave it."""
    items = [
        {"Header": header, "Value": _with_files(value), "Override": True}
        for header, value in values.items()
    ]
    config = {"Name": sub(f"${{AWS::StackName}}-{name}"), "CustomHeadersConfig": {"Items": items}}
    properties = {"ResponseHeadersPolicyConfig": config}
    return {"Type": "AWS::CloudFront::ResponseHeadersPolicy", "Properties": properties}


def _with_files(value: str) -> Json | str:
    return sub(value.replace("{files}", FILES)) if "{files}" in value else value


def _paths() -> Json:
    properties = {
        "Name": sub("${AWS::StackName}-paths"),
        "AutoPublish": True,
        "FunctionCode": (INFRA / "paths.js").read_text(encoding="utf-8"),
        "FunctionConfig": {
            "Comment": "A path without a file is a page",
            "Runtime": "cloudfront-js-2.0",
        },
    }
    return {"Type": "AWS::CloudFront::Function", "Properties": properties}


def _distribution(api_stage: str) -> Json:
    pages = {
        "Id": "pages",
        "DomainName": attribute(SITE, "RegionalDomainName"),
        "OriginAccessControlId": ref("SiteReading"),
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    api = {
        "Id": "api",
        "DomainName": sub("${RestAPI}.execute-api.${AWS::Region}.${AWS::URLSuffix}"),
        "OriginPath": f"/{api_stage}",
        "CustomOriginConfig": {
            "OriginProtocolPolicy": "https-only",
            "OriginSSLProtocols": ["TLSv1.2"],
        },
        "OriginCustomHeaders": [{"HeaderName": EDGE_HEADER, "HeaderValue": EDGE}],
    }
    return {
        "Enabled": True,
        "HttpVersion": "http2and3",
        "IPV6Enabled": True,
        "Aliases": [ref("Domain")],
        "ViewerCertificate": {
            "AcmCertificateArn": ref("CertificateArn"),
            "SslSupportMethod": "sni-only",
            "MinimumProtocolVersion": "TLSv1.2_2021",
        },
        "Origins": [pages, api],
        "DefaultCacheBehavior": _pages_behaviour(),
        "CacheBehaviors": [_kept_behaviour(), _api_behaviour()],
    }


def _pages_behaviour() -> Json:
    return {
        "TargetOriginId": "pages",
        "ViewerProtocolPolicy": "redirect-to-https",
        "Compress": True,
        "CachePolicyId": CACHED,
        "ResponseHeadersPolicyId": ref("SiteHeaders"),
        "FunctionAssociations": [
            {"EventType": "viewer-request", "FunctionARN": attribute("SitePaths", "FunctionARN")}
        ],
    }


def _kept_behaviour() -> Json:
    """What the API answers everybody alike, for as long as the answer itself says (LIC-11)."""
    return {
        "PathPattern": "/api/deny-list*",
        "TargetOriginId": "api",
        "ViewerProtocolPolicy": "https-only",
        "Compress": True,
        "CachePolicyId": CACHED,
        "ResponseHeadersPolicyId": ref("KeptHeaders"),
    }


def _api_behaviour() -> Json:
    return {
        "PathPattern": "/api/*",
        "TargetOriginId": "api",
        "ViewerProtocolPolicy": "https-only",
        "AllowedMethods": ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        "CachePolicyId": NOT_CACHED,
        "OriginRequestPolicyId": ALL_BUT_HOST,
        "ResponseHeadersPolicyId": ref("ApiHeaders"),
    }
