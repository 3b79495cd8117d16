import { FileUp } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './DropArea.module.css'

interface DropAreaProps {
  label: string
  accept?: string
  multiple?: boolean
  disabled?: boolean
  error?: ReactNode
  hint?: ReactNode
  onFiles: (files: File[]) => void
}

/** Takes files by click, keyboard or drop: a native file input, stretched over the whole area. */
export function DropArea(props: DropAreaProps) {
  const { t } = useTranslation('common')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files?.length && !props.disabled) props.onFiles([...files])
    if (input.current) input.current.value = ''
  }
  return (
    <div>
      <label
        className={classes.area}
        data-over={over || undefined}
        data-error={props.error ? true : undefined}
        data-disabled={props.disabled || undefined}
      >
        <input
          ref={input}
          type="file"
          className={classes.input}
          accept={props.accept}
          multiple={props.multiple}
          disabled={props.disabled}
          aria-label={props.label}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error ? `${id}-error` : `${id}-hint`}
          onChange={(event) => take(event.currentTarget.files)}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
        <FileUp size={18} aria-hidden />
        <span>
          {t('file.drop')} <span className={classes.choose}>{t('file.choose')}</span>
        </span>
      </label>
      {props.error ? (
        <p id={`${id}-error`} className={classes.error}>
          {props.error}
        </p>
      ) : props.hint ? (
        <p id={`${id}-hint`} className={classes.hint}>
          {props.hint}
        </p>
      ) : null}
    </div>
  )
}
