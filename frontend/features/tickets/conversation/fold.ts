const FOLDED_ABOVE = 6
const LAST_SHOWN = 3

/**
 * What of a conversation is shown at first (REQ-10): all of a short one; of a long one how it
 * began and how it stands. `hidden` counts what is between.
 */
export function fold<Message>(messages: Message[], whole: boolean) {
  if (whole || messages.length <= FOLDED_ABOVE) return { first: messages, hidden: 0, last: [] }
  return {
    first: messages.slice(0, 1),
    hidden: messages.length - 1 - LAST_SHOWN,
    last: messages.slice(-LAST_SHOWN),
  }
}
