import { Button, Input, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FIELD_LIMITS } from '@features/accounts/registration/registration'
import { LicenseProof } from '@features/licenses/keys/LicenseProof'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { Panel } from '@shared/ui/Panel'
import { useFounding } from './use-founding'

/** For somebody in no company, with a license that none holds: it becomes theirs (ACC-2). */
export function FoundCompany() {
  const { t } = useTranslation(['place', 'accounts'])
  const { fields, proof, changeProof, errors, problem, founding, submit } = useFounding()
  return (
    <Panel title={t('found.title')}>
      <p>{t('found.detail')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <FormProblem error={problem} />
          <TextInput
            label={t('accounts:register.company')}
            description={t('accounts:register.companyHint')}
            autoComplete="organization"
            maxLength={FIELD_LIMITS.company_name}
            {...fields.text('company_name')}
          />
          <Input.Wrapper label={t('accounts:register.proof')} labelElement="div">
            <div style={{ marginTop: '0.5rem' }}>
              <LicenseProof
                value={proof}
                onChange={changeProof}
                codeError={errors.activation_code}
                fileError={errors.key_file}
              />
            </div>
          </Input.Wrapper>
          <Button type="submit" loading={founding} style={{ alignSelf: 'flex-start' }}>
            {t('found.submit')}
          </Button>
        </Stack>
      </form>
    </Panel>
  )
}
