import { useTranslation } from 'react-i18next'
import { ApiError, isSignedOut } from '@shared/api/problem'
import { useFormat } from '@shared/i18n/use-format'
import { ChecksumMismatch } from './core/file-upload'
import { FileUnreadable } from './core/hasher'
import type { UploadEntry } from './upload-list'

/** One line on how a file is doing: how much, how fast, how long still, or what is wrong. */
export function useProgressText() {
  const { t } = useTranslation('tickets')
  const format = useFormat()
  const errorText = (error: unknown): string => {
    if (error instanceof FileUnreadable) return t('upload.failed.unreadable')
    if (error instanceof ChecksumMismatch) return t('upload.failed.mismatch')
    if (isSignedOut(error)) return t('upload.failed.signedOut')
    if (error instanceof ApiError && error.errors[0]) return error.errors[0].detail
    if (error instanceof ApiError && error.message) return error.message
    return t('upload.failed.other')
  }
  return ({ progress, size }: UploadEntry): string => {
    const amount = t('upload.amount', {
      sent: format.bytes(progress.sent),
      size: format.bytes(size),
    })
    if (progress.phase === 'failed') return errorText(progress.error)
    if (progress.phase === 'done') return `${format.bytes(size)} · ${t('upload.phase.done')}`
    if (progress.phase !== 'uploading') return `${amount} · ${t(`upload.phase.${progress.phase}`)}`
    const speed = progress.speed ? t('upload.speed', { speed: format.bytes(progress.speed) }) : null
    const left =
      progress.left === null ? null : t('upload.left', { time: format.duration(progress.left) })
    return [amount, speed, left].filter(Boolean).join(' · ')
  }
}
