// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Rich, STRONG } from './Rich'

const htmlOf = (text: string) =>
  render(<Rich text={text} marks={{ ...STRONG, to: (words) => <a href="/x">{words}</a> }} />)
    .container.innerHTML

describe('a text with marks', () => {
  it('draws what is marked', () => {
    expect(htmlOf('Read <to>the terms</to> and <strong>wait</strong>.')).toBe(
      'Read <a href="/x">the terms</a> and <strong>wait</strong>.',
    )
  })

  it('shows everything else as it stands', () => {
    expect(htmlOf('a < b <img src=x> <b>c</b> & <strong>d')).toBe(
      'a &lt; b &lt;img src=x&gt; c &amp; &lt;strong&gt;d',
    )
  })
})
