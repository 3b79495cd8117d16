"""The tables, and the bucket of the attachments with its malware scan."""

from infra.names import ATTACHMENTS, Json, ref, sub, table_resource
from infra.tables import Table, tables

# Nobody's data goes away with a stack that is removed or rebuilt.
KEPT = {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"}
ABORT_DAYS = 1
AUDIT = "audit"


def storage(stage: str, prefix: str) -> Json:
    """Tables are named by the stage's prefix, the bucket by stage and account."""
    made: Json = {table_resource(table.name): _table(table, prefix) for table in tables()}
    return made | {ATTACHMENTS: _bucket(stage), "ScanRole": _scan_role(), "Scan": _scan()}


def _table(table: Table, prefix: str) -> Json:
    properties: Json = {
        **table.definition,
        "TableName": prefix + table.name,
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        "DeletionProtectionEnabled": True,
    }
    if stream := properties.pop("StreamSpecification", None):
        properties["StreamSpecification"] = {"StreamViewType": stream["StreamViewType"]}
    if table.name == AUDIT:
        properties["ResourcePolicy"] = {"PolicyDocument": _written_once(prefix + table.name)}
    if table.expires_by:
        expiry = {"AttributeName": table.expires_by, "Enabled": True}
        properties["TimeToLiveSpecification"] = expiry
    return {"Type": "AWS::DynamoDB::Table", **KEPT, "Properties": properties}


def _written_once(name: str) -> Json:
    """Nobody changes or removes what stands in a table, whatever else they may (STF-12)."""
    place = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/"
    verbs = ("BatchWriteItem", "DeleteItem", "PartiQLDelete", "PartiQLUpdate", "UpdateItem")
    denied = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": [f"dynamodb:{verb}" for verb in verbs],
        "Resource": sub(place + name),
    }
    return {"Version": "2012-10-17", "Statement": [denied]}


def _bucket(stage: str) -> Json:
    rules = [
        {
            "AllowedOrigins": [sub("https://${Domain}")],
            "AllowedMethods": ["PUT"],
            "AllowedHeaders": ["content-type", "x-amz-checksum-*"],
            "ExposedHeaders": ["ETag", "x-amz-checksum-sha256"],
            "MaxAge": 3000,
        }
    ]
    abort = {
        "Id": "unfinished-uploads",
        "Status": "Enabled",
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": ABORT_DAYS},
    }
    return {
        "Type": "AWS::S3::Bucket",
        **KEPT,
        "Properties": {
            "BucketName": sub(f"kontor-{stage}-attachments-${{AWS::AccountId}}"),
            "PublicAccessBlockConfiguration": closed_to_the_public(),
            "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
            "CorsConfiguration": {"CorsRules": rules},
            "LifecycleConfiguration": {"Rules": [abort]},
            "NotificationConfiguration": {"EventBridgeConfiguration": {"EventBridgeEnabled": True}},
        },
    }


def closed_to_the_public() -> Json:
    """No object of a bucket is ever public."""
    names = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
    return dict.fromkeys(names, True)


def _scan() -> Json:
    return {
        "Type": "AWS::GuardDuty::MalwareProtectionPlan",
        "Properties": {
            "Role": {"Fn::GetAtt": ["ScanRole", "Arn"]},
            "ProtectedResource": {"S3Bucket": {"BucketName": ref(ATTACHMENTS)}},
        },
    }


def _scan_role() -> Json:
    """What GuardDuty asks for to read new objects; it writes nothing into them."""
    bucket = sub(f"${{{ATTACHMENTS}.Arn}}")
    objects = sub(f"${{{ATTACHMENTS}.Arn}}/*")
    rules = sub(
        "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/"
        "DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*"
    )
    managed = {
        "StringEquals": {"events:ManagedBy": "malware-protection-plan.guardduty.amazonaws.com"}
    }
    statements = [
        _allow(["s3:GetObject", "s3:GetObjectVersion"], objects),
        _allow(["s3:ListBucket", "s3:GetBucketNotification", "s3:PutBucketNotification"], bucket),
        _allow(
            ["s3:PutObject"],
            sub(f"${{{ATTACHMENTS}.Arn}}/malware-protection-resource-validation-object"),
        ),
        _allow(["events:DescribeRule", "events:ListTargetsByRule"], rules),
        _allow(
            ["events:PutRule", "events:DeleteRule", "events:PutTargets", "events:RemoveTargets"],
            rules,
        )
        | {"Condition": managed},
    ]
    trusted = {"Service": "malware-protection-plan.guardduty.amazonaws.com"}
    trust = {"Effect": "Allow", "Principal": trusted, "Action": "sts:AssumeRole"}
    policy = {"Version": "2012-10-17", "Statement": statements}
    return {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [trust]},
            "Policies": [{"PolicyName": "scan", "PolicyDocument": policy}],
        },
    }


def _allow(actions: list[str], resource: Json) -> Json:
    return {"Effect": "Allow", "Action": actions, "Resource": resource}
