"""The least a server can do with an upload: take the bytes, and write them to disk or not.

`python -m benchmarks.upload_sink --dir DIR` prints its address and stores each body with one
fsync, as a durable server must; `--discard` drops the bytes instead.
"""

import argparse
import contextlib
import os
import secrets
import signal
import socket
import threading
from io import BufferedReader
from pathlib import Path
from typing import cast

_BUFFER_BYTES = 1024**2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--discard", action="store_true")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        directory = None if arguments.discard else arguments.dir
        while True:
            sock, _ = listener.accept()
            threading.Thread(target=_converse, args=[sock, directory], daemon=True).start()


def _converse(sock: socket.socket, directory: Path | None) -> None:
    with sock, cast(BufferedReader, sock.makefile("rb", _BUFFER_BYTES)) as file:
        while length := _read_head(file):
            if directory is None:
                _drain(file, length, None)
            else:
                with (directory / secrets.token_hex(8)).open("xb", buffering=0) as part:
                    _drain(file, length, part.fileno())
                    os.fsync(part.fileno())
            with contextlib.suppress(OSError):
                sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


def _read_head(file: BufferedReader) -> int:
    """The length of the body that follows; 0 at the end of the connection."""
    length = 0
    while (line := file.readline()) not in (b"", b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return length


def _drain(file: BufferedReader, length: int, descriptor: int | None) -> None:
    view = memoryview(bytearray(_BUFFER_BYTES))
    while length:
        count = file.readinto(view[: min(length, _BUFFER_BYTES)])
        if not count:
            raise ConnectionError
        if descriptor is not None and os.write(descriptor, view[:count]) != count:
            raise OSError
        length -= count


if __name__ == "__main__":
    main()
