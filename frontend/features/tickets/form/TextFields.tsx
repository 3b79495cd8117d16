import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { CharacterCount } from '@shared/ui/form/CharacterCount'
import { CountedTextarea } from '@shared/ui/form/CountedTextarea'
import type { FieldsProps } from './ProductFields'

export function TextFields({ values, errors, onChange }: Omit<FieldsProps, 'form'>) {
  const { t } = useTranslation('tickets')
  const { limits } = useConfig()
  return (
    <>
      <div>
        <TextInput
          label={t('form.subject')}
          description={t('form.subjectHint')}
          value={values.subject}
          error={errors.subject}
          autoComplete="off"
          dir="auto"
          onChange={({ currentTarget }) => onChange({ ...values, subject: currentTarget.value })}
        />
        <CharacterCount text={values.subject} max={limits.subject_chars} />
      </div>
      <CountedTextarea
        label={t('form.description')}
        aria-describedby="request-tips"
        value={values.description}
        max={limits.text_chars}
        error={errors.description}
        onChange={({ currentTarget }) => onChange({ ...values, description: currentTarget.value })}
      />
    </>
  )
}
