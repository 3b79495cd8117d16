"""Events as AWS sends them, out of the files in events/."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "events"

Event = dict[str, Any]


def event(name: str) -> Event:
    """A fresh copy of a kept event."""
    read: Event = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return read


def request(method: str, path: str, body: object = None, *, cookie: str = "") -> Event:
    """What API Gateway's REST proxy sends for a browser's request of one of our pages."""
    made = event("request")
    made |= {"resource": path, "path": path, "httpMethod": method}
    made["requestContext"] |= {"resourcePath": path, "httpMethod": method, "path": f"/v1{path}"}
    more = {"Cookie": cookie} if cookie else {}
    if method != "GET":
        more |= {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}
    if body is not None:
        more["Content-Type"] = "application/json"
        made["body"] = json.dumps(body)
    made["headers"] |= more
    made["multiValueHeaders"] |= {name: [value] for name, value in more.items()}
    return made


def inserted(image: Event) -> Event:
    """The stream's batch of one new item."""
    record = event("inserted")
    record["dynamodb"]["NewImage"] = image
    record["dynamodb"]["Keys"] = {name: image[name] for name in ("pk", "sk")}
    return {"Records": [record]}
