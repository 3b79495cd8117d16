"""What can be refused around invitations."""

from chalicelib.base.errors import Conflict, KontorError


class InvitationWithdrawn(KontorError):
    """The invitation behind the link was taken back."""

    code = "invitation_withdrawn"
    status = 410


class InvitationReplaced(KontorError):
    """A newer link to the same invitation was sent."""

    code = "invitation_replaced"
    status = 410


class InvitationAccepted(Conflict):
    """The person has accepted: there is nothing left to withdraw or to send again."""

    code = "invitation_accepted"


class AlreadyWithdrawn(Conflict):
    """Somebody else took the invitation back first."""

    code = "already_withdrawn"


class AlreadyInCompany(Conflict):
    """The invited person belongs to a company already."""

    code = "already_in_company"


class AccountExists(Conflict):
    """The address has an account: with its password it joins, and needs no new one."""

    code = "account_exists"


class AccountGone(Conflict):
    """The account that was to join was deleted in the meantime: the form makes a new one."""

    code = "account_gone"


class CompanyGone(KontorError):
    """The company that invited is not there any more."""

    code = "company_gone"
    status = 410
