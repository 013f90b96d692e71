// Photographs every page of the console in both themes and three sizes, asks axe-core what is wrong,
// and names what the pages complained about. An engine has to run:
//   node photograph.mjs WORK-FOLDER-OF-THE-ENGINE [FOLDER-FOR-THE-PICTURES]
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [work, out = 'photographs'] = process.argv.slice(2)
const engine = JSON.parse(readFileSync(`${work}/engine.json`, 'utf8'))
const { operator } = JSON.parse(readFileSync(`${work}/tokens.json`, 'utf8'))
const axe = createRequire(import.meta.url).resolve('axe-core')

const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
}

const ask = async (path) => {
  const answer = await fetch(engine.url + path, {
    headers: { Authorization: `Bearer ${operator}` },
  })
  return answer.json()
}

async function pages() {
  const { orders, couriers } = await ask('/v1/board')
  const { orders: delivered } = await ask('/v1/orders?status=delivered&limit=1')
  const open = orders.find((it) => it.stage === 'picked_up') ?? orders[0] ?? delivered[0]
  const busy = couriers.find((it) => it.stops.length) ?? couriers[0]
  return {
    board: '/console/board',
    order: open && `/console/orders/${open.orderId}`,
    delivered: delivered[0] && `/console/orders/${delivered[0].orderId}`,
    couriers: '/console/couriers',
    courier: busy && `/console/couriers/${busy.courierId}`,
    system: '/console/system',
  }
}

const faults = []
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})

async function look(theme, size) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const note = (what) => faults.push(`${theme} ${size} ${page.url()}: ${what}`)
  page.on('console', (it) => it.type() === 'error' && note(it.text()))
  page.on('pageerror', (it) => note(it.message))
  await page.goto(`${engine.url}/console/`)
  await page.waitForSelector('form')
  await shoot(page, 'sign-in', theme, size, note)
  await page.goto(`${engine.url}/console/#token=${operator}`)
  await page.reload()
  for (const [name, path] of Object.entries(await pages())) {
    if (!path) continue
    await page.goto(engine.url + path)
    await page.waitForSelector('main h1')
    await page.waitForTimeout(1500)
    await shoot(page, name, theme, size, note)
  }
  await context.close()
}

async function shoot(page, name, theme, size, note) {
  await page.screenshot({ path: `${out}/${name}-${theme}-${size}.png` })
  if (size === 'tablet') return
  await page.evaluate(readFileSync(axe, 'utf8'))
  const { violations } = await page.evaluate(() => window.axe.run())
  for (const it of violations) {
    note(
      `axe ${it.impact} ${it.id} ${it.nodes.length} x ${it.nodes[0].target} ${it.nodes[0].any[0]?.message ?? it.help}`,
    )
  }
}

const wanted = process.env.SIZES?.split(',') ?? Object.keys(SIZES)
for (const theme of ['light', 'dark']) for (const size of wanted) await look(theme, size)
await browser.close()
for (const fault of [...new Set(faults)]) console.log(fault)
process.exit(faults.length ? 1 : 0)
