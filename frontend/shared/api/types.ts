/** Names of the domain for the shapes that the API speaks; the shapes themselves are generated. */
import type { components } from './schema'

type Schemas = components['schemas']

export type Problem = Omit<Schemas['Problem'], 'type'> & { type?: string }
export type PortalConfig = Schemas['Config']
export type Named = Schemas['Named']
export interface Page<Item> {
  items: Item[]
  next_cursor: string | null
}

export type Registration = Schemas['Registration']
export type KeyFileUpload = Schemas['KeyFileOut']
export type LinkHolder = Schemas['LinkHolder']
export type SignInAnswer = Pick<Schemas['SignedIn'], 'state'> & Partial<Schemas['SignedIn']>
export type Me = Schemas['Me']
export type Right = Schemas['Right']
export type OwnData = Schemas['OwnData']
export type OwnDataAnswer = Schemas['OwnDataOut']
export type SessionRow = Schemas['SessionOut']
export type Factors = Schemas['FactorsOut']
export type PasskeyRow = Schemas['PasskeyOut']
export type AuthenticatorOffer = Schemas['AuthenticatorOffer']
export type PasskeyWanted = Schemas['PasskeyWanted']
export type PasskeyMade = Schemas['PasskeyMade']
export type PasskeyOffer = Schemas['PasskeyOffer']
export type PasskeyShown = Schemas['PasskeyShown']
export type RemovalLink = Schemas['RemovalLink']
export type Notices = Schemas['NoticesOut']
export type Reach = Schemas['ReachOut']
export type NoticeTopic = Schemas['Topic']
export type StaffMe = Schemas['StaffMe']

export type Company = Schemas['CompanyOut']
export type Member = Schemas['MemberOut']
export type Invitation = Schemas['InvitationOut']
export type Invited = Schemas['Invited']
export type InvitationShown = Schemas['InvitationShown']

export type LicenseStatus = Schemas['LicensesStatus']
export type ClaimState = Schemas['ClaimState']
export type License = Schemas['LicenseOut']
export type LicenseDetails = Schemas['LicenseDetails']
export type Device = Schemas['DeviceOut']
export type DevicePage = Schemas['DevicePage']
export type LicenseUsage = Schemas['LicenseUsage']
export type LeaseRequest = Schemas['LeaseIn']
export type LicenseEvent = Schemas['EventOut']
export type LicenseCode = Schemas['CodeOut']

export type TicketForm = Schemas['TicketForm']
export type NewTicket = Required<Schemas['OpenTicket']>
export type TicketStatus = Schemas['TicketsStatus']
export type Severity = Schemas['Severity']
export type Party = Schemas['Party']
export type TicketItem = Schemas['TicketRow']
export type Ticket = Schemas['TicketOut']
export type TicketMessage = Schemas['MessageOut']
export type TicketFile = Schemas['FileOut']
export type ScanState = Schemas['Scan']
export type StatusMove = Schemas['MoveOut']
export type SurveyState = Schemas['SurveyOut']

export type OwnRecovery = Schemas['OwnRecovery']
export type CompanyRecovery = Schemas['CompanyRecovery']
export type NewRecovery = Schemas['AskRecovery']

export type UploadStart = Schemas['StartUpload']
export type UploadStarted = Schemas['UploadStarted']
export type SignedPart = Schemas['PartUrl']
export type StoredPart = Schemas['PartOut']
export type UploadReceipt = Schemas['UploadReceipt']
export type UnfinishedUpload = Schemas['UploadRow']
