"""What a page shows in the language that nobody speaks: words without accents, texts cut off."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Response

from tests.pseudo import PSEUDO, plain_words

_ENUM = re.compile(r"[a-z0-9_]+")

# What people read or hear: text, labels, placeholders. A time has the form of its language, and
# code or what is marked as no text of ours is data.
_TEXTS = """() => {
  const found = []
  const data = 'time, code, kbd, script, style, option, [translate=no]'
  const shown = (element) => element.checkVisibility({ visibilityProperty: true })
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!element.closest(data) && shown(element)) found.push(walker.currentNode.data)
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (!element.closest(data) && shown(element)) found.push(element.getAttribute(name))
  found.push(document.title)
  return found
}"""

# Words that the browser makes by the language's form: countries, languages, zones, dates, units.
_MADE = """(language) => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const regions = new Intl.DisplayNames(language, { type: 'region' })
  const countries = letters.flatMap((a) => letters.map((b) => regions.of(a + b)))
  const tongues = new Intl.DisplayNames(language, { type: 'language' })
  const months = [...Array(12).keys()].flatMap((month) =>
    ['short', 'long'].map((style) =>
      new Intl.DateTimeFormat(language, { month: style }).format(new Date(2026, month, 1))))
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const ages = ['minute', 'hour', 'day'].flatMap((unit) =>
    [-5, -1, 0, 1, 5].map((count) => relative.format(count, unit)))
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'second', 'minute', 'hour']
  const amounts = units
    .flatMap((unit) => ['short', 'long'].flatMap((unitDisplay) => [1, 5].map((count) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(count))))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(['1', '2', '3'])
  return [...countries, ...['de', 'en'].map((one) => tongues.of(one)), ...months, ...ages,
    ...amounts, list, ...Intl.supportedValuesOf('timeZone'), 'UTC GMT AM PM'].join(' ')
}"""

# A text of ours that ends outside of what cuts it off, or of the button that it stands on.
_CUT_OFF = """() => {
  const root = document.documentElement
  const found = []
  if (root.scrollWidth > root.clientWidth)
    found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide: ` +
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(-3).map((one) => `<${one.tagName} class="${one.className}">`).join(' '))
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    if (!/[áéíóúşšţñ]/i.test(node.data) || !element.checkVisibility({ visibilityProperty: true }))
      continue
    if (element.closest('[data-loading]')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      const edge = box.getBoundingClientRect()
      if (edge.width <= 1 || style.clipPath !== 'none' || style.position === 'fixed') break
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
      const cuts = /hidden|clip/.test(style.overflowX + style.overflowY)
      const holds = box.matches('button, [role=button], [role=tab], th, td, label, li > a')
      if ((cuts || holds) && text.width > 0 && style.display !== 'inline' &&
          (text.right > edge.right + 1 || text.left < edge.left - 1 ||
           text.bottom > edge.bottom + 2)) {
        found.push(`"${node.data.slice(0, 60)}" leaves <${box.tagName.toLowerCase()} ` +
          `class="${box.className}">`)
        break
      }
      if (scrolls) break
    }
  }
  return [...new Set(found)]
}"""


class Data:
    """The words that the API answered in a window: names, subjects, numbers. No codes."""

    def __init__(self, context: BrowserContext) -> None:
        self._answers: list[Response] = []
        self._words: set[str] = set()
        context.on("response", self._note)

    def _note(self, response: Response) -> None:
        if "/api/" in response.url:
            self._answers.append(response)

    def words(self) -> set[str]:
        while self._answers:
            answer = self._answers.pop()
            if answer.ok and "json" in answer.headers.get("content-type", ""):
                with suppress(Error):  # the page that it was for has gone, and with it the body
                    self._words.update(_words_in(answer.json()))
        return self._words


def _words_in(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _words_in(one)
    elif isinstance(value, str) and not _ENUM.fullmatch(value):
        yield from plain_words(value)


def untranslated(page: Page, data: Data) -> list[str]:
    """Texts with words that are neither accented nor data."""
    known = data.words() | set(plain_words(page.evaluate(_MADE, PSEUDO)))
    texts = page.evaluate(_TEXTS)
    return sorted({text.strip() for text in texts if set(plain_words(text)) - known})


def cut_off(page: Page) -> list[str]:
    """What does not fit."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found
