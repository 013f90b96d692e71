// How the console is to live with: how soon it is there on a cold browser, for how long its main
// thread is blocked while a demo's orders move, and whether its memory grows. An engine has to run:
//   node steady.mjs WORK-FOLDER-OF-THE-ENGINE [MINUTES]
// The status is 1 if a page took 2 s or more, the thread was blocked for more than 100 ms, or memory
// grew from the middle of the time to its end by more than a tenth and 2 MB.
import { engineOf, faultsOf, launch } from './engine.mjs'

const [work, minutes = '30'] = process.argv.slice(2)
const engine = engineOf(work)
const PAGES = { board: '.canvas .row', map: '.maplibregl-canvas', system: 'table' }
const LOAD_MS = 2_000
const BLOCK_MS = 100

const faults = []
const browser = await launch()

async function signedIn() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  faultsOf(page, faults)
  return { context, page }
}

/** Nothing is in the cache, and the sign-in is in the address. */
async function cold(name, ready) {
  const { context, page } = await signedIn()
  const began = performance.now()
  await page.goto(`${engine.site}/console/${name}#token=${engine.tokens.operator}`)
  await page.waitForSelector(ready, { timeout: 20_000 })
  const took = Math.round(performance.now() - began)
  await context.close()
  console.log(`${name}: shown after ${took} ms, cold`)
  if (took >= LOAD_MS) faults.push(`${name} took ${took} ms`)
}

const watchBlocks = () => {
  window.blocked = []
  new PerformanceObserver((seen) => {
    for (const it of seen.getEntries()) window.blocked.push(Math.round(it.duration))
  }).observe({ type: 'longtask', buffered: true })
}

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** The board is watched; each minute another page is looked at, and left again. */
async function watch() {
  const { context, page } = await signedIn()
  await page.addInitScript(watchBlocks)
  await page.goto(`${engine.site}/console/board#token=${engine.tokens.operator}`)
  await page.waitForSelector(PAGES.board)
  const session = await context.newCDPSession(page)
  const sizes = []
  for (let minute = 0; minute <= Number(minutes); minute++) {
    sizes.push(await heap(session))
    console.log(`minute ${minute}: ${sizes.at(-1).toFixed(1)} MB, ${await blocks(page)}`)
    await page.waitForTimeout(30_000)
    await page.keyboard.press('g')
    await page.keyboard.press(minute % 2 ? 's' : 'c')
    await page.waitForTimeout(30_000)
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.waitForSelector(PAGES.board)
  }
  judge(sizes, await page.evaluate(() => window.blocked))
  await context.close()
}

const blocks = (page) =>
  page.evaluate(
    () => `${window.blocked.length} blocks, longest ${Math.max(0, ...window.blocked)} ms`,
  )

function judge(sizes, blocked) {
  const middle = sizes[Math.floor(sizes.length / 2)]
  const grown = sizes.at(-1) - middle
  const longest = Math.max(0, ...blocked)
  console.log(
    `memory: ${middle.toFixed(1)} MB at half time, ${sizes.at(-1).toFixed(1)} MB at the end`,
  )
  if (grown > Math.max(2, middle / 10)) faults.push(`memory grew by ${grown.toFixed(1)} MB`)
  if (longest > BLOCK_MS) faults.push(`the main thread was blocked for ${longest} ms`)
}

for (const [name, ready] of Object.entries(PAGES)) await cold(name, ready)
await watch()
await browser.close()
for (const fault of [...new Set(faults)]) console.log(fault)
process.exit(faults.length ? 1 : 0)
