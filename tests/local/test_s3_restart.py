"""What a stop, a kill or a lost client leaves: all of it or nothing (REQ-4)."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from local.s3.errors import S3Error
from local.s3.server import serve
from local.s3.settings import Settings
from tests.local.s3_running import ACCESS_KEY, BUCKET, KEY, SECRET, RunningS3, make_client, sha256

ONE, TWO = os.urandom(300_000), os.urandom(200_000)


@contextmanager
def half_sent_part(s3: RunningS3, upload: dict[str, Any], url: str) -> Iterator[socket.socket]:
    """The server has asked for the body of part 2, and got a half of it."""
    signed: dict[str, Any] = {
        "ChecksumSHA256": sha256(TWO),
        "ContentLength": len(TWO),
        "PartNumber": 2,
    }
    parts = urlsplit(s3.presign("upload_part", **upload, **signed))
    head = (
        f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        f"x-amz-checksum-sha256: {sha256(TWO)}\r\n"
        f"Content-Length: {len(TWO)}\r\nExpect: 100-continue\r\n\r\n"
    )
    with socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), 10) as sock:
        sock.sendall(head.encode())
        assert sock.recv(100).startswith(b"HTTP/1.1 100 ")
        sock.sendall(TWO[: len(TWO) // 2])
        yield sock


def test_an_unfinished_upload_goes_on_after_a_restart(s3: RunningS3) -> None:
    """REQ-4: pause, and resume after everything was closed."""
    upload = s3.begin()
    one = s3.put_part(upload, 1, ONE)
    s3.restart()
    assert s3.part_numbers(upload) == [1]
    s3.complete(upload, [one, s3.put_part(upload, 2, TWO)])
    s3.restart()
    assert s3.content() == ONE + TWO


def test_a_client_that_leaves_in_the_middle_leaves_nothing(s3: RunningS3) -> None:
    """REQ-4: a tab that was killed."""
    upload = s3.begin()
    s3.put_part(upload, 1, ONE)
    with half_sent_part(s3, upload, s3.server.url):
        assert s3.files("temporary")
    s3.server.close()
    assert s3.files("temporary") == []
    assert len(s3.files("blobs")) == 1
    s3.restart()
    assert s3.part_numbers(upload) == [1]


def test_closing_ends_a_part_in_the_middle(s3: RunningS3) -> None:
    upload = s3.begin()
    with half_sent_part(s3, upload, s3.server.url) as sock:
        s3.server.close()
        assert sock.recv(1) == b""
    assert s3.files("temporary") == s3.files("blobs") == []


def test_a_killed_server_goes_on_where_it_was(tmp_path: Path) -> None:
    """REQ-4: kill -9 in the middle of a part loses that part only."""
    home = tmp_path / "s3"
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET}
    command = [sys.executable, "-m", "local.s3", "--port=0", f"--dir={home}", f"--bucket={BUCKET}"]
    running = RunningS3(home)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    ) as killed:
        assert killed.stdout
        url = killed.stdout.readline().strip()
        running.client = make_client(url)
        upload = running.begin()
        one = running.put_part(upload, 1, ONE)
        with half_sent_part(running, upload, url):
            killed.kill()
            killed.wait()
    running.client.close()
    assert running.files("temporary")
    with running as s3:
        assert s3.files("temporary") == []
        assert s3.part_numbers(upload) == [1]
        s3.complete(upload, [one, s3.put_part(upload, 2, TWO)])
        assert s3.content() == ONE + TWO


def test_a_completion_that_was_cut_off_is_finished_at_the_next_start(s3: RunningS3) -> None:
    """REQ-4: once recorded, a completion happens, its event included."""
    upload = s3.begin()
    parts = [s3.put_part(upload, 1, ONE), s3.put_part(upload, 2, TWO)]
    before = s3.directory.parent / "before"
    shutil.copytree(s3.directory / "uploads", before)
    s3.complete(upload, parts)
    event = s3.events.get(timeout=10)
    s3.stop()
    # As if the process had died right after the record: no object yet, the upload still there.
    shutil.rmtree(s3.directory / "buckets" / BUCKET / "objects")
    shutil.rmtree(s3.directory / "uploads")
    before.rename(s3.directory / "uploads")
    s3.start()
    assert s3.content() == ONE + TWO
    assert s3.files("uploads") == []
    assert s3.events.get(timeout=10) == event
    s3.restart()
    assert s3.content() == ONE + TWO


def test_files_that_no_record_names_are_swept(s3: RunningS3) -> None:
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=ONE)
    (s3.directory / "blobs" / "orphan").write_bytes(TWO)
    (s3.directory / "temporary" / "half").write_bytes(TWO)
    s3.restart()
    assert [path.stat().st_size for path in s3.files("blobs")] == [len(ONE)]
    assert s3.files("temporary") == []
    assert s3.content() == ONE


def test_objects_buckets_and_rules_outlive_a_restart(s3: RunningS3) -> None:
    s3.client.create_bucket(Bucket="another")
    s3.client.put_object(Bucket=BUCKET, Key="a", Body=ONE)
    s3.client.put_object(Bucket=BUCKET, Key="b", Body=TWO)
    s3.client.delete_object(Bucket=BUCKET, Key="b")
    s3.restart(cors=[])
    assert [b["Name"] for b in s3.client.list_buckets()["Buckets"]] == ["another", BUCKET]
    listed = s3.client.list_objects_v2(Bucket=BUCKET)["Contents"]
    assert [entry["Key"] for entry in listed] == ["a"]
    assert s3.client.get_bucket_cors(Bucket=BUCKET)["CORSRules"]


def test_old_completions_are_forgotten(s3: RunningS3) -> None:
    upload = s3.begin()
    s3.complete(upload, [s3.put_part(upload, 1, ONE)])
    s3.restart(completed_uploads_kept_days=1)
    assert len(s3.files("completed")) == 1
    os.utime(s3.files("completed")[0], (0, 0))
    s3.restart()
    assert s3.files("completed") == []
    assert s3.content() == ONE


def test_two_servers_cannot_share_a_folder(s3: RunningS3) -> None:
    with pytest.raises(RuntimeError, match="already uses"):
        serve(Settings(directory=s3.directory, credentials={}))


def test_a_bucket_that_cannot_be_named_so_stops_the_start(s3: RunningS3) -> None:
    s3.stop()
    with pytest.raises(S3Error, match="InvalidBucketName"):
        s3.start(buckets=["../up"])
    s3.start(buckets=[BUCKET])


def test_records_are_small_and_readable(s3: RunningS3) -> None:
    """A completion copies no bytes: the object is a list of the parts' files."""
    upload = s3.begin()
    parts = [s3.put_part(upload, 1, ONE), s3.put_part(upload, 2, TWO)]
    blobs = s3.files("blobs")
    s3.complete(upload, parts)
    assert s3.files("blobs") == blobs
    (record,) = s3.files(f"buckets/{BUCKET}/objects")
    assert [size for _, size in json.loads(record.read_text())["blobs"]] == [len(ONE), len(TWO)]
