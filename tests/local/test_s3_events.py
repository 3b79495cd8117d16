"""New objects are announced, at least once (REQ-4: the scan starts from this)."""

from tests.local.s3_running import BUCKET, KEY, Event, RunningS3


def test_a_completed_upload_is_announced(s3: RunningS3) -> None:
    """REQ-4: the malware scan learns of each file."""
    upload = s3.begin()
    made = s3.complete(upload, [s3.put_part(upload, 1, b"a" * 100), s3.put_part(upload, 2, b"b")])
    assert s3.events.get(timeout=10) == (BUCKET, KEY, 101, made["ETag"].strip('"'))
    assert s3.events.empty()


def test_a_put_is_announced(s3: RunningS3) -> None:
    s3.client.put_object(Bucket=BUCKET, Key="ü", Body=b"abc")
    bucket, key, size, _ = s3.events.get(timeout=10)
    assert (bucket, key, size) == (BUCKET, "ü", 3)


def test_the_one_who_is_told_may_call_back(s3: RunningS3) -> None:
    """REQ-4: the scan handler reads the file and tags it."""

    def tag(bucket: str, key: str, size: int, etag: str) -> None:
        tags = [{"Key": "scan", "Value": "clean"}]
        s3.client.put_object_tagging(Bucket=bucket, Key=key, Tagging={"TagSet": tags})
        s3.events.put((bucket, key, size, etag))

    s3.restart(on_object_created=tag)
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"abc")
    s3.events.get(timeout=10)
    found = s3.client.get_object_tagging(Bucket=BUCKET, Key=KEY)["TagSet"]
    assert found == [{"Key": "scan", "Value": "clean"}]


def test_an_event_that_was_refused_comes_again(s3: RunningS3) -> None:
    refused: list[str] = []

    def refuse_once(*event: str | int) -> None:
        if not refused:
            refused.append(str(event[1]))
            message = "not now"
            raise RuntimeError(message)
        s3.events.put((str(event[0]), str(event[1]), int(event[2]), str(event[3])))

    s3.restart(on_object_created=refuse_once)
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"abc")
    assert s3.events.get(timeout=10)[1] == KEY
    assert refused == [KEY]


def test_an_event_that_nobody_took_is_told_after_a_restart(s3: RunningS3) -> None:
    def refuse(*_: str | int) -> None:
        message = "never"
        raise RuntimeError(message)

    def take(*event: str | int) -> None:
        taken: Event = (str(event[0]), str(event[1]), int(event[2]), str(event[3]))
        s3.events.put(taken)

    s3.restart(on_object_created=refuse)
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"abc")
    s3.restart(on_object_created=take)
    assert s3.events.get(timeout=10)[1] == KEY
    s3.stop()
    assert s3.files("events") == []
    s3.start()


def test_without_a_listener_nothing_piles_up(s3: RunningS3) -> None:
    s3.restart(on_object_created=None)
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"abc")
    assert s3.files("events") == []
