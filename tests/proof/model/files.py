"""Steps around files: sent in parts, completed, given up, scanned, downloaded."""

from datetime import timedelta

import urllib3
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from chalicelib.aws.settings import settings
from chalicelib.tickets.service.scans import note_scan
from tests.proof.model.accounts import numbers
from tests.proof.model.reference import OPEN_UPLOADS, UPLOAD, Person, Session, Upload
from tests.proof.model.requests import Requests, some
from tests.proof.model.scene import pick
from tests.tickets.files import checksum

WORDS = {"NO_THREATS_FOUND": "clean", "THREATS_FOUND": "infected", "FAILED": "unscannable"}
LATER = {
    "pending": {"clean", "infected", "unscannable"}, "unscannable": {"clean", "infected"},
    "clean": {"infected"}, "infected": set(),
}  # fmt: skip
DOWNLOADS = {"pending": "file_pending", "infected": "file_infected"}


class Files(Requests):
    """REQ-4, STF-7."""

    def uploader(self, session: Session | None) -> tuple[dict[str, str], str, Person | None]:
        """Whose cookies and which side's routes; no session is the agent."""
        if session is None:
            return self.staff(), "/api/staff/uploads/s3/multipart", None
        return session.cookies, "/api/uploads/s3/multipart", session.person

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers)
    def accept_statement(self, who: int) -> None:
        """REQ-4: before the first upload ever."""
        session = self.session(who)
        answer = self.ask(session.cookies, "POST", "/api/me/data-statement", {"version": "1"})
        if person := self.allowed(session, answer):
            self.expect(answer, 200)
            person.statement = True

    @rule(who=numbers, size=st.integers(0, 40))
    def start_upload(self, who: int, size: int) -> None:
        """REQ-4: not empty, and not too many at once."""
        session = self.session(who) if self.known.sessions and who % 3 else None
        cookies, path, by = self.uploader(session)
        facts = {"size": size, "fingerprint": "f", "checksum": "sha256", "ticket_id": None}
        body = {"filename": "a.log", "type": None, "metadata": facts}
        answer = self.ask(cookies, "POST", path, body)
        if session and self.allowed(session, answer) is None:
            return None
        if size == 0:
            return self.expect(answer, 422, "file_empty")
        if by and not by.statement:
            return self.expect(answer, 409, "data_statement_required")
        if len(self.known.loose_uploads(by)) >= OPEN_UPLOADS:
            return self.expect(answer, 409, "too_many_uploads")
        self.expect(answer, 200)
        key, upload_id = answer.json["key"], answer.json["uploadId"]
        made = Upload(key, upload_id, by, self.now + UPLOAD, b"x" * size)
        self.known.uploads.append(made)
        return None

    @precondition(lambda self: self.known.uploads)
    @rule(which=numbers, who=numbers)
    def send_part(self, which: int, who: int) -> None:
        """REQ-4: the one part there is, to the address that was signed for it."""
        upload = self.upload(which)
        session = self.somebody(who, upload)
        cookies, path, by = self.uploader(session)
        sha256 = checksum(upload.content)
        query = f"key={upload.key}&sha256={sha256.replace('+', '%2B').replace('/', '%2F')}"
        answer = self.ask(cookies, "GET", f"{path}/{upload.upload_id}/1?{query}")
        if session and self.allowed(session, answer) is None:
            return None
        if upload.by is not by or upload.state == "gone":
            return self.expect(answer, 404, "not_found")
        if upload.state != "uploading":
            return self.expect(answer, 409, "upload_over")
        self.expect(answer, 200)
        signed = answer.json
        put = urllib3.request("PUT", signed["url"], body=upload.content, headers=signed["headers"])
        assert put.status == 200, put.data
        upload.part = {"PartNumber": 1, "ETag": put.headers["ETag"], "ChecksumSHA256": sha256}
        return None

    def upload(self, number: int) -> Upload:
        """Mostly one that no message has, where there is one."""
        loose = [one for one in self.known.uploads if one.state in {"uploading", "complete"}]
        return pick(loose if loose and number % 4 else self.known.uploads, number)

    def somebody(self, who: int, upload: Upload) -> Session | None:
        """Mostly whose upload it is, where they are signed in; else anybody."""
        own = [one for one in self.known.sessions if one.person is upload.by]
        if who % 4:
            return pick(own, who) if own else None
        return self.session(who) if self.known.sessions and who % 8 else None

    @precondition(lambda self: self.known.uploads)
    @rule(which=numbers, who=numbers)
    def complete(self, which: int, who: int) -> None:
        """REQ-4: any repeat gives the receipt again."""
        upload = self.upload(which)
        session = self.somebody(who, upload)
        cookies, path, by = self.uploader(session)
        target = f"{path}/{upload.upload_id}/complete?key={upload.key}"
        body = {"parts": [upload.part] if upload.part else []}
        answer = self.ask(cookies, "POST", target, body)
        if session and self.allowed(session, answer) is None:
            return None
        if upload.by is not by or upload.state == "gone":
            return self.expect(answer, 404, "not_found")
        if upload.state == "uploading" and not upload.part:
            return self.expect(answer, 409, "upload_incomplete")
        self.expect(answer, 200)
        assert answer.json["size"] == len(upload.content)
        if upload.state == "uploading":
            upload.state, upload.due = "complete", self.now + UPLOAD
        return None

    @precondition(lambda self: self.known.uploads)
    @rule(which=numbers, who=numbers)
    def give_up(self, which: int, who: int) -> None:
        """REQ-4: nothing of it stays."""
        upload = self.upload(which)
        session = self.somebody(who, upload)
        cookies, path, by = self.uploader(session)
        answer = self.ask(cookies, "DELETE", f"{path}/{upload.upload_id}?key={upload.key}")
        if session and self.allowed(session, answer) is None:
            return None
        if upload.by is not by or upload.state == "gone":
            return self.expect(answer, 404, "not_found")
        if upload.state == "attached":
            return self.expect(answer, 409, "upload_over")
        self.expect(answer, 200)
        upload.state = "gone"
        return None

    @precondition(lambda self: self.known.uploads)
    @rule(which=numbers, word=st.sampled_from(sorted(WORDS)))
    def scan(self, which: int, word: str) -> None:
        """REQ-4: an infected file stays infected."""
        upload = pick(self.known.uploads, which)
        self.clock.pass_by(timedelta(seconds=1))
        changed = note_scan(settings().bucket, upload.key, f"e{self.now}", word, self.now)
        wanted = WORDS[word] in LATER[upload.scan] and upload.state != "gone"
        assert changed == wanted
        if wanted:
            upload.scan = WORDS[word]

    @precondition(lambda self: any(upload.ticket for upload in self.known.uploads))
    @rule(which=numbers, who=numbers, staff=some)
    def download(self, which: int, who: int, staff: bool) -> None:
        """REQ-4, STF-7: clean ones; staff also what could not be scanned."""
        upload = pick([upload for upload in self.known.uploads if upload.ticket], which)
        assert upload.ticket is not None
        session = self.session(who) if self.known.sessions and not staff else None
        side = "/api" if session else "/api/staff"
        cookies = session.cookies if session else self.staff()
        path = f"{side}/tickets/{upload.ticket.id}/files/{upload.key}/download"
        answer = self.ask(cookies, "GET", path)
        if session and self.allowed(session, answer) is None:
            return None
        if session and not upload.ticket.visible_to(session.person):
            return self.expect(answer, 404, "not_found")
        if code := DOWNLOADS.get(upload.scan):
            return self.expect(answer, 409, code)
        if upload.scan == "unscannable" and session:
            return self.expect(answer, 409, "file_unscannable")
        self.expect(answer, 200)
        assert answer.json["warning"] == (upload.scan == "unscannable")
        assert urllib3.request("GET", answer.json["url"]).data == upload.content
        return None
