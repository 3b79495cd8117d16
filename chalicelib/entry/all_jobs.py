"""Every feature's jobs: found, and named to chalice."""

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

# What jobs need is imported by those who ask for jobs: the API's function never does.
if TYPE_CHECKING:
    from chalice.app import Blueprint, Chalice

    from chalicelib.entry.job import Job


def load_jobs() -> "list[Job]":
    """Import every feature's jobs.py; answers all jobs there are."""
    from chalicelib.entry.job import ALL_JOBS

    folder = Path(__file__).parent.parent
    for file in sorted(folder.glob("*/jobs.py")):
        import_module(f"{folder.name}.{file.parent.name}.jobs")
    return ALL_JOBS


def register_jobs(app: "Chalice") -> None:
    """Make the app name every job, so that `chalice package` makes a Lambda function of each.

    Inside Lambda it does nothing: there the API function has no use for the jobs.
    """
    if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
        return
    from chalice.app import Blueprint

    blueprints: dict[str, Blueprint] = {}
    for job in load_jobs():
        _declare(blueprints.setdefault(job.module, Blueprint(job.module)), job)
    for blueprint in blueprints.values():
        app.register_blueprint(blueprint)


def _declare(blueprint: "Blueprint", job: "Job") -> None:
    from chalice.app import Rate

    from chalicelib.entry.job import Kind

    if job.kind is Kind.SCHEDULE:
        blueprint.schedule(Rate(job.every_minutes, unit=Rate.MINUTES), name=job.name)(job.run)
    elif job.kind is Kind.RULE:
        blueprint.on_cw_event(dict(job.pattern), name=job.name)(job.run)
    else:
        # A plain function: the template adds the stream, whose name chalice can't know yet.
        blueprint.lambda_function(name=job.name)(job.run)
