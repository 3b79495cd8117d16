import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import { licensesKey } from '../list/list-licenses'

export const devicesKey = (licenseId: string) => [...licensesKey, 'devices', licenseId] as const

export const devicesQuery = (licenseId: string) =>
  infiniteQueryOptions({
    queryKey: devicesKey(licenseId),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/licenses/{license_id}/devices', {
          params: { path: { license_id: licenseId }, query: { cursor: pageParam } },
        }),
      ),
    ...paged,
  })

export const staffDevicesQuery = (licenseId: string) =>
  infiniteQueryOptions({
    queryKey: [...devicesKey(licenseId), 'staff'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/staff/licenses/{license_id}/devices', {
          params: { path: { license_id: licenseId }, query: { cursor: pageParam } },
        }),
      ),
    ...paged,
  })

export const dropDevice = (licenseId: string, deviceId: string) =>
  answer(
    api.POST('/api/licenses/{license_id}/devices/{device_id}/drop', {
      params: { path: { license_id: licenseId, device_id: deviceId } },
    }),
  )

export const dropDeviceAsStaff = (licenseId: string, deviceId: string) =>
  answer(
    api.POST('/api/staff/licenses/{license_id}/devices/{device_id}/drop', {
      params: { path: { license_id: licenseId, device_id: deviceId } },
    }),
  )

/** Staff have looked at the overuse of a license: its mark comes off. */
export const reviewOveruse = (licenseId: string, intent: string) =>
  answer(
    api.POST('/api/staff/licenses/{license_id}/overuse-review', {
      params: { path: { license_id: licenseId } },
      headers: intentHeader(intent),
    }),
  )

/** The whole table, however many parts the server hands it out in. */
export async function fetchDevicesAsCsv(licenseId: string): Promise<Blob> {
  const parts: string[] = []
  let cursor: string | undefined
  do {
    const { data, response } = await api.GET('/api/licenses/{license_id}/devices.csv', {
      params: { path: { license_id: licenseId }, query: { cursor } },
      parseAs: 'text',
    })
    parts.push(data ?? '')
    cursor = response.headers.get('x-next-cursor') ?? undefined
  } while (cursor)
  // The byte order mark tells Excel that it is UTF-8.
  return new Blob(['\ufeff', ...parts], { type: 'text/csv;charset=utf-8' })
}
