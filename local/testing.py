"""The local cloud for tests: started once for a test run, and fresh for each test.

Each test gets an account of its own (a 12-digit access key), whose empty tables are copied from
a template in about a millisecond, and a bucket of its own. Nothing is kept on disk but files
and mails, in the folder that the test run throws away.
"""

import queue
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path

from local import keys, provision
from local.engine import child
from local.engine.child import EngineSettings
from local.jobs.worker import Worker
from local.mail.box import Box
from local.mail.sink import Sink
from local.s3.server import Server as S3Server
from local.s3.server import serve as serve_s3
from local.s3.settings import CorsRule
from local.s3.settings import Settings as S3Settings
from local.signed import Engine, create_bucket
from local.stack import REGION
from local.waiting import free_port

SECRET = "only-for-tests"  # noqa: S105 - opens nothing but this test run
TEMPLATE = "000000000000"
ORIGIN = "http://localhost:8000"

SetEnv = Callable[[str, str], None]
Created = tuple[str, str, int, str]


class EveryAccount(Mapping[str, str]):
    """Knows every 12-digit access key, all with one secret."""

    def __getitem__(self, key: str) -> str:
        if len(key) == 12 and key.isdigit():
            return SECRET
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter([TEMPLATE])

    def __len__(self) -> int:
        return 1


@dataclass
class Cloud:
    """What one test has to itself."""

    account: str
    engine: Engine
    bucket: str
    mails: Box
    folder: Path
    s3: S3Server
    _created: "queue.Queue[Created]"

    @cached_property
    def worker(self) -> Worker:
        """The jobs, as the local stack and the cloud run them; nothing runs by itself."""
        from chalicelib.entry.all_jobs import load_jobs

        return Worker(load_jobs(), self.engine, self.folder / f"parked-{self.account}.jsonl")

    def run_jobs(self) -> int:
        """Scans new objects and runs all jobs until nothing is left; returns how much was done."""
        scanned = 0
        while not self._created.empty():
            bucket, key, _, etag = self._created.get()
            if bucket == self.bucket:
                self.worker.object_created(bucket, key, etag)
                scanned += 1
        return scanned + self.worker.run_all()


@dataclass
class Machine:
    """The running engine, S3 and mail sink, shared by a test run."""

    engine: EngineSettings
    s3: S3Server
    mail: Sink
    folder: Path
    created: "queue.Queue[Created]"
    _numbers: Iterator[int] = field(default_factory=lambda: count(100_000_000_000))

    def environment(self, account: str) -> dict[str, str]:
        return {
            "KONTOR_STAGE": "test",
            "KONTOR_PUBLIC_URL": ORIGIN,
            "KONTOR_DYNAMODB_URL": self.engine.url,
            "KONTOR_SES_URL": self.engine.url,
            "KONTOR_S3_URL": self.s3.url,
            "KONTOR_BUCKET": f"files-{account}",
            "KONTOR_SECRETS_FILE": str(self.folder / "secrets.json"),
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": account,
            "AWS_SECRET_ACCESS_KEY": SECRET,
        }

    def prepare_template(self) -> None:
        """Makes the tables that every test's account is copied from."""
        provision.create_tables(Engine(self.engine.url, TEMPLATE, SECRET, REGION))
        provision.allow_sender()

    @contextmanager
    def fresh(self, setenv: SetEnv) -> Iterator[Cloud]:
        """An account with empty tables and an empty bucket, and the environment naming them."""
        account = str(next(self._numbers))
        environment = self.environment(account)
        for name, value in environment.items():
            setenv(name, value)
        forget_deployment()
        engine = Engine(self.engine.url, account, SECRET, REGION)
        engine.ask("copy", {"from": TEMPLATE, "to": account})
        create_bucket(self.s3.url, environment["KONTOR_BUCKET"], account, SECRET, REGION)
        self.mail.box.clear()
        bucket = environment["KONTOR_BUCKET"]
        yield Cloud(account, engine, bucket, self.mail.box, self.folder, self.s3, self.created)
        engine.ask("drop", {"account": account})
        self.s3.empty(bucket)
        forget_deployment()


def forget_deployment() -> None:
    """Makes this process read its settings anew. Clients of S3 and SES stay: they fit any test."""
    from chalicelib.aws import dynamo, secrets, settings, vendor

    settings.settings.cache_clear()
    secrets._all.cache_clear()  # noqa: SLF001 - no product code ever needs to forget them
    vendor.vendor.cache_clear()
    dynamo.forget_client()


@contextmanager
def running(folder: Path) -> Iterator[Machine]:
    """The local cloud in memory, on free ports."""
    keys.make_once(folder / "secrets.json")
    created: queue.Queue[Created] = queue.Queue()
    files = S3Settings(
        directory=folder / "s3",
        credentials=EveryAccount(),
        cors=[CorsRule(allowed_origins=[ORIGIN])],
        on_object_created=lambda *event: created.put(event),
        fsync=False,
    )
    with Sink(folder / "mails", free_port()) as mail, serve_s3(files) as s3:
        engine = EngineSettings(port=free_port(), secret=SECRET, smtp_port=mail.port)
        process = child.start(engine)
        try:
            yield Machine(engine, s3, mail, folder, created)
        finally:
            child.stop(process)
