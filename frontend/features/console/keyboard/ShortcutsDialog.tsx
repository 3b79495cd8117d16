import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Kbd.css'
import { Checkbox, Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeyboard } from './Keyboard'
import { GROUPS, SHORTCUTS } from './shortcuts'
import classes from './ShortcutsDialog.module.css'

interface ShortcutsDialogProps {
  opened: boolean
  onClose: () => void
}

export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation(['console', 'common'])
  const { letters, setLetters } = useKeyboard()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
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
    </Modal>
  )
}

function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((key) => <Kbd key={key}>{key}</Kbd>)
}
