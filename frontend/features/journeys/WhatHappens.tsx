import { useTranslation } from 'react-i18next'
import classes from './Journeys.module.css'

/** In plain words, before: what goes and what stays. */
export function WhatHappens({ goes, stays }: { goes: string[]; stays: string[] }) {
  const { t } = useTranslation('journeys')
  return (
    <div className={classes.lists}>
      <List title={t('goes')} points={goes} />
      <List title={t('stays')} points={stays} />
    </div>
  )
}

function List({ title, points }: { title: string; points: string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
