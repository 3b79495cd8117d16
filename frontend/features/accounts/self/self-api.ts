import type {
  AuthenticatorOffer,
  Factors,
  Notices,
  NoticeTopic,
  PasskeyMade,
  PasskeyWanted,
  Reach,
  SessionRow,
} from '@shared/api/types'

interface Codes {
  recovery_codes: string[]
}
interface NewPasskey {
  token: string
  name: string
  credential: PasskeyMade
}
/** The password once more; staff who must set up their first factor gave it just now. */
type Password = string | null

/** A person's own settings, on one side of the counter. */
export interface SelfApi {
  /** Begins the keys under which answers are kept. */
  side: 'customer' | 'staff'
  notices: () => Promise<Notices>
  /** Whether our mail reaches them. */
  reach: () => Promise<Reach>
  askReachCheck: () => Promise<unknown>
  chooseNotices: (unwanted: NoticeTopic[]) => Promise<Notices>
  sessions: () => Promise<{ items: SessionRow[] }>
  endSession: (id: string) => Promise<unknown>
  endAllSessions: () => Promise<unknown>
  askPasswordLink: () => Promise<unknown>
  factors: () => Promise<Factors>
  offerAuthenticator: (password: Password) => Promise<AuthenticatorOffer>
  confirmAuthenticator: (body: { token: string; code: string }) => Promise<Codes>
  removeAuthenticator: (password: Password) => Promise<unknown>
  wantPasskey: (password: Password) => Promise<PasskeyWanted>
  addPasskey: (body: NewPasskey) => Promise<Codes>
  removePasskey: (id: string, password: Password) => Promise<unknown>
  renewCodes: (password: Password) => Promise<Codes>
  /** Only customers can have a lost factor removed by mail, and so object to it. */
  objectToRemoval?: () => Promise<unknown>
}
