// Runs the lab over a demo's past, puts a candidate into the shadow and takes it out again, and looks at
// the figures: node lab.mjs WORK-FOLDER-OF-THE-ENGINE
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { engineOf, faultsOf, launch } from './engine.mjs'

const LONG = { timeout: 240_000 }
const engine = engineOf(process.argv[2])
const browser = await launch()
const faults = []
const page = await (
  await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
).newPage()
faultsOf(page, faults)

const open = async (path, heading) => {
  await page.goto(
    `${engine.site}/console${path}#token=${engine.tokens.analyst ?? engine.tokens.operator}`,
  )
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

async function runTheLab() {
  await open('/lab', 'Lab')
  const from = page.getByLabel('From')
  await page.waitForFunction((it) => it.value !== '', await from.elementHandle(), LONG)
  await page.locator('.policy-choice select').first().selectOption({ label: 'greedy-1' })
  await page.getByLabel('Pairs of runs').fill('3')
  await page.getByRole('button', { name: 'Start the run' }).click()
  await page.getByRole('heading', { level: 1, name: /greedy-1/ }).waitFor(LONG)
  const link = page.url()
  const verdict = page.locator('.verdict .sentence')
  await verdict.or(page.getByRole('heading', { name: 'Why it was not possible' })).waitFor(LONG)
  assert.ok(await verdict.isVisible(), await page.locator('main').innerText())
  const said = await verdict.innerText()
  assert.match(said, /better|worse|Not ranked/)
  assert.equal(await page.locator('.comparisons tbody tr').count(), 8)
  await page.reload()
  await verdict.waitFor()
  assert.equal(await verdict.innerText(), said)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSON' }).click(),
  ])
  const report = JSON.parse(readFileSync(await file.path(), 'utf8'))
  assert.equal(report.candidate.version, 'greedy-1')
  assert.equal(report.seeds, 3)
  console.log(`The lab says: ${said} (${new URL(link).pathname})`)
}

async function tryACandidate() {
  await open('/lab?view=shadow', 'Lab')
  await page.locator('.policy-choice select').first().selectOption('own')
  await page.getByLabel('Offered before just in time').fill('soon')
  await page.getByText('A whole number, please.').waitFor()
  await page.getByLabel('Reason').fill('to see what more time ahead does')
  assert.ok(await page.getByRole('button', { name: 'Start', exact: true }).isDisabled())
  await page.getByLabel('Offered before just in time').fill('240')
  await page.getByLabel('Version').fill('patient-e2e')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('heading', { name: 'patient-e2e' }).waitFor()
  const counted = page.locator('.agreements .score-count').first()
  await page.waitForFunction(
    (it) => Number(it.innerText.replaceAll(/\D/g, '')) > 0,
    await counted.elementHandle(),
    LONG,
  )
  console.log(`The shadow counts ${await counted.innerText()} rounds.`)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('seen')
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('heading', { name: 'Put a policy into the shadow' }).waitFor()
  const { policies, changes } = await engine.ask('/v1/dispatch/policies')
  assert.ok(policies.some((it) => it.version === 'patient-e2e' && !it.inShadow))
  assert.equal(changes.at(-1).kind, 'shadow_ended')
}

async function lookAtFigures() {
  await open('/analytics?span=week', 'Analytics')
  const card = page.getByRole('region', { name: 'Orders', exact: true })
  await card.locator('canvas').waitFor()
  const slider = card.getByRole('slider')
  await slider.press('End')
  assert.match(await slider.getAttribute('aria-valuetext'), /Orders \d/)
  await card.getByText('As a table').click()
  const rows = await card.locator('.as-table tbody tr').allInnerTexts()
  const placed = rows.reduce((sum, it) => sum + Number(it.split('\t')[1]), 0)
  assert.ok(placed > 0, 'The table has no orders.')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'CSV' }).click(),
  ])
  const csv = readFileSync(await file.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  const at = csv[0].split(',').indexOf('value')
  const told = csv
    .filter((it) => it.startsWith('orders,'))
    .reduce((sum, it) => sum + Number(it.split(',')[at]), 0)
  assert.equal(told, placed)
  console.log(`${placed} orders in the chart, the table and the file.`)
}

try {
  await runTheLab()
  await tryACandidate()
  await lookAtFigures()
} finally {
  await browser.close()
}
for (const fault of new Set(faults)) console.log(fault)
process.exit(faults.length ? 1 : 0)
