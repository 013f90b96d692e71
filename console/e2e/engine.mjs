import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** The engine that runs on a work folder. */
export function engineOf(work) {
  const { url } = JSON.parse(readFileSync(join(work, 'engine.json'), 'utf8'))
  const tokens = JSON.parse(readFileSync(join(work, 'tokens.json'), 'utf8'))
  const ask = async (path, { as = 'operator', body } = {}) => {
    const answer = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${tokens[as]}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: body && JSON.stringify(body),
    })
    const said = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`)
    return said
  }
  return { work, url, site: process.env.SITE ?? url, tokens, ask }
}

/** All mails that the engine has written. */
export function mailsOf({ work }) {
  return readdirSync(join(work, 'mail'), { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })

/** What a page complained about. */
export function faultsOf(page, faults) {
  page.on('console', (it) => it.type() === 'error' && faults.push(`${address(page)}: ${it.text()}`))
  page.on('pageerror', (it) => faults.push(`${address(page)}: ${it.message}`))
}

/** Without what stands behind the #, which may be a token. */
const address = (page) => page.url().replace(/#.*/, '')
