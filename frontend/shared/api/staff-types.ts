/** Shapes that only the staff's side of the API speaks. */
import type { components } from './schema'

type Schemas = components['schemas']

export type QueueCounts = Schemas['QueueCounts']
export type QueueName = Exclude<keyof QueueCounts, 'counted_to'>
export type QueuePage = Schemas['QueuePage']
export type StaffTicketItem = Schemas['QueueRow']
export type StaffTicket = Schemas['StaffTicket']
/** What staff may do with a request just now; the rest is refused. */
export type StaffMove = StaffTicket['moves'][number]
export type StaffLicense = Schemas['StaffLicense']
export type MessageKind = Schemas['StaffMessage']['kind']
export type Closure = Schemas['Closure']['how']

export type CompanyRow = Schemas['CompanyRow']
export type CompanyPerson = Schemas['CompanyPerson']
export type StaffCompany = Schemas['StaffCompany']

export type AuditEntry = Schemas['AuditEntry']
export type ParkedLetter = Schemas['ParkedLetter']
export type StoppedAddress = Schemas['StoppedAddress']
export type StopReason = Schemas['StopReason']

export type Colleague = Schemas['ColleagueOut']
export type InviteColleague = Schemas['InviteColleague']
export type StaffRole = Schemas['StaffRole']
export type DeskLicense = Schemas['DeskLicense']
export type DeskLicenseRow = Schemas['DeskLicenseRow']
export type LicenseCheck = Schemas['CheckRow']
export type Evidence = Schemas['CheckEvidence']
export type RecoveryEvidence = Schemas['RecoveryEvidence']
export type RecoveryDecision = Schemas['Decide']
