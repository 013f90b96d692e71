// A courier goes on shift and says nothing. Two windows see the alert; one takes it, the other, which
// was about to, is told who has it. Then the shift ends, and the alert with it:
//   node alerts.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { engineOf, faultsOf, launch } from './engine.mjs'

const engine = engineOf(process.argv[2])
const faults = []
const courierId = `quiet-${Date.now()}`
/** Three minutes of the engine's, or 15 s of life, and looks in between. */
const SOON = { timeout: 240_000 }

const browser = await launch()

async function window(as, path) {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  faultsOf(page, faults)
  await page.goto(`${engine.site}/console${path}#token=${engine.tokens[as]}`)
  await page.locator('main h1').waitFor()
  return page
}

const body = {
  courierId,
  fullName: 'Quiet One',
  phone: '+377 555 0199',
  vehicle: 'scooter',
  capacity: 1,
}
await engine.ask('/v1/couriers', { body })
await engine.ask(`/v1/couriers/${courierId}/shift/start`, { body: {} })

const first = await window('operator', '/alerts?kind=courier_silent')
const second = await window('admin', '/alerts?kind=courier_silent')
const row = (page) =>
  page.locator('tbody tr').filter({ has: page.locator(`a[href$="${courierId}"]`) })
await row(first).waitFor(SOON)
await row(second).waitFor(SOON)
const bell = second.getByRole('link', { name: /that nobody has taken/ })
await bell.waitFor()
const before = Number((await bell.getAttribute('aria-label')).match(/\d+/)?.[0] ?? 0)
assert.ok(before > 0, 'The bell counts nothing.')
console.log('A courier who says nothing is an alert in both windows.')

await row(second).getByRole('button', { name: /^Take/ }).click()
const late = second.getByRole('dialog')
await late.getByLabel('Note').fill('me first')

await row(first).getByRole('button', { name: /^Take/ }).click()
await first.getByRole('dialog').getByLabel('Note').fill('I call them')
await first.getByRole('dialog').getByRole('button', { name: 'Take' }).click()
await row(first).getByText('You').waitFor()
await row(first).getByText('I call them').waitFor()

await late.getByText('has taken it. Nothing was changed.').waitFor()
assert.ok(await late.getByRole('button', { name: 'Take' }).isDisabled())
await late.getByRole('button', { name: 'Back' }).click()
await row(second).getByText('I call them').waitFor()
console.log('One took it; the other was told so before they could.')

const { alerts } = await engine.ask(`/v1/alerts?subject=${courierId}`)
assert.equal(alerts.length, 1)
const [alert] = alerts
assert.equal(alert.state, 'acknowledged')
await assert.rejects(
  engine.ask(`/v1/alerts/${alert.alertId}/acknowledge`, { as: 'admin', body: {} }),
  new RegExp(`409.*alert-taken.*${alert.takenBy}`),
)

const page = await window('admin', `/couriers/${courierId}`)
await page.getByRole('list', { name: 'Alerts about this' }).getByText('Courier silent').waitFor()

await engine.ask(`/v1/couriers/${courierId}/shift/end`, { body: {} })
await row(first).waitFor({ state: 'detached', timeout: 60_000 })
await first.getByRole('button', { name: 'Over' }).click()
await row(first).getByText('No longer there').waitFor()
await page.getByRole('list', { name: 'Alerts about this' }).waitFor({ state: 'detached' })
console.log('The shift ended, and the alert with it.')
await browser.close()
const real = faults.filter((it) => !it.includes('status of 409'))
for (const fault of real) console.log(fault)
process.exit(real.length ? 1 : 0)
