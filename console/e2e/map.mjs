// Has 2,000 couriers ride about, each on a line of their own, looks at them on the live map, and says
// how many frames a second the page had and for how long its main thread was blocked:
//   node map.mjs WORK-FOLDER-OF-THE-ENGINE [COURIERS] [SECONDS]
// The status is 1 if the page had far fewer frames than when nothing moves, or if something is not on
// the map that should be. A browser without a graphics card paints on the cores that the engine and the
// riders use, too: how long the page's own code took is said beside.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { engineOf, faultsOf, launch } from './engine.mjs'

if (typeof WebSocket === 'undefined') {
  const again = ['--experimental-websocket', '--no-warnings', ...process.argv.slice(1)]
  process.exit(spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1)
}
const { leave, setOut, settle } = await import('./riders.mjs')

const [work, couriers = '2000', seconds = '20'] = process.argv.slice(2)
const engine = engineOf(work)
const [COUNT, SECONDS] = [Number(couriers), Number(seconds)]
/** Of the frames that there are when nothing moves. */
const LEAST = 5 / 6
/** Seconds of real time between two fixes of a courier. */
const EACH = 2
const LISTED = '.map-filters .tabs button[aria-pressed=true] .count'

const watch = () => {
  window.blocked = []
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) window.blocked.push(Math.round(it.duration))
  }).observe({ type: 'longtask', buffered: true })
}

/** Frames of the page while a number of seconds pass. */
const count = (seconds) =>
  new Promise((done) => {
    window.blocked.length = 0
    let [began, frames] = [0, 0]
    const frame = (at) => {
      began ||= at
      frames++
      if (at - began < seconds * 1_000) requestAnimationFrame(frame)
      else done({ fps: (frames - 1) / ((at - began) / 1_000), blocked: [...window.blocked] })
    }
    requestAnimationFrame(frame)
  })

/** What is drawn above the streets, as one number. */
const picture = () => {
  const glass = [...document.querySelectorAll('.glass')].at(-1)
  const { data } = glass.getContext('2d').getImageData(0, 0, glass.width, glass.height)
  let sum = 0
  for (let i = 3; i < data.length; i += 4) sum = (sum * 31 + data[i]) | 0
  return sum
}

function tell(what, { fps, blocked }) {
  const longest = blocked.length ? `${Math.max(...blocked)} ms at the longest` : 'never'
  console.log(`${what}: ${fps.toFixed(1)} frames a second; blocked for more than 50 ms: ${longest}`)
}

const faults = []
const browser = await launch()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
faultsOf(page, faults)
await page.addInitScript(watch)
await page.goto(`${engine.site}/console/map#token=${engine.tokens.operator}`)
await page.locator('.glass').last().waitFor()
await page.waitForLoadState('networkidle').catch(() => undefined)
const floor = await page.evaluate(count, Math.min(SECONDS, 10))
tell('Before anybody rides', floor)

const riders = await settle(engine, COUNT)
console.log(`${COUNT} couriers are on shift, each with a line.`)
const clock = await engine.ask('/v1/clock')
const stop = setOut(riders, clock, EACH)
let moving
try {
  await page.waitForFunction(
    ([selector, least]) =>
      Number(document.querySelector(selector)?.textContent.replace(/\D/g, '')) >= least,
    [LISTED, COUNT],
    { timeout: 60_000 },
  )
  console.log(`The list has ${await page.locator(LISTED).textContent()} couriers.`)
  const before = await page.evaluate(picture)
  const scripting = await watchScripts(page)
  moving = await page.evaluate(count, SECONDS)
  const share = (await scripting()) / SECONDS
  tell(`${COUNT} couriers riding, a fix each ${EACH} s`, moving)
  console.log(`The page's own code ran for ${Math.round(share * 100)} % of the time.`)
  assert.notEqual(await page.evaluate(picture), before, 'The picture has not changed.')
  await findOne()
} finally {
  const reported = stop()
  const refused = riders.filter((it) => it.refused)
  console.log(`${reported} fixes were sent; ${refused.length} couriers were refused one.`)
  if (refused.length) console.log(refused[0].refused)
  await leave(engine, riders)
  await browser.close()
}

/** Later tells for how many seconds the page's own code ran. */
async function watchScripts(page) {
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('Performance.enable')
  const read = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics')
    return metrics.find((it) => it.name === 'ScriptDuration').value
  }
  const before = await read()
  return async () => (await read()) - before
}

/** By the search, to its card, and back. */
async function findOne() {
  await page.keyboard.press('/')
  await page.keyboard.type('map-7')
  await page.keyboard.press('Enter')
  await page.locator('.map-card').waitFor()
  assert.match(page.url(), /courier=map-7/)
  await page.locator('body').click({ position: { x: 5, y: 400 } })
  await page.keyboard.press('Escape')
  await page.locator('.map-card').waitFor({ state: 'detached' })
}

for (const fault of faults) console.log(fault)
const slow = moving.fps < LEAST * floor.fps
if (slow) console.log('That is less than five frames where there are six when nothing moves.')
process.exit(slow || faults.length ? 1 : 0)
