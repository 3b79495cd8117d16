import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import { tablePart, wholeTable } from '@shared/files'
import { licensesKey } from '../list/list-licenses'

export const devicesKey = (licenseId: string) => [...licensesKey, 'devices', licenseId] as const

/** Of all licenses (LIC-17). */
export const usageKey = [...licensesKey, 'usage'] as const

/** Every list that a license's devices stand in. */
export const refreshDevices = (queryClient: QueryClient, licenseId: string) =>
  Promise.all(
    [devicesKey(licenseId), usageKey].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )

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

/** The devices of one license; the server's parts are put together. */
export const fetchDevicesAsCsv = (licenseId: string) =>
  wholeTable((cursor) =>
    tablePart(
      api.GET('/api/licenses/{license_id}/devices.csv', {
        params: { path: { license_id: licenseId }, query: { cursor } },
        parseAs: 'text',
      }),
    ),
  )
