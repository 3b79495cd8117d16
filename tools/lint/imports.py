"""Who may import what, beyond the order of the layers."""

import sys
from collections.abc import Iterator

from tools.lint.module import NO_FEATURES, Finding, Module, within

CLOUD = ("boto3", "botocore", "aiobotocore", "s3transfer")
FRAMEWORK = ("chalice",)
OUTSIDE_WORLD = (
    "asyncio", "http", "io", "logging", "os", "pathlib.Path", "shutil", "smtplib", "socket",
    "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib.request", "urllib3",
)  # fmt: skip
NOT_FOR_RULES = (*CLOUD, *FRAMEWORK, *OUTSIDE_WORLD, "jinja2", "pydantic", "pynamodb")
ENTRY_POINTS = frozenset({"jobs", "routes"})


def cloud_only_in_aws(module: Module) -> Iterator[Finding]:
    """boto3 and botocore are imported under chalicelib/aws alone, for types too."""
    if not module.runs_in_lambda or module.layer == "aws":
        return
    for line, name in module.imports:
        if within(name, CLOUD):
            yield module.finding(line, "cloud-import", f"{name} belongs in chalicelib/aws")


def framework_only_at_the_edge(module: Module) -> Iterator[Finding]:
    """Chalice is seen by entry points only."""
    at_the_edge = module.path == "app.py" or module.layer == "entry"
    if not module.runs_in_lambda or at_the_edge or module.role in {"routes", "jobs"}:
        return
    for line, name in module.imports:
        if within(name, FRAMEWORK):
            message = "chalice belongs in routes.py, jobs.py, entry/ and app.py"
            yield module.finding(line, "framework-import", message)


def rules_are_pure(module: Module) -> Iterator[Finding]:
    """Rules decide on values: nothing that stores, serves, validates input or reaches outside."""
    if module.role != "rules":
        return
    siblings = [f"chalicelib.{module.feature}.{role}" for role in ("store", "service", "schemas")]
    refused = (*NOT_FOR_RULES, *siblings, "chalicelib.aws", "chalicelib.entry")
    for line, name in sorted(set(module.meanings())):
        if within(name, refused) or (name.startswith("chalicelib.") and ".store" in name):
            yield module.finding(line, "pure-rules", f"rules decide on values; {name} does not")


def base_needs_only_the_standard_library(module: Module) -> Iterator[Finding]:
    """Everything stands on base; base stands on nothing."""
    if module.layer != "base":
        return
    for line, name in module.imports:
        known = name.partition(".")[0] in sys.stdlib_module_names
        if not known and not within(name, ("chalicelib.base",)):
            message = f"base knows the standard library, not {name}"
            yield module.finding(line, "base-import", message)


def features_meet_at_their_services(module: Module) -> Iterator[Finding]:
    """Another feature's rules are its own affair, and entry points are nobody's to call."""
    for line, name in module.imports:
        parts = name.split(".")
        if not module.feature or parts[0] != "chalicelib" or len(parts) < 3:
            continue
        feature, role = parts[1:3]
        foreign = feature != module.feature and feature not in NO_FEATURES
        if role in ENTRY_POINTS and module.role not in ENTRY_POINTS:
            yield module.finding(line, "role-order", f"{role} are called from outside only")
        elif foreign and role in ENTRY_POINTS | {"rules"}:
            message = f"call {feature} through its service, not its {role}"
            yield module.finding(line, "neighbour-import", message)


IMPORT_RULES = (
    cloud_only_in_aws,
    framework_only_at_the_edge,
    rules_are_pure,
    base_needs_only_the_standard_library,
    features_meet_at_their_services,
)
