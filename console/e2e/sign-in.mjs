// Invites an operator, who enables a second factor, signs in, reloads the page, opens another window,
// keeps what is on the screen when the session ends, and signs out in both while the engine cannot be
// told: node sign-in.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { engineOf, launch, mailsOf } from './engine.mjs'

const engine = engineOf(process.argv[2])
const email = `desk-${Date.now()}@example.com`
const password = 'mango tower 7 river'

function totp(secret, step = Math.floor(Date.now() / 30_000)) {
  const bits = [...secret].map((it) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0'),
  )
  const bytes = bits
    .join('')
    .match(/.{8}/g)
    .map((it) => Number.parseInt(it, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const at = hash[19] & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function invitation() {
  await engine.ask('/v1/auth/invitations', { as: 'admin', body: { email, role: 'operator' } })
  for (let tried = 0; tried < 50; tried++) {
    const mail = mailsOf(engine).find((it) => it.includes(email))
    const token = mail?.match(/mail\.invitation\.\S+/)?.[0]
    if (token) return token
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('No mail came.')
}

async function accept() {
  const answer = await fetch(`${engine.url}/v1/auth/invitations/accept`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: await invitation(), password }),
  })
  assert.equal(answer.ok, true, await answer.text())
}

await accept()
const browser = await launch()
const context = await browser.newContext()
const page = await context.newPage()

async function shownPassword(at = page) {
  await at.getByLabel('E-mail').fill(email)
  await at.getByLabel('Password').fill(password)
  await at.getByRole('button', { name: 'Sign in' }).click()
}

let token = ''
page.on('request', (it) => {
  token = it.headers().authorization ?? token
})

await page.goto(`${engine.site}/console/`)
await shownPassword()
const secret = (await page.locator('.secret').textContent()).replaceAll(' ', '').trim()
await page.getByRole('textbox', { name: 'Code' }).fill(totp(secret))
await page.getByRole('button', { name: 'Confirm' }).click()
await page.locator('.codes li').first().waitFor()
assert.equal(await page.locator('.codes li').count(), 10)
const recovery = await page.locator('.codes li').first().innerText()
await page.getByRole('button', { name: 'I have kept them' }).click()

await shownPassword()
await page.getByRole('textbox', { name: 'Code' }).fill('000000')
await page.getByRole('button', { name: 'Confirm' }).click()
await page.getByText('The code is wrong').waitFor()
await page
  .getByRole('textbox', { name: 'Code' })
  .fill(totp(secret, Math.floor(Date.now() / 30_000) + 1))
await page.getByRole('button', { name: 'Confirm' }).click()
await page.getByRole('heading', { name: 'Board' }).waitFor()
assert.equal(
  await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]).includes('eyJ')),
  false,
)

await page.reload()
await page.getByRole('heading', { name: 'Board' }).waitFor()
const other = await context.newPage()
await other.goto(`${engine.site}/console/system`)
await other.getByRole('heading', { name: 'System' }).waitFor()

const { orders } = await engine.ask('/v1/board')
await page.goto(`${engine.site}/console/orders/${orders.at(-1).orderId}`)
await page.getByRole('button', { name: 'Cancel order' }).click()
const reason = page.getByRole('dialog').getByLabel('Reason')
await reason.fill('asked for by the customer')
await fetch(`${engine.url}/v1/auth/sign-out-everywhere`, {
  method: 'POST',
  headers: { Authorization: token },
})
const again = [page, other].map((it) => it.getByRole('dialog', { name: 'Your session has ended' }))
for (const each of again) await each.waitFor()
await page.keyboard.press('Escape')
await page.keyboard.press('Escape')
assert.equal(await again[0].isVisible(), true)
await shownPassword(other)
await other.getByRole('textbox', { name: 'Code' }).fill(recovery)
await other.getByRole('button', { name: 'Confirm' }).click()
for (const each of again) await each.waitFor({ state: 'detached' })
assert.equal(await reason.inputValue(), 'asked for by the customer')
await page.keyboard.press('Escape')

await context.route('**/console/session/end', (it) => it.abort())
await other.getByRole('button', { name: 'Sign out' }).click()
for (const each of [page, other]) await each.getByLabel('E-mail').waitFor()
await page.reload()
await page.getByText('The engine has not heard of it yet').waitFor()
assert.equal(await page.getByLabel('E-mail').isVisible(), true)
await context.unroute('**/console/session/end')
for (const each of [page, other]) {
  await each.getByText('The engine has not heard of it yet').waitFor({ state: 'detached' })
}
await page.reload()
await page.getByLabel('E-mail').waitFor()
const left = (await context.cookies()).map((it) => it.name)
assert.equal(left.includes('__Host-antar-session'), false)
await browser.close()
console.log('Signed in with a second factor, over a reload, in two windows and once more, and out.')
