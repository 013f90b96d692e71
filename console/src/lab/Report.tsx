import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { count, decimal, plain } from '../words/format'
import { Comparisons } from './Comparisons'
import { Differences } from './Differences'
import { Fidelity } from './Fidelity'
import { windowSaid } from './format'
import { numbersOf } from './policy'
import { tally, verdictOf } from './report'
import type { LabReport } from './types'
import { lab } from './words'

/** What a run has found out, and on what it rests. */
export function Report({ report }: { report: LabReport }) {
  const t = lab.value.report
  const { baseline, candidate } = report
  return (
    <>
      <Verdict report={report} />
      <Comparisons report={report} />
      <div class="columns">
        <div class="column">
          <Fidelity report={report} />
        </div>
        <div class="column">
          <Card title={t.policies}>
            <Differences
              brief
              first={{ ...numbersOf(baseline.numbers), version: baseline.version }}
              second={{ ...numbersOf(candidate.numbers), version: candidate.version }}
            />
          </Card>
          <Lived report={report} />
          <Card title={t.assumptions}>
            <ul class="said">
              {report.assumptions.map((it) => (
                <li key={it}>{plain(it)}</li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}

function Verdict({ report }: { report: LabReport }) {
  const t = lab.value.report
  const verdict = verdictOf(report)
  const { candidate, baseline, comparison, fidelity } = report
  const said = t.verdicts[verdict]
  const counted = tally(comparison)
  return (
    <section class={`verdict ${verdict}`} aria-label={t.verdict}>
      <p class="sentence">
        {typeof said === 'string' ? said : said(candidate.version, baseline.version)}
      </p>
      {verdict === 'unranked' ? (
        <ul class="said">
          {fidelity.failures.map((it) => (
            <li key={it}>{plain(it)}</li>
          ))}
        </ul>
      ) : (
        <p class="quiet">
          {t.tally(counted.better, counted.worse, counted.same)}
          {counted.unranked > 0 && ` ${t.unranked(counted.unranked)}`}
        </p>
      )}
    </section>
  )
}

function Lived({ report }: { report: LabReport }) {
  const t = lab.value.report
  const { window } = report
  return (
    <Card title={t.facts}>
      <Facts
        of={[
          [t.window, windowSaid(report.from, report.to)],
          [t.orders, count(window.orders)],
          [t.calledOff, count(window.calledOff)],
          [t.forgotten, window.forgotten > 0 && count(window.forgotten)],
          [t.unconfirmed, window.unconfirmed > 0 && count(window.unconfirmed)],
          [t.shifts, count(window.shifts)],
          [t.unseen, window.unseen > 0 && count(window.unseen)],
          [t.offers, count(window.offers)],
          [t.acceptance, `${decimal(window.acceptance * 100, 0)} %`],
          [t.pace, decimal(window.pace, 2)],
          [t.seeds, count(report.seeds)],
          [t.zone, report.zone],
          [t.planner, report.plannerVersion],
        ]}
      />
    </Card>
  )
}
