// Watches a demo's orders move, then lets two windows change the same order:
//   node conflict.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { engineOf, faultsOf, launch } from './engine.mjs'

const engine = engineOf(process.argv[2])
const browser = await launch()
const faults = []

async function window(path) {
  const page = await (await browser.newContext()).newPage()
  faultsOf(page, faults)
  await page.goto(`${engine.site}/console${path}#token=${engine.tokens.operator}`)
  await page.locator('main h1').waitFor()
  return page
}

const board = await window('/board')
await board.locator('.canvas .row').first().waitFor()
const shown = () => board.locator('.canvas').innerText()
const stages = async () => (await shown()).replaceAll(/[\d:−]+/g, '')
const before = await stages()
await board.waitForFunction(
  (was) => document.querySelector('.canvas').innerText.replaceAll(/[\d:−]+/g, '') !== was,
  before,
  { timeout: 60_000 },
)
console.log('The board moved.')

const { orders } = await engine.ask('/v1/board')
const order = orders.find((it) => ['confirmed', 'preparing'].includes(it.stage) && !it.pinnedTo)
assert.ok(order, 'No order is in a kitchen.')
const [first, second] = [
  await window(`/orders/${order.orderId}`),
  await window(`/orders/${order.orderId}`),
]
const courier = (await engine.ask('/v1/board')).couriers[0].courierId
await first.getByRole('button', { name: 'Move to…' }).click()
await first.getByRole('combobox').fill(courier)
await first.getByRole('option').first().click()
const dialog = first.getByRole('dialog')
await dialog.getByText('As planned at').waitFor()
await dialog.getByLabel('Reason').fill('knows the house')

await second.getByRole('button', { name: 'Cancel order' }).click()
await second.getByRole('dialog').getByLabel('Reason').fill('asked for by the customer')
await second.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click()
await second.getByRole('status').filter({ hasText: 'Cancelled' }).waitFor()

await dialog.getByText('has changed since you opened this').waitFor()
await dialog.getByRole('button', { name: /^(Move|Pin anyway)$/ }).click()
await dialog.getByText('The order has moved on').waitFor()
assert.equal((await engine.ask(`/v1/orders/${order.orderId}`)).pinnedTo, null)
await browser.close()
console.log('Of two windows, the second was told, and changed nothing.')
for (const fault of faults.filter((it) => !it.includes('409'))) console.log(fault)
