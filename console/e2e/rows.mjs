// Shows a board of 20,000 orders that change all the time, and says how long the page's main thread was
// blocked: node rows.mjs WORK-FOLDER-OF-THE-ENGINE [ORDERS] [SECONDS]
import { engineOf, launch } from './engine.mjs'

const engine = engineOf(process.argv[2])
const [count, seconds] = [Number(process.argv[3] ?? 20_000), Number(process.argv[4] ?? 20)]
const STAGES = ['submitted', 'confirmed', 'preparing', 'ready', 'picked_up']
const instant = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString()

const orders = Array.from({ length: count }, (_, i) => ({
  orderId: `order-${i}`,
  customerId: `customer-${i}`,
  merchantId: `merchant-${i % 300}`,
  merchantName: `Merchant ${i % 300}`,
  pickup: { latitude: 43.73, longitude: 7.42 },
  dropoff: { latitude: 43.74, longitude: 7.43 },
  cashDue: { minor: i % 5 ? 0 : 1250, currency: 'EUR' },
  status: 'preparing',
  stage: STAGES[i % 5],
  since: instant(-(i % 30)),
  placedAt: instant(-(i % 45)),
  readyEstimate: instant(i % 20),
  promisedFor: instant(i % 30),
  dropoffEta: instant(i % 35),
  declines: 0,
}))

const browser = await launch()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
let asked = 0
await page.route('**/v1/board', (route) => {
  for (let i = asked++ % 7; i < count; i += 7) orders[i].dropoffEta = instant((i + asked) % 35)
  const now = new Date().toISOString()
  route.fulfill({
    json: {
      zone: 'main',
      position: asked,
      recordedAt: now,
      at: now,
      orders,
      couriers: [],
      offers: [],
    },
  })
})
await page.addInitScript(() => {
  window.blocked = []
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) window.blocked.push(Math.round(it.duration))
  }).observe({ type: 'longtask', buffered: true })
})
await page.goto(`${engine.site}/console/board#token=${engine.tokens.operator}`)
await page.locator('.canvas .row').first().waitFor()
await page.waitForTimeout(3000)
const atFirst = await page.evaluate(() => window.blocked.splice(0))
const end = Date.now() + seconds * 1000
await page.mouse.move(700, 500)
while (Date.now() < end) {
  await page.mouse.wheel(0, 1200)
  await page.waitForTimeout(100)
}
const later = await page.evaluate(() => window.blocked)
const rows = await page.locator('.canvas .row').count()
await browser.close()
console.log(`${count} orders, ${rows} rows in the page; whole board read ${asked} times.`)
console.log(`Blocked longer than 50 ms while it was opened: ${atFirst.join(', ')} ms`)
console.log(`and within ${seconds} s of scrolling: ${later.join(', ') || 'never'} ms`)
