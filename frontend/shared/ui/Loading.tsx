import { Loader, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The router shows it only after a moment: quick pages never flash it. */
export function Loading() {
  const { t } = useTranslation('common')
  return (
    <div role="status" style={{ display: 'grid', placeItems: 'center', minHeight: '14rem' }}>
      <Loader size="sm" aria-hidden />
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
    </div>
  )
}
