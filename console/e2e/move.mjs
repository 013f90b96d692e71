// Moves orders from one courier to another, by keys and by pointer, sees beforehand what would follow,
// takes it back, and lets two operators do so at the same time:
//   node move.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { engineOf, faultsOf, launch } from './engine.mjs'

const engine = engineOf(process.argv[2])
const browser = await launch()
const faults = []

async function window(path, token = engine.tokens.operator) {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 } })
  ).newPage()
  faultsOf(page, faults)
  await page.goto(`${engine.site}/console${path}#token=${token}`)
  await page.locator('main h1').waitFor()
  return page
}

const whatIf = (orderId, courierId) =>
  engine.ask('/v1/dispatch/what-if', { body: { orderId, courierId } }).catch(() => null)

/** An order that the plan lets somebody else have, and who that is. */
async function movable(but = new Set()) {
  for (let tried = 0; tried < 60; tried++) {
    const { orders, couriers } = await engine.ask('/v1/board')
    const wanted = orders.filter(
      (it) => ['confirmed', 'preparing'].includes(it.stage) && !it.pinnedTo && !but.has(it.orderId),
    )
    for (const { orderId } of wanted) {
      for (const { courierId } of couriers) {
        const answer = await whatIf(orderId, courierId)
        if (answer?.possible && answer.changes.some((it) => it.orderId === orderId)) {
          return { orderId, courierId, couriers: couriers.map((it) => it.courierId) }
        }
      }
    }
    await new Promise((done) => setTimeout(done, 1000))
  }
  throw new Error('No order could be moved.')
}

const pinOf = async (orderId) => (await engine.ask(`/v1/orders/${orderId}`)).pinnedTo

/** An order's view follows what happens. */
async function expectPin(orderId, courierId) {
  for (let tried = 0; tried < 50 && (await pinOf(orderId)) !== courierId; tried++) {
    await new Promise((done) => setTimeout(done, 200))
  }
  assert.equal(await pinOf(orderId), courierId)
}

async function commit(page, reason) {
  const dialog = page.getByRole('dialog')
  await dialog.locator('.totals, .totals-none').waitFor()
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
}

const board = await window('/board')
await board.locator('.canvas .row').first().waitFor()

// By keys.
const one = await movable()
await board.keyboard.press('/')
await board.keyboard.type(one.orderId)
await board.locator(`[id="row-${one.orderId}"]`).waitFor()
await board.keyboard.press('Escape')
await board.keyboard.press('j')
await board.keyboard.press('m')
await board.getByRole('combobox').fill(one.courierId)
await board.getByRole('option').first().waitFor()
await board.keyboard.press('Enter')
await board.getByRole('dialog').locator('tr.moved').waitFor()
await commit(board, 'knows the house')
const notice = board.getByRole('status').filter({ hasText: 'is pinned to' })
await notice.waitFor()
await board.locator(`[id="row-${one.orderId}"] .note[title^="Pinned to"]`).waitFor()
await expectPin(one.orderId, one.courierId)
console.log('Moved by keys, with what would follow.')

await notice.getByRole('button', { name: 'Undo' }).click()
await board.getByRole('status').filter({ hasText: 'is undone' }).waitFor()
await board
  .locator(`[id="row-${one.orderId}"] .note[title^="Pinned to"]`)
  .waitFor({ state: 'detached' })
const { entries } = await engine.ask(`/v1/orders/${one.orderId}/timeline`)
assert.match(entries.findLast((it) => it.event === 'OrderUnpinned').detail, /^undone by operator/)
console.log('Undone by the opposite command.')

// By pointer.
const two = await movable(new Set([one.orderId]))
await board.getByRole('searchbox').fill(two.orderId)
const row = board.locator(`[id="row-${two.orderId}"]`)
await row.waitFor()
const from = await row.boundingBox()
await board.mouse.move(from.x + 400, from.y + from.height / 2)
await board.mouse.down()
await board.mouse.move(from.x + 420, from.y + from.height / 2 + 20, { steps: 4 })
const target = board.locator(`.drop-pane [data-courier="${two.courierId}"]`)
await target.scrollIntoViewIfNeeded()
const to = await target.boundingBox()
await board.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
await board.locator('.drop-pane .over').waitFor()
await board.mouse.up()
await commit(board, 'is on the way')
await board.locator(`[id="row-${two.orderId}"] .note[title^="Pinned to"]`).waitFor()
await notice.waitFor()
await expectPin(two.orderId, two.courierId)
assert.match(board.url(), /\/board/)
console.log('Moved by pointer.')

// Two operators, the same order.
const { accessToken: token } = await engine.ask('/v1/auth/tokens', {
  as: 'admin',
  body: { role: 'operator', subject: 'second' },
})
async function choose(page, courierId) {
  await page.getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('combobox').fill(courierId)
  await page.getByRole('option').first().click()
}

/** Both look at the same move; the town goes on, so that it may no longer be possible by then. */
async function bothLook(but) {
  for (;;) {
    const three = await movable(but)
    const other = three.couriers.find((it) => it !== three.courierId)
    const at = `/orders/${three.orderId}`
    const [first, second] = [await window(at), await window(at, token)]
    await choose(first, three.courierId)
    await choose(second, other)
    const totals = first.getByRole('dialog').locator('.totals, .totals-none')
    if (await isSoon(totals)) return { three, other, first, second }
    await Promise.all([first.close(), second.close()])
    but.add(three.orderId)
  }
}

const isSoon = (wanted) =>
  wanted.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  )

const { three, other, first, second } = await bothLook(new Set([one.orderId, two.orderId]))
const dialog = second.getByRole('dialog')
await dialog.getByText('As planned at').waitFor()
await dialog.getByLabel('Reason').fill('is free')
await commit(first, 'is near')
await first.getByRole('status').filter({ hasText: 'is pinned to' }).waitFor()
await dialog.getByRole('button', { name: /^(Move|Pin anyway)$/ }).click()
const told = dialog.getByRole('alert').filter({ hasText: 'Somebody was quicker' })
await told.waitFor()
assert.match(await told.innerText(), /It is pinned to .+ now: Operator .+, \d/)
await expectPin(three.orderId, three.courierId)
console.log('The second operator was told who was quicker, and overwrote nothing.')

await told.getByRole('button', { name: 'Look again' }).click()
await dialog.getByText('As planned at').waitFor()
await dialog.getByRole('button', { name: /^(Move|Pin anyway)$/ }).click()
await second.getByRole('status').filter({ hasText: 'is pinned to' }).waitFor()
await expectPin(three.orderId, other)
await first.getByRole('button', { name: 'Undo', exact: true }).click()
await first.getByText('Not undone').waitFor()
await expectPin(three.orderId, other)
console.log('Once looked at again it was moved, and the first could not undo that.')

await browser.close()
for (const fault of faults.filter((it) => !/404|409|429/.test(it))) console.log(fault)
process.exit(faults.some((it) => !/404|409|429/.test(it)) ? 1 : 0)
