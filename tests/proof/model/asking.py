"""Steps of who asks to own a company whose owner has left."""

from hypothesis.stateful import precondition, rule

from chalicelib.accounts.store.accounts import find_by_email
from chalicelib.tickets.schemas.uploads import CompleteUpload
from chalicelib.tickets.service import finishing, uploading
from tests.builders import actor_for
from tests.client import Answer, Client
from tests.mailbox import letters_to
from tests.proof.model.accounts import numbers
from tests.proof.model.owning import Recovery
from tests.proof.model.people import People
from tests.proof.model.reference import (
    OPEN_UPLOADS,
    SESSION,
    UPLOAD,
    WEEK,
    Person,
    Session,
    Upload,
)
from tests.proof.model.requests import some
from tests.proof.model.scene import SECOND, pick
from tests.proof.model.sold import License
from tests.tickets.builders import accept_statement, anew
from tests.tickets.files import announce, put_part

WISH = b"%PDF-1.7 We want"


class Asking(People):
    """COM-10: in a company or in none."""

    def asking(self, who: int) -> Session:
        """Somebody who is signed in: of a company, or of none."""
        loners = list(self.known.loners.values())
        if loners and (who % 3 == 0 or not self.known.sessions):
            person = pick(loners, who)
            cookies = self.customer(person.email)
            return Session(person, person.generation, self.now + SESSION, cookies)
        return self.session(who)

    def application(self, person: Person, number: int) -> Upload | None:
        """Mostly a whole file of theirs, which is sent where there is none; sometimes any."""
        if number % 5 == 0 and self.known.uploads:
            return pick(self.known.uploads, number)
        loose = self.known.loose_uploads(person)
        whole = [upload for upload in loose if upload.state == "complete"]
        if whole:
            return pick(whole, number)
        return None if person.gone or len(loose) >= OPEN_UPLOADS else self._sends(person)

    def _sends(self, person: Person) -> Upload:
        self.clock.pass_by(SECOND)
        account = find_by_email(person.email)
        assert account is not None
        accept_statement(account, self.now)
        person.statement = True
        actor = actor_for(account, self.now)
        begun = uploading.start_upload(actor, announce(len(WISH), "wish.pdf"), self.now, anew())
        key, upload_id = begun.key, begun.uploadId
        part = put_part(actor, upload_id, key, 1, WISH)
        whole = CompleteUpload(parts=[part])
        finishing.complete_upload(actor, upload_id, key, whole, self.now, anew())
        made = Upload(key, upload_id, person, self.now + UPLOAD, WISH, "complete")
        made.part = part.model_dump()
        self.known.uploads.append(made)
        return made

    @rule(who=numbers, which=numbers, file=numbers, old=some)
    def ask_to_own(self, who: int, which: int, file: int, old: bool) -> None:
        """COM-10: who is in no company hears the same whatever they show."""
        if not self.known.sessions and not self.known.loners:
            return
        session = self.asking(who)
        person = session.person
        upload = self.application(person, file)
        if upload is None:
            return
        fit = [one for one in self.known.licenses if one.holder == (person.company or one.holder)]
        license_ = pick(fit if fit and which % 5 else self.known.licenses, which)
        replaced = bool(old and license_.old_codes)
        code = license_.old_codes[-1] if replaced else license_.code
        vain = len(letters_to(person.email, "recovery_not_opened"))
        body = {"activation_code": code, "file": upload.key}
        answer = self.ask(session.cookies, "POST", "/api/recoveries", body)
        if self.allowed(session, answer) is None:
            return
        if person.owner:
            self.expect(answer, 409, "already_owner")
        elif unfit := upload.unfit_for(person):
            self.expect_reason(answer, "file", unfit)
        elif refusal := self._proves_nothing(person, license_, replaced):
            self._asked_in_vain(person, answer, refusal, vain)
        else:
            self.expect(answer, 202)
            self._asked(session, license_, upload)

    def _proves_nothing(self, person: Person, license_: License, replaced: bool) -> str:
        if replaced:
            return "code_replaced"
        if license_.blocked:
            return "license_blocked"
        theirs = person.company or license_.holder
        if not license_.proves(theirs):
            return "license_not_yours"
        return "recovery_open" if self.known.open_recovery(theirs) else ""

    def _asked_in_vain(self, person: Person, answer: Answer, refusal: str, before: int) -> None:
        if not person.company:
            self.expect(answer, 202)
            assert len(letters_to(person.email, "recovery_not_opened")) == before + 1
        elif refusal == "recovery_open":
            self.expect(answer, 409, refusal)
        else:
            self.expect_reason(answer, "activation_code", refusal)

    def _asked(self, session: Session, license_: License, upload: Upload) -> None:
        upload.state = "attached"
        shown = Client(cookies=dict(session.cookies)).get("/api/recoveries").json["recovery"]
        assert shown["state"] == "asked"
        made = Recovery(
            shown["id"], license_.holder, session.person, self.known.owner_of(license_.holder),
            license_, upload, self.now + WEEK,
        )  # fmt: skip
        self.known.recoveries.append(made)

    @precondition(lambda self: self.known.recoveries)
    @rule(who=numbers)
    def withdraw_wish(self, who: int) -> None:
        """COM-10: the newest that is open; nothing changes hands."""
        askers = [one.asker for one in self.known.recoveries if one.open and not one.asker.company]
        session = self.asking(0 if askers and who % 2 else who)
        answer = self.ask(session.cookies, "POST", "/api/recoveries/withdrawal")
        person = self.allowed(session, answer)
        if person is None:
            return
        mine = [one for one in self.known.recoveries if one.open and one.asker is person]
        if not mine:
            self.expect(answer, 404, "not_found")
            return
        self.expect(answer, 200)
        mine[-1].state = "withdrawn"
