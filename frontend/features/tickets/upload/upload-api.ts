import { answer, api } from '@shared/api/client'
import type { UploadApi } from './core/api'

type Side = '/api/uploads' | '/api/staff/uploads'

/** Each side of the counter has its own paths, and its own session behind them. */
function uploadsUnder(side: Side): UploadApi {
  const multipart = `${side}/s3/multipart` as const
  const one = `${multipart}/{upload_id}` as const
  return {
    start: (body) => answer(api.POST(multipart, { body })),
    sign: ({ key, uploadId }, { number, size, sha256 }) =>
      answer(
        api.GET(`${one}/{part_number}`, {
          params: {
            path: { upload_id: uploadId, part_number: String(number) },
            query: { key, sha256, size },
          },
        }),
      ),
    stored: ({ key, uploadId }) =>
      answer(api.GET(one, { params: { path: { upload_id: uploadId }, query: { key } } })),
    complete: ({ key, uploadId }, parts) =>
      answer(
        api.POST(`${one}/complete`, {
          params: { path: { upload_id: uploadId }, query: { key } },
          body: { parts },
        }),
      ),
    abort: ({ key, uploadId }) =>
      answer(api.DELETE(one, { params: { path: { upload_id: uploadId }, query: { key } } })),
    unfinished: async () => (await answer(api.GET(side))).items,
  }
}

export const customersUploads = uploadsUnder('/api/uploads')
export const staffUploads = uploadsUnder('/api/staff/uploads')
