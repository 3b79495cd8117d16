// Keeps the second-factor codes and the clock current while the page is open.
const codes = document.querySelectorAll('[data-code-of]')
const clock = document.querySelector('[data-now]')
const left = document.querySelector('[data-seconds-left]')

async function refresh() {
  const answer = await fetch('/dev/api/state')
  if (!answer.ok) return
  const state = await answer.json()
  for (const output of codes) {
    const code = state.codes.by_email[output.dataset.codeOf] ?? ''
    if (output.textContent !== code) output.textContent = code
  }
  if (left) left.textContent = state.codes.seconds_left
  if (clock) {
    const day = new Date(state.now).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
    clock.textContent = `${day}, ${state.now.slice(0, 10)} ${state.now.slice(11, 19)} UTC`
  }
}

if (codes.length || clock) {
  setInterval(() => {
    if (!document.hidden) refresh().catch(() => {})
  }, 1000)
}
