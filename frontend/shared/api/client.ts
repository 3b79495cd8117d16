import createClient, { type Middleware } from 'openapi-fetch'
import { noteServerTime } from '@shared/clock'
import { currentLanguage } from '@shared/i18n/language'
import { fetchInTime } from './fetch-in-time'
import { NetworkError, problemFrom } from './problem'
import type { paths } from './schema'

const speakTheirLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage())
    return request
  },
}

/** A write that its caller gave no intent to is its own intent. */
const nameTheIntent: Middleware = {
  onRequest({ request }) {
    const writes = !['GET', 'HEAD'].includes(request.method)
    if (writes && !request.headers.has('Idempotency-Key'))
      request.headers.set('Idempotency-Key', crypto.randomUUID())
    return request
  },
}

const readTheAnswer: Middleware = {
  async onResponse({ response }) {
    noteServerTime(response.headers.get('date'))
    if (!response.ok) throw await problemFrom(response)
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error
    return error instanceof TypeError ? new NetworkError(error.message) : undefined
  },
}

/** The only way to the API. Throws ApiError or NetworkError; never tells anyone by itself. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  fetch: fetchInTime,
})
api.use(speakTheirLanguage, nameTheIntent, readTheAnswer)

/** The answer's body; problems were thrown before this is reached. */
export async function answer<Body>(call: Promise<{ data?: Body }>): Promise<Body> {
  return (await call).data as Body
}

export function intentHeader(key: string) {
  return { 'Idempotency-Key': key }
}
