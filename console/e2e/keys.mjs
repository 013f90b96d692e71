// Goes about the board by keyboard alone: node keys.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { engineOf, launch } from './engine.mjs'

const engine = engineOf(process.argv[2])
const browser = await launch()
const page = await browser.newPage()
const focused = (what) => page.evaluate((it) => document.activeElement?.matches(it), what)
const press = (key) => page.keyboard.press(key)

await page.goto(`${engine.site}/console/board#token=${engine.tokens.operator}`)
await page.locator('.canvas .row').first().waitFor()

await page.locator('.skip').focus()
await press('Enter')
await page.waitForFunction(() => document.activeElement?.id === 'main')
assert.equal(new URL(page.url()).pathname, '/console/board')

await page.getByRole('link', { name: 'Couriers' }).focus()
await press('Enter')
await page.getByRole('heading', { name: 'Couriers' }).waitFor()
await page.getByRole('link', { name: 'Board' }).focus()
await press('Enter')
await page.locator('.canvas .row').first().waitFor()

await page.getByRole('button', { name: 'Late', exact: true }).focus()
await press('Enter')
await page.waitForURL(/late=true/)
await press('Enter')
await page.waitForURL((it) => !it.search.includes('late'))

await press('j')
assert.equal(await focused('[role=grid]'), true)
const row = page.locator('.row.current')
await row.waitFor()
const id = await row.getAttribute('id')
assert.equal(await page.getByRole('grid').getAttribute('aria-activedescendant'), id)
await press('Enter')
await page.waitForURL(new RegExp(`/orders/${id.slice('row-'.length)}`))
await page.goto(`${engine.site}/console/board?sort=x&group=toString`)
await page.locator('.canvas .row').first().waitFor()
await browser.close()
console.log('Links, filters and rows are reached and opened by keys.')
