// Remembers a board as it was seen live, rewinds to that moment by the slider and finds the same rows,
// opens the link to it as another person, plays it, looks at an order of then, and goes live by a key.
// An engine with a demo that runs, or has run, has to be there:
//   node rewind.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { engineOf, faultsOf, launch } from './engine.mjs'

const engine = engineOf(process.argv[2])
const browser = await launch()
const faults = []
const LOOK_BACK_SECONDS = 90
const PATIENCE_MS = 60_000

async function window(as, path) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 6000 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  faultsOf(page, faults)
  await page.goto(`${engine.site}/console${path}#token=${engine.tokens[as]}`)
  await page.locator('main h1').waitFor()
  return page
}

/** What a page says of its orders; how late they are and how old goes on by itself. */
const shownOn = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.orders .canvas .row:not(.over)'), (row) => {
      const text = (cell) => row.querySelector(`.cell.${cell}`).textContent.trim()
      const stage = row.querySelector('.stage-mark').className.split(' ').at(-1)
      const said = ['merchant', 'ready', 'promised', 'door', 'courier'].map(text)
      return [row.id.replace('row-', ''), stage, ...said].join(' | ')
    }).sort(),
  )

const names = new Map()
for (let cursor = ''; cursor !== null; ) {
  const read = await engine.ask(`/v1/couriers?limit=100${cursor && `&cursor=${cursor}`}`)
  for (const it of read.couriers) names.set(it.courierId, it.fullName)
  cursor = read.nextCursor ? encodeURIComponent(read.nextCursor) : null
}

const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const clock = (instant) => (instant ? format.format(new Date(instant)) : '–')

/** What a page should say of the orders of a board. */
const rowsOf = ({ orders }) =>
  orders
    .map((it) =>
      [
        it.orderId,
        it.stage,
        it.merchantName.trim(),
        clock(it.readyAt ?? it.readyEstimate),
        clock(it.promisedFor),
        clock(it.dropoffEta),
        it.courierId ? names.get(it.courierId) : 'None',
      ].join(' | '),
    )
    .sort()

const boardAt = (at) => engine.ask(`/v1/board?at=${new Date(at).toISOString()}`)
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b)

async function until(what, isSo) {
  const end = Date.now() + PATIENCE_MS
  let found = await isSo()
  while (!found && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 100))
    found = await isSo()
  }
  assert.ok(found, `Not within ${PATIENCE_MS / 1000} s: ${what}`)
  return found
}

/** A whole second, and none that a field for times writes shorter, at which the board was as the page shows it live. */
async function asSeenLive(page) {
  const rows = await shownOn(page)
  const { at } = await engine.ask('/v1/board')
  const now = Math.floor(Date.parse(at) / 1000) * 1000
  for (let back = 1; back <= LOOK_BACK_SECONDS; back++) {
    const moment = now - back * 1000
    const isTypable = moment % 60_000 !== 0
    if (isTypable && isSame(rowsOf(await boardAt(moment)), rows)) return { moment, rows }
  }
  return null
}

/** Of a demo that is over, the middle. */
async function asItMustHaveBeen() {
  const { events } = await engine.ask('/v1/history/events?type=OrderDelivered&limit=100')
  assert.ok(events.length, 'Nothing was delivered yet, and nothing is under way.')
  const middle = Date.parse(events[Math.floor(events.length / 2)].recordedAt)
  const moment = Math.floor(middle / 60_000) * 60_000 + 30_000
  return { moment, rows: rowsOf(await boardAt(moment)) }
}

const page = await window('operator', '/board')
const live = (await engine.ask('/v1/board')).orders.length > 0
if (live) await page.locator('.orders .canvas .row').first().waitFor()
const { moment, rows } = live
  ? await until('a board seen live that the engine has, too', () => asSeenLive(page))
  : await asItMustHaveBeen()
console.log(`Seen at ${new Date(moment).toISOString()}: ${rows.length} orders.`)
if (live) {
  await until('the board goes on', async () => !isSame(await shownOn(page), rows))
}

await page.keyboard.press('r')
const local = new Date(moment - new Date(moment).getTimezoneOffset() * 60_000)
const typed = page.getByLabel('Date and time')
await typed.fill(local.toISOString().slice(0, 19))
await typed.press('Enter')
await page.getByText('Not live', { exact: true }).waitFor()
await until('the rows of then', async () => isSame(await shownOn(page), rows))
await page.waitForURL(/position=\d+/)
console.log('Rewound, the same rows are there.')

const link = new URL(page.url())
const other = await window('admin', link.pathname.replace('/console', '') + link.search)
await until('another person sees the same', async () => isSame(await shownOn(other), rows))
assert.equal(new URL(other.url()).search, link.search)
await other.context().close()
console.log('Another person sees the same by the link.')

const [first = ''] = rows
if (first) {
  const [orderId, stage] = first.split(' | ')
  await page.locator(`[id="row-${orderId}"] a.whole`).click()
  await page.getByText('Nothing can be changed in the past.').waitFor()
  const then = await engine.ask(`/v1/history/order/${orderId}?at=${new Date(moment).toISOString()}`)
  assert.equal(then.state.stage, stage)
  await page.locator('main .title .badge').first().waitFor()
  const times = await page
    .locator('.timeline time')
    .evaluateAll((all) => all.map((it) => it.dateTime))
  assert.ok(times.length > 0, 'The timeline is empty.')
  assert.ok(
    times.every((it) => Date.parse(it) <= moment),
    `The timeline of then knows of later: ${times}`,
  )
  assert.equal(new URL(page.url()).searchParams.get('at'), link.searchParams.get('at'))
  await page.goBack()
  await until('the same board again', async () => isSame(await shownOn(page), rows))
  console.log('The order is as it was, and going back leads to the board of then.')
}

await page.getByRole('button', { name: '60×', exact: true }).click()
await page.keyboard.press('p')
await until('orders move', async () => !isSame(await shownOn(page), rows))
if (!(await page.getByRole('button', { name: 'Pause' }).count())) {
  console.log('Played to its end.')
} else {
  await page.keyboard.press('p')
  await page.waitForURL((url) => url.search !== link.search && url.searchParams.has('position'))
  const stopped = new URL(page.url()).searchParams
  const board = await engine.ask(
    `/v1/board?at=${stopped.get('at')}&position=${stopped.get('position')}`,
  )
  await until('what was played is what was', async () => isSame(await shownOn(page), rowsOf(board)))
  console.log(`Played up to ${stopped.get('at')}: as the engine has it.`)
}

await page.keyboard.press('l')
await page.getByText('Not live', { exact: true }).waitFor({ state: 'detached' })
assert.equal(new URL(page.url()).searchParams.get('at'), null)
await until('the live board', async () =>
  isSame(await shownOn(page), rowsOf(await engine.ask('/v1/board'))),
)
console.log('Live again.')

const early = await window('operator', '/board?at=2001-01-01T00:00:00Z')
await early.getByText('That is before the first event').waitFor()
await browser.close()
/** What is not there is told in words, and what may pass was asked again. */
const unexpected = faults.filter((it) => !/status of (404|503)/.test(it))
for (const fault of unexpected) console.log(fault)
process.exit(unexpected.length ? 1 : 0)
