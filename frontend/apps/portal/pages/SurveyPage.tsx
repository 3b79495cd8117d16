import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { Survey } from '@features/tickets/survey/Survey'
import { surveyLinkFrom } from '@features/tickets/survey/survey'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

export function SurveyPage() {
  const fragment = useLocation({ select: (location) => location.hash })
  return (
    <PublicFrame>
      <OpenedLink key={fragment} fragment={fragment} />
    </PublicFrame>
  )
}

function OpenedLink({ fragment }: { fragment: string }) {
  const [link] = useState(() => surveyLinkFrom(fragment))
  return <Survey link={link} />
}
