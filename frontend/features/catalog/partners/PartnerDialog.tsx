import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOptions } from '@features/accounts/registration/country-options'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Columns } from '@shared/ui/form/Columns'
import { type Partner, type Standing, useSavingPartner } from '../catalog'
import { idFrom } from '../names'
import { SaveDialog } from '../SaveDialog'

interface PartnerDialogProps {
  /** None: a new partner. */
  partner?: Partner
  onClose: () => void
}

const STANDINGS: Standing[] = ['authorised', 'former', 'never']
const FIELDS = ['name', 'country', 'city', 'website', 'email', 'phone', 'standing']
const WEB = 'https://'
const EMPTY: Partner = {
  id: '',
  name: '',
  country: '',
  city: null,
  website: null,
  email: null,
  phone: null,
  standing: 'authorised',
  revision: 0,
}

export function PartnerDialog({ partner, onClose }: PartnerDialogProps) {
  const { t, i18n } = useTranslation(['catalogue', 'shop', 'common'])
  const [draft, setDraft] = useState(partner ?? EMPTY)
  const saving = useSavingPartner()
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  const errors = sortErrors(saving.error, FIELDS)
  const text = (name: 'name' | 'city' | 'website' | 'email' | 'phone') => ({
    label: t(`partner.${name}`),
    value: draft[name] ?? '',
    error: errors.fields[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: currentTarget.value }),
  })
  const save = () => saving.mutate(finished(draft), { onSuccess: onClose })
  return (
    <SaveDialog
      title={partner ? t('partner.edit') : t('partner.add')}
      saving={{ isPending: saving.isPending, error: errors.rest }}
      onSave={save}
      onClose={onClose}
    >
      <TextInput data-autofocus maxLength={120} {...text('name')} />
      <Columns count={2}>
        <NativeSelect
          label={t('partner.country')}
          data={[{ value: '', label: t('common:field.choose') }, ...countries]}
          value={draft.country}
          error={errors.fields.country}
          onChange={({ currentTarget }) => setDraft({ ...draft, country: currentTarget.value })}
        />
        <TextInput maxLength={120} {...text('city')} />
        <TextInput type="email" maxLength={254} {...text('email')} />
        <TextInput maxLength={120} {...text('phone')} />
      </Columns>
      <TextInput placeholder={WEB} maxLength={300} {...text('website')} />
      <NativeSelect
        label={t('partner.standing')}
        description={t('partner.standingHint')}
        data={STANDINGS.map((value) => ({ value, label: t(`shop:partners.standing.${value}`) }))}
        value={draft.standing}
        onChange={({ currentTarget }) =>
          setDraft({ ...draft, standing: currentTarget.value as Standing })
        }
      />
    </SaveDialog>
  )
}

/** What was left empty is not known. */
function finished(draft: Partner): Partner {
  const kept = (value: string | null) => value?.trim() || null
  return {
    ...draft,
    id: draft.id || idFrom(draft.name),
    name: draft.name.trim(),
    city: kept(draft.city),
    website: kept(draft.website),
    email: kept(draft.email),
    phone: kept(draft.phone),
  }
}
