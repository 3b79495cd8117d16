/** Stands in until openapi.json is made; `npm run api` writes this file then. */
import type * as S from './staff-types'
import type * as T from './types'

type Json<Body> = { content: { 'application/json': Body } }
type Answer<Body> = { headers: Record<string, unknown> } & Json<Body>
type Body<In> = [In] extends [never] ? { requestBody?: never } : { requestBody: Json<In> }
interface Parameters<Query, Path> {
  query?: Query
  path: Path
  header?: { 'Idempotency-Key'?: string }
  cookie?: never
}
type Call<Out, In = never, Query = never, Path = never> = Body<In> & {
  parameters: Parameters<Query, Path>
  responses: { 200: Answer<Out> }
}
type Free<Out, In = never, Query = never> = Body<In> & {
  parameters: Omit<Parameters<Query, never>, 'path'> & { path?: never }
  responses: { 200: Answer<Out> }
}
type Nothing = Record<string, never>
type Passwords = { token: string; password: string; password_repeat: string }
type PartQuery = { key: string; sha256?: string; size?: number }

export interface paths {
  '/api/config': { get: Free<T.PortalConfig> }
  '/api/registrations': { post: Free<Nothing, T.Registration> }
  '/api/activations/inspect': { post: Free<T.Invitee, { token: string }> }
  '/api/activations': { post: Free<{ email: string }, Passwords> }
  '/api/password-resets': { post: Free<Nothing, { email: string }> }
  '/api/password-resets/inspect': { post: Free<T.Invitee, { token: string }> }
  '/api/password-resets/redeem': { post: Free<{ email: string }, Passwords> }
  '/api/sessions': { post: Free<T.SignInAnswer, { email: string; password: string }> }
  '/api/sessions/second-factor': { post: Free<T.SignInAnswer, { challenge: string; code: string }> }
  '/api/sessions/current': { delete: Free<undefined> }
  '/api/staff/sessions': { post: Free<T.SignInAnswer, { email: string; password: string }> }
  '/api/staff/sessions/second-factor': {
    post: Free<T.SignInAnswer, { challenge: string; code: string }>
  }
  '/api/staff/sessions/current': { delete: Free<undefined> }
  '/api/staff/me': { get: Free<T.StaffMe> }
  '/api/staff/queues': { get: Free<S.QueueCounts> }
  '/api/staff/tickets': {
    get: Free<T.Page<S.StaffTicketItem>, never, { queue: S.QueueName; cursor?: string }>
  }
  '/api/staff/tickets/by-number/{number}': {
    get: Call<{ id: string }, never, never, { number: string }>
  }
  '/api/staff/tickets/{ticket_id}': { get: Call<S.StaffTicket, never, never, { ticket_id: string }> }
  '/api/staff/tickets/{ticket_id}/messages': {
    post: Call<
      { message_id: string; status: T.TicketStatus },
      { kind: S.MessageKind; text: string; files: string[] },
      never,
      { ticket_id: string }
    >
  }
  '/api/staff/tickets/{ticket_id}/assignment': {
    post: Call<{ assignee: T.Named | null }, { assignee: string | null }, never, { ticket_id: string }>
  }
  '/api/staff/tickets/{ticket_id}/closure': {
    post: Call<
      { status: T.TicketStatus },
      { how: S.Closure; reason: string | null },
      never,
      { ticket_id: string }
    >
  }
  '/api/staff/tickets/{ticket_id}/files/{file_id}/download': {
    get: Call<
      { url: string; expires_at: string },
      never,
      never,
      { ticket_id: string; file_id: string }
    >
  }
  '/api/surveys/inspect': { post: Free<T.SurveyState, { token: string }> }
  '/api/surveys': {
    put: Free<T.SurveyState, { token: string; rating: number | null; words: string | null }>
  }
  '/api/me': { get: Free<T.Me>; patch: Free<T.Me, { language: string }> }
  '/api/me/data-statement': { post: Free<T.Me, { version: string }> }
  '/api/licenses': {
    get: Free<T.Page<T.License>, never, { state?: string; sort?: string; cursor?: string }>
    post: Free<T.License, { activation_code: string | null; key_file: T.KeyFileUpload | null }>
  }
  '/api/licenses/{license_id}': {
    get: Call<T.LicenseDetails, never, never, { license_id: string }>
  }
  '/api/licenses/{license_id}/key-file': {
    get: Call<T.KeyFileUpload, never, { product_id?: string }, { license_id: string }>
  }
  '/api/ticket-form': { get: Free<T.TicketForm> }
  '/api/tickets': {
    get: Free<
      T.Page<T.TicketItem>,
      never,
      { author?: string; status?: string; waiting?: boolean; inactive?: boolean; cursor?: string }
    >
    post: Free<{ id: string; number: string; status: T.TicketStatus }, T.NewTicket>
  }
  '/api/tickets/by-number/{number}': { get: Call<{ id: string }, never, never, { number: string }> }
  '/api/tickets/{ticket_id}': { get: Call<T.Ticket, never, never, { ticket_id: string }> }
  '/api/tickets/{ticket_id}/messages': {
    post: Call<
      { message_id: string; status: T.TicketStatus },
      { text: string; files: string[] },
      never,
      { ticket_id: string }
    >
  }
  '/api/tickets/{ticket_id}/close': {
    post: Call<{ status: T.TicketStatus }, Nothing, never, { ticket_id: string }>
  }
  '/api/tickets/{ticket_id}/files/{file_id}/download': {
    get: Call<
      { url: string; expires_at: string },
      never,
      never,
      { ticket_id: string; file_id: string }
    >
  }
  '/api/uploads': { get: Free<{ items: T.UnfinishedUpload[] }> }
  '/api/uploads/s3/multipart': { post: Free<T.UploadStarted, T.UploadStart> }
  '/api/uploads/s3/multipart/{uploadId}/{n}': {
    get: Call<T.SignedPart, never, PartQuery, { uploadId: string; n: number }>
  }
  '/api/uploads/s3/multipart/{uploadId}': {
    get: Call<T.StoredPart[], never, { key: string }, { uploadId: string }>
    delete: Call<Nothing, never, { key: string }, { uploadId: string }>
  }
  '/api/uploads/s3/multipart/{uploadId}/complete': {
    post: Call<
      T.UploadReceipt,
      { parts: { PartNumber: number; ETag: string; ChecksumSHA256?: string }[] },
      { key: string },
      { uploadId: string }
    >
  }
  '/api/staff/uploads': paths['/api/uploads']
  '/api/staff/uploads/s3/multipart': paths['/api/uploads/s3/multipart']
  '/api/staff/uploads/s3/multipart/{uploadId}/{n}': paths['/api/uploads/s3/multipart/{uploadId}/{n}']
  '/api/staff/uploads/s3/multipart/{uploadId}': paths['/api/uploads/s3/multipart/{uploadId}']
  '/api/staff/uploads/s3/multipart/{uploadId}/complete': paths['/api/uploads/s3/multipart/{uploadId}/complete']
}
