import { Loader, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/**
 * The router shows it only after a moment: quick pages never flash it. `inside` a panel or a
 * dialog it takes about the room of what is coming.
 */
export function Loading({ inside }: { inside?: boolean }) {
  const { t } = useTranslation('common')
  const minHeight = inside ? '3.5rem' : '14rem'
  return (
    <div role="status" style={{ display: 'grid', placeItems: 'center', minHeight }}>
      <Loader size="sm" aria-hidden />
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
    </div>
  )
}
