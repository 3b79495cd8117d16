/** Mantine and our own parts ask the browser for things that jsdom does not have. */
if (typeof window !== 'undefined') {
  // A busy machine draws late; what is awaited is a condition, so waiting longer costs nothing.
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 15_000 })
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  // Newer browsers answer with a promise: an effect must not hand it on as its clean-up.
  Element.prototype.scrollIntoView ??= () => Promise.resolve() as never
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }
}
export {}
