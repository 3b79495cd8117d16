"""How fast curl uploads into the local S3, against the floor that curl reaches in the same run.

`python -m benchmarks.upload --size 4GiB --part 32MiB --parallel 4`

The floor is a bare sink that stores each part with one fsync and does nothing else; a second
sink that drops the bytes shows what the loopback alone allows. All rounds take turns.
"""

import argparse
import base64
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import botocore.session
from botocore.config import Config

_UNITS = {"MiB": 1024**2, "GiB": 1024**3}
_BUCKET = "benchmark"
_ENVIRONMENT = {
    **os.environ,
    "AWS_ACCESS_KEY_ID": "benchmark",
    "AWS_SECRET_ACCESS_KEY": secrets.token_hex(16),
}


@dataclass(frozen=True)
class Load:
    """What is uploaded: `count` parts, all with the bytes of one file that stays in memory."""

    size: int
    part: int
    parallel: int
    file: Path

    @property
    def count(self) -> int:
        return -(-self.size // self.part)

    def checksum(self) -> str:
        return base64.b64encode(hashlib.sha256(self.file.read_bytes()).digest()).decode()


@dataclass
class Program:
    """A server in a process of its own. Peak memory in bytes is known at its end."""

    url: str
    process: "subprocess.Popen[str]"
    peak_memory: int = 0


def main() -> None:
    arguments = _read_arguments()
    with tempfile.TemporaryDirectory(dir=arguments.dir, prefix="upload-") as name:
        home = Path(name)
        load = Load(arguments.size, arguments.part, arguments.parallel, home / "part")
        load.file.write_bytes(os.urandom(load.part))
        seconds: dict[str, list[float]] = {"sink, dropped": [], "sink, stored": [], "local S3": []}
        memory = 0
        for _ in range(arguments.rounds):
            seconds["sink, dropped"].append(_time_sink(load, home, "--discard"))
            seconds["sink, stored"].append(_time_sink(load, home))
            duration, peak = time_s3(load, home)
            seconds["local S3"].append(duration)
            memory = max(memory, peak)
    _report(load, seconds, memory)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=_bytes, default="4GiB")
    parser.add_argument("--part", type=_bytes, default="32MiB")
    parser.add_argument("--parallel", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--dir", type=Path, help="on which disk; the usual temporary folder")
    return parser.parse_args()


def _bytes(text: str) -> int:
    return int(text[:-3]) * _UNITS[text[-3:]]


def _time_sink(load: Load, home: Path, *flags: str) -> float:
    with running("benchmarks.upload_sink", home, *flags) as sink:
        return _upload(load, [f"{sink.url}/{n}" for n in range(load.count)], home)


def time_s3(load: Load, home: Path) -> tuple[float, int]:
    """Seconds for the parts, and the server's peak memory."""
    with running("local.s3", home, "--port", "0", "--bucket", _BUCKET) as server:
        client = _client(server.url)
        named = {"Bucket": _BUCKET, "Key": "file"}
        upload = client.create_multipart_upload(**named, ChecksumAlgorithm="SHA256")
        named["UploadId"] = upload["UploadId"]
        urls = _presign(client, named, load)
        duration = _upload(load, urls, home, f"x-amz-checksum-sha256: {load.checksum()}")
        _complete(client, named, load)
    return duration, server.peak_memory


def _client(url: str) -> Any:
    return botocore.session.get_session().create_client(
        "s3",
        region_name="eu-central-1",
        endpoint_url=url,
        aws_access_key_id=_ENVIRONMENT["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=_ENVIRONMENT["AWS_SECRET_ACCESS_KEY"],
        config=Config(signature_version="s3v4"),
    )


def _presign(client: Any, named: dict[str, str], load: Load) -> list[str]:
    signed = {"ContentLength": load.part, "ChecksumSHA256": load.checksum()}
    return [
        client.generate_presigned_url("upload_part", {**named, **signed, "PartNumber": number})
        for number in range(1, load.count + 1)
    ]


def _complete(client: Any, named: dict[str, str], load: Load) -> None:
    pages = client.get_paginator("list_parts").paginate(**named)
    keys = ("PartNumber", "ETag", "ChecksumSHA256")
    parts = [{key: part[key] for key in keys} for page in pages for part in page["Parts"]]
    client.complete_multipart_upload(**named, MultipartUpload={"Parts": parts})
    stored = client.head_object(Bucket=_BUCKET, Key=named["Key"])["ContentLength"]
    if stored != load.count * load.part:
        message = f"{stored} bytes were stored"
        raise RuntimeError(message)


@contextmanager
def running(module: str, home: Path, *flags: str) -> Iterator[Program]:
    """A program that prints its address first; what it stored is removed with it."""
    directory = home / "stored"
    directory.mkdir()
    command = [sys.executable, "-m", module, "--dir", str(directory), *flags]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=_ENVIRONMENT
    )
    assert process.stdout
    program = Program(process.stdout.readline().strip(), process)
    try:
        yield program
    finally:
        program.peak_memory = _peak_memory(process.pid)
        process.terminate()
        process.wait()
        process.stdout.close()
        shutil.rmtree(directory)


def _peak_memory(pid: int) -> int:
    """In bytes. Linux only; rusage won't do, since a child starts with its parent's peak."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def _upload(load: Load, urls: Sequence[str], home: Path, *headers: str) -> float:
    """Seconds until all curl processes have sent their share, each over one connection."""
    os.sync()
    shares = [urls[offset :: load.parallel] for offset in range(load.parallel)]
    configs = [
        _write_config(load, share, home / f"{n}.curl", headers) for n, share in enumerate(shares)
    ]
    started = time.monotonic()
    curls = [subprocess.Popen(["curl", "--config", str(config)]) for config in configs]
    failed = [curl.args for curl in curls if curl.wait()]
    duration = time.monotonic() - started
    if failed:
        message = f"curl failed: {failed}"
        raise RuntimeError(message)
    return duration


def _write_config(load: Load, urls: Sequence[str], path: Path, headers: Sequence[str]) -> Path:
    lines = ["silent", "show-error", "fail-early"]
    for url in urls:
        lines += [f'url = "{url}"', f'upload-file = "{load.file}"', "fail", 'output = "/dev/null"']
        lines += [f'header = "{header}"' for header in ("Expect:", *headers)]
        lines.append("next")
    path.write_text("\n".join(lines[:-1]), encoding="utf-8")
    return path


def _report(load: Load, seconds: dict[str, list[float]], memory: int) -> None:
    total = load.count * load.part
    print(f"{load.count} parts of {load.part // 1024**2} MiB, {load.parallel} at a time")
    for name, durations in seconds.items():
        each = ", ".join(f"{duration:.1f}" for duration in durations)
        rate = total / median(durations) / 1e6
        print(f"{name:14} {rate:7.0f} MB/s   (seconds: {each})")
    for floor in ("sink, stored", "sink, dropped"):
        pairs = zip(seconds[floor], seconds["local S3"], strict=True)
        ratio = median(bare / ours for bare, ours in pairs)
        print(f"local S3 reaches {ratio:.2f} of the {floor} (median of the rounds)")
    print(f"peak memory of the local S3: {memory / 1024**2:.0f} MiB")


if __name__ == "__main__":
    main()
