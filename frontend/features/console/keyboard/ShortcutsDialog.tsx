import '@mantine/core/styles/Kbd.css'
import { Checkbox, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@shared/ui/Dialog'
import { useKeyboard } from './Keyboard'
import { GROUPS, SHORTCUTS } from './shortcuts'
import classes from './ShortcutsDialog.module.css'

interface ShortcutsDialogProps {
  opened: boolean
  onClose: () => void
}

export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation('console')
  const { letters, setLetters } = useKeyboard()
  return (
    <Dialog opened={opened} onClose={onClose} wide title={t('shortcuts.title')}>
      <div className={classes.groups}>
        {Object.entries(GROUPS).map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{t(`shortcuts.group.${group as keyof typeof GROUPS}`)}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut}>
                  <dt>{t(`shortcuts.act.${shortcut}`)}</dt>
                  <dd>
                    <Keys keys={SHORTCUTS[shortcut]} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        mt="lg"
        checked={letters}
        onChange={(event) => setLetters(event.currentTarget.checked)}
        label={t('shortcuts.letters')}
        description={t('shortcuts.lettersHint')}
      />
    </Dialog>
  )
}

function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((key) => <Kbd key={key}>{key}</Kbd>)
}
