const FRAMES_TO_DRAW = 30

/** The first field that has an error, so that its text is read out; once the error is drawn. */
export function focusFirstError() {
  lookForError(FRAMES_TO_DRAW)
}

function lookForError(frames: number) {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('form [aria-invalid="true"]')
    if (field) field.focus()
    else if (frames > 0) lookForError(frames - 1)
  })
}
