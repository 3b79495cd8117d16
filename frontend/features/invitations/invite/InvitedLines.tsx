import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invited } from '@shared/api/types'
import { useConfig } from '@shared/api/config'
import { Notice } from '@shared/ui/Notice'
import classes from './InvitePeople.module.css'

interface InvitedLinesProps {
  done: Invited
  /** Goes back to the form with these lines. */
  onCorrect: (lines: string[]) => void
  onClose: () => void
}

/** How many went out, and for every other line why it did not. */
export function InvitedLines({ done, onCorrect, onClose }: InvitedLinesProps) {
  const { t } = useTranslation('users')
  const { days } = useConfig()
  const left = done.lines.filter((line) => line.outcome !== 'sent')
  return (
    <Stack gap="md">
      {done.sent > 0 ? (
        <Notice tone="success">{t('invite.sent', { count: done.sent, days: days.link })}</Notice>
      ) : null}
      {left.length > 0 ? (
        <>
          <Notice tone="warning">{t('invite.notSent', { count: left.length })}</Notice>
          {/* A long list scrolls; the keyboard must reach it for that. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('invite.left')}>
            <table className={classes.lines}>
              <thead>
                <tr>
                  <th scope="col">{t('invite.line')}</th>
                  <th scope="col">{t('invite.text')}</th>
                  <th scope="col">{t('invite.why')}</th>
                </tr>
              </thead>
              <tbody>
                {left.map((line) => (
                  <tr key={line.number}>
                    <td>{line.number}</td>
                    <td>{line.text}</td>
                    <td>{line.detail}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
      <Group justify="flex-end" gap="xs">
        {left.length > 0 ? (
          <Button variant="default" onClick={() => onCorrect(left.map((line) => line.text))}>
            {t('invite.correct')}
          </Button>
        ) : null}
        <Button onClick={onClose} data-autofocus>
          {t('invite.close')}
        </Button>
      </Group>
    </Stack>
  )
}
