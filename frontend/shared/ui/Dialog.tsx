import { CloseButton } from '@mantine/core'
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Dialog.module.css'

const FIELDS = 'form :is(input, select, textarea)'

interface DialogProps {
  opened: boolean
  title: ReactNode
  /** For what needs columns. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/**
 * The browser's own modal dialog: it keeps the focus, closes with Escape and gives the focus back.
 * What carries `data-autofocus` is focused first, else the first field of a form. Drawn only while
 * open, so it opens afresh.
 */
export function Dialog({ opened, title, wide, onClose, children }: DialogProps) {
  return opened ? (
    <OpenDialog title={title} wide={wide} onClose={onClose}>
      {children}
    </OpenDialog>
  ) : null
}

function OpenDialog({ title, wide, onClose, children }: Omit<DialogProps, 'opened'>) {
  const { t } = useTranslation('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Closed before it is taken off the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    const first = shown?.querySelector('[data-autofocus]') ?? shown?.querySelector(FIELDS)
    if (first instanceof HTMLElement) first.focus()
    return () => shown?.close()
  }, [])
  // A press that began inside, as when text is marked, and slipped out means something else.
  const pressedBeside = useRef(false)
  const notePress = (event: MouseEvent) => {
    pressedBeside.current = event.target === dialog.current
  }
  const closeFromBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current && pressedBeside.current) onClose()
  }
  return (
    // Escape is the keyboard's way; the click on the backdrop only repeats it for the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      onMouseDown={notePress}
      onClick={closeFromBackdrop}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={classes.inner}>
        <div className={classes.head}>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
          <CloseButton onClick={onClose} aria-label={t('close')} />
        </div>
        {children}
      </div>
    </dialog>
  )
}
