/* eslint-disable max-lines -- stands in until openapi.json is made; then these are aliases */
/** Shapes that the API speaks; names of the domain for the generated ones. */
export interface Named {
  id: string
  name: string
}

export interface Page<Item> {
  items: Item[]
  next_cursor: string | null
}

export interface PortalConfig {
  vendor: {
    name: string
    logo_url: string | null
    support_email: string
    colours: { primary: string }
    website: string
  }
  languages: string[]
  terms: { version: string; url: string }
  privacy: { version: string; url: string }
  data_statement: { version: string; text: string }
  limits: {
    files_per_message: number
    file_bytes: number
    part_bytes: number
    parallel_parts: number
    text_chars: number
    subject_chars: number
  }
  categories: string[]
  password: { min_length: number }
}

export interface KeyFileUpload {
  name: string
  content_base64: string
}

export interface Registration {
  first_name: string
  last_name: string
  company_name: string
  email: string
  country: string
  activation_code: string | null
  key_file: KeyFileUpload | null
  accept_terms: string
  accept_privacy: string
  survey: boolean
  language: string
}

export interface Invitee {
  email: string
  first_name: string
  last_name: string
  company_name: string
  expires_at: string
}

export type SignInAnswer = { state: 'signed_in' } | { state: 'second_factor'; challenge: string }

export type Right =
  'manage_tickets' | 'manage_users' | 'invite_users' | 'manage_licenses' | 'manage_company'

export interface Me {
  account: {
    id: string
    email: string
    first_name: string
    last_name: string
    country: string
    language: string
    data_statement_version: string | null
  }
  company: Named | null
  owner: boolean
  rights: Right[]
}

export type StaffRole = 'agent' | 'license_desk' | 'supervisor'

export interface StaffMe {
  account: { id: string; email: string; first_name: string; last_name: string; language: string }
  role: StaffRole
}

export type LicenseStatus = 'active' | 'expired' | 'not_activated' | 'blocked'
export type ClaimState = 'pending' | 'active' | 'refused'

export interface License {
  id: string
  public_id: string
  product_id: string
  product_name: string
  code: string
  key_file_name: string | null
  status: LicenseStatus
  claim: ClaimState
  expires_on: string
  nodes: number
  added_at: string
}

export interface LicenseDetails extends License {
  /** Null, as the next ones, until the vendor has accepted the claim. */
  serial_number: string | null
  order_number: string | null
  edition: string
  products: { id: string; name: string; key_file_name: string | null }[]
  end_user: string | null
  partner: string | null
  starts_on: string
}

export interface TicketForm {
  groups: {
    id: string
    name: string
    products: {
      id: string
      name: string
      versions: { id: string; name: string; newer_patch: { name: string; url: string } | null }[]
    }[]
  }[]
  operating_systems: Named[]
  types: { id: string; name: string; subtypes: Named[] }[]
  severities: Severity[]
  tips: string[]
}

export type Severity = 'low' | 'normal' | 'high'

export type TicketStatus =
  | 'in_progress'
  | 'awaiting_answer'
  | 'solution_provided'
  | 'resolved_no_information'
  | 'closed'
  | 'closed_redirected'
  | 'cancelled_by_specialist'
  | 'cancelled_by_user'
  | 'cancelled_expired'

export interface TicketItem {
  id: string
  number: string
  subject: string
  status: TicketStatus
  category: string
  product_name: string
  author: Named
  created_at: string
  updated_at: string
  waiting_for: 'you' | 'support' | null
  files: number
}

export type ScanState = 'pending' | 'clean' | 'infected' | 'unscannable'

export interface TicketFile {
  id: string
  name: string
  size: number
  sha256: string | null
  scan: ScanState
}

export type Party = 'customer' | 'support' | 'system'

export interface TicketMessage {
  id: string
  kind: 'message' | 'question' | 'solution' | 'status' | 'note'
  author: { name: string; role: Party }
  text: string
  created_at: string
  files: TicketFile[]
}

export interface StatusMove {
  at: string
  from: TicketStatus | null
  to: TicketStatus
  by: Party
}

export interface Ticket extends TicketItem {
  product_id: string
  version_name: string
  os_name: string
  type_name: string
  subtype_name: string
  severity: Severity
  license_public_id: string
  /** A closed request that this one goes on from. */
  related: { id: string; number: string } | null
  messages: TicketMessage[]
  history: StatusMove[]
  can: { reply: boolean; close: boolean }
  /** When it ends by itself if nothing happens. */
  closes_at: string | null
}

export interface NewTicket {
  category: 'technical'
  product_id: string
  version_id: string
  os_id: string
  type_id: string
  subtype_id: string
  severity: Severity
  subject: string
  description: string
  files: string[]
  related_ticket_id: string | null
}

export interface SurveyState {
  number: string
  subject: string
  rating: number | null
  words: string | null
  ends_at: string
}

export interface UploadStart {
  filename: string
  type: string
  metadata: {
    size: number
    fingerprint: string
    checksum: 'sha256' | null
    ticket_id: string | null
  }
}

export interface UploadStarted {
  key: string
  uploadId: string
  part_size: number
}

export interface SignedPart {
  url: string
  expires: number
  headers?: Record<string, string>
}

export interface StoredPart {
  PartNumber: number
  Size?: number
  ETag: string
  ChecksumSHA256?: string
}

export interface UploadReceipt {
  location: string
  key: string
  size: number
  sha256: string
}

export interface UnfinishedUpload {
  key: string
  uploadId: string
  filename: string
  size: number
  fingerprint: string
  state: 'uploading' | 'complete'
  created_at: string
}

export interface Problem {
  type?: string
  title: string
  status: number
  code: string
  detail: string
  errors?: { field: string; code: string; detail: string }[]
  /** What the words were made with, such as `retry_after` in seconds. */
  params?: Record<string, string | number>
}
