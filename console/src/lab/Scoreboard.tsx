import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { Empty } from '../ui/states'
import { count, decimal } from '../words/format'
import { less, SIDE_NAMES, SIDES, type SideName } from './score'
import type { Score, Shadow } from './types'
import { lab } from './words'

/** The two sides' means, since the start and over the last hour. */
export function Scoreboard({ shadow }: { shadow: Shadow }) {
  const t = lab.value.shadow
  const { total, lastHour } = shadow
  return (
    <Card title={t.measure}>
      {total.rounds === 0 ? (
        <Empty>{t.noRounds}</Empty>
      ) : (
        <Scrolling label={t.measure}>
          <table class="table scoreboard">
            <thead>
              <tr>
                <td />
                <th scope="colgroup" colSpan={3}>
                  {t.total}
                </th>
                <th scope="colgroup" colSpan={3}>
                  {t.lastHour}
                </th>
              </tr>
              <tr>
                <td />
                <Heads />
                <Heads />
              </tr>
            </thead>
            <tbody>
              {SIDE_NAMES.map((name) => (
                <tr key={name}>
                  <th scope="row">
                    <span class="term">{t.sides[name]}</span>{' '}
                    <span class="quiet small">{SIDES[name].unit}</span>
                    <span class="meaning">{t.sidesHint[name]}</span>
                  </th>
                  <Cells name={name} score={total} />
                  <Cells name={name} score={lastHour} />
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </Card>
  )
}

function Heads() {
  const t = lab.value.shadow
  return (
    <>
      <th scope="col" class="number first">
        {t.live}
      </th>
      <th scope="col" class="number">
        {t.candidate}
      </th>
      <th scope="col" class="number">
        {t.less}
      </th>
    </>
  )
}

function Cells({ name, score }: { name: SideName; score: Score }) {
  const difference = less(name, score)
  const said = difference === null ? '–' : shown(name, Math.abs(difference))
  const isZero = !/[1-9]/.test(said)
  return (
    <>
      <td class="number first">{shown(name, score.live[name])}</td>
      <td class="number">{shown(name, score.candidate[name])}</td>
      <td class="number">
        <strong>
          {difference !== null && !isZero && (difference < 0 ? '−' : '+')}
          {said}
        </strong>
      </td>
    </>
  )
}

function shown(name: SideName, value: number | null) {
  if (value === null) return '–'
  const { per, digits } = SIDES[name]
  return digits ? decimal(value / per, digits) : count(Math.round(value / per))
}
