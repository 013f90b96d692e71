// Photographs every page of the console in both themes and three sizes, asks axe-core what is wrong,
// and names what the pages complained about. An engine has to run:
//   node photograph.mjs WORK-FOLDER-OF-THE-ENGINE [FOLDER-FOR-THE-PICTURES]
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { engineOf, faultsOf, launch } from './engine.mjs'

const [work, out = 'photographs'] = process.argv.slice(2)
const engine = engineOf(work)
const axe = createRequire(import.meta.url).resolve('axe-core')

const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
}

async function pages() {
  const { orders, couriers } = await engine.ask('/v1/board')
  const { orders: delivered } = await engine.ask('/v1/orders?status=delivered&limit=1')
  const open = orders.find((it) => it.stage === 'picked_up') ?? orders[0] ?? delivered[0]
  const { jobs } = await engine.ask('/v1/ops/jobs?limit=100')
  const run = jobs.find((it) => it.kind === 'lab' && it.state === 'succeeded')
  const busy = couriers.find((it) => it.stops.length) ?? couriers[0]
  return {
    board: '/console/board',
    order: open && `/console/orders/${open.orderId}`,
    delivered: delivered[0] && `/console/orders/${delivered[0].orderId}`,
    couriers: '/console/couriers',
    courier: busy && `/console/couriers/${busy.courierId}`,
    map: '/console/map',
    'map-order': open && `/console/map?list=orders&order=${open.orderId}`,
    alerts: '/console/alerts',
    lab: '/console/lab',
    run: run && `/console/lab/runs/${run.jobId}`,
    shadow: '/console/lab?view=shadow',
    policies: '/console/lab?view=policies',
    analytics: '/console/analytics?span=week',
    compare: '/console/analytics?view=tables&span=week',
    promises: '/console/analytics?view=promises&span=week',
    demand: '/console/analytics?view=demand',
    forecast: '/console/analytics?view=forecast',
    series: '/console/analytics?view=own',
    export: '/console/analytics?view=history',
    system: '/console/system',
  }
}

const faults = []
mkdirSync(out, { recursive: true })
const browser = await launch()

async function look(theme, size) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const note = (what) => faults.push(`${theme} ${size} ${page.url().replace(/#.*/, '')}: ${what}`)
  faultsOf(page, faults)
  await page.goto(`${engine.site}/console/`)
  await page.waitForSelector('form')
  await shoot(page, 'sign-in', theme, size, note)
  await page.goto('about:blank')
  await page.goto(`${engine.site}/console/#token=${engine.tokens.operator}`)
  await page.waitForSelector('nav')
  for (const [name, path] of Object.entries(await pages())) {
    if (!path) continue
    await page.goto(engine.site + path)
    await page.waitForSelector('main h1')
    await page.waitForTimeout(1500)
    await shoot(page, name, theme, size, note)
  }
  await context.close()
}

/** A screen further down, if there is more. */
const scrolled = (page) =>
  page.evaluate(() => {
    const main = document.querySelector('#main')
    main?.scrollBy(0, main.clientHeight - 40)
    return (main?.scrollTop ?? 0) > 0
  })

async function shoot(page, name, theme, size, note) {
  await page.screenshot({ path: `${out}/${name}-${theme}-${size}.png` })
  if (await scrolled(page)) await page.screenshot({ path: `${out}/${name}-2-${theme}-${size}.png` })
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
