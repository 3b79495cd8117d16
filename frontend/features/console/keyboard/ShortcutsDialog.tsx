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
  const ofGroup = (group: keyof typeof GROUPS) => (
    <Group
      title={t(`shortcuts.group.${group}`)}
      lines={GROUPS[group].map((shortcut) => [
        t(`shortcuts.act.${shortcut}`),
        SHORTCUTS[shortcut].split(' '),
      ])}
    />
  )
  return (
    <Dialog opened={opened} onClose={onClose} wide title={t('shortcuts.title')}>
      <div className={classes.groups}>
        {ofGroup('list')}
        <Group
          title={t('shortcuts.group.write')}
          lines={[
            [t('shortcuts.act.send'), [t('shortcuts.key.ctrl'), t('shortcuts.key.enter')]],
            [t('shortcuts.act.leave'), [t('shortcuts.key.escape')]],
          ]}
        />
        {ofGroup('request')}
        {ofGroup('everywhere')}
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

function Group({ title, lines }: { title: string; lines: [act: string, keys: string[]][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([act, keys]) => (
          <div key={act}>
            <dt>{act}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
