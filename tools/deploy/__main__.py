"""`make deploy`: the package and the frontends into the AWS account of the current credentials.

    KONTOR_DEPLOY_BUCKET   a private bucket of yours, in the same region, for code and template
    KONTOR_DOMAIN, KONTOR_CERTIFICATE, KONTOR_ALARM_EMAIL   needed the first time, then kept
    KONTOR_VENDOR_FILE     who the vendor is; goes into the package
    STAGE                  prod (the default) or test

Shows what would change and asks; `--yes` answers. Without credentials nothing is even built.
"""

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from botocore.session import Session

from infra.package import build
from tools.deploy import site, stack
from tools.deploy.account import Refused, signed_in_session


def put(s3: Any, bucket: str, name: str, content: bytes) -> str:
    """Keep content in the bucket under its own digest; answers its key."""
    stem, dot, ending = name.partition(".")
    key = f"kontor/{stem}-{hashlib.sha256(content).hexdigest()[:16]}{dot}{ending}"
    s3.put_object(Bucket=bucket, Key=key, Body=content)
    return key


def asked(lines: list[str]) -> bool:
    """Show the changes and wait for a yes."""
    print("\n".join(lines))
    return input("Bring these changes into force? [y/N] ").strip().lower() == "y"


def told(lines: list[str]) -> bool:
    """Show the changes."""
    print("\n".join(lines))
    return True


def deploy(session: Session, stage: str, confirm: stack.Confirm) -> str:
    """Deploy a stage; answers the host that serves it, empty when nobody confirmed."""
    client: Any = session.create_client
    bucket = os.environ.get("KONTOR_DEPLOY_BUCKET", "")
    if not bucket:
        raise Refused("Set KONTOR_DEPLOY_BUCKET to a bucket for code and template.")
    name, cloudformation, s3 = f"kontor-{stage}", client("cloudformation"), client("s3")
    account = client("sts").get_caller_identity()["Account"]
    print(f"Stack {name}, account {account}, region {s3.meta.region_name}")
    package = build(stage)
    template = json.loads(package.template.read_text(encoding="utf-8"))
    former = stack.former_parameters(stack.find(cloudformation, name))
    chosen = stack.parameters(template, os.environ, former)
    code = put(s3, bucket, package.archive.name, package.archive.read_bytes())
    placed = json.dumps(stack.with_code_at(template, f"s3://{bucket}/{code}")).encode()
    where = put(s3, bucket, "template.json", placed)
    url = f"{s3.meta.endpoint_url}/{bucket}/{where}"
    if not stack.apply(cloudformation, name, url, chosen, confirm):
        return ""
    result = stack.outputs(cloudformation, name)
    files = site.site_files(site.DIST)
    site.upload(s3, result["SiteBucketName"], files)
    site.refresh(client("cloudfront"), result["SiteId"], files, Path(where).stem)
    return result["SiteDomain"]


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.deploy",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--stage", default="prod")
    parser.add_argument("--yes", action="store_true", help="ask nothing")
    arguments = parser.parse_args()
    try:
        host = deploy(signed_in_session(), arguments.stage, told if arguments.yes else asked)
    except (Refused, stack.MissingParameter) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(f"Deployed. The domain's DNS is to point to {host}." if host else "Nothing was changed.")
    return 0 if host else 1


if __name__ == "__main__":
    sys.exit(main())
