import { Scrolling } from '../ui/Scrolling'
import { count } from '../words/format'
import { differences, type Method, type Numbers, unitOf } from './policy'
import { lab } from './words'

interface Props {
  first: Numbers
  second: Numbers
  /** Without what each number means. */
  brief?: boolean
}

/** Only the numbers in which two policies differ. */
export function Differences({ first, second, brief = false }: Props) {
  const t = lab.value
  const found = differences(first, second)
  if (found.length === 0) return <p class="empty">{t.same}</p>
  return (
    <Scrolling label={t.differing(found.length)}>
      <table class="table differences">
        <caption class="visually-hidden">{t.differing(found.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col" class="number">
              {first.version}
            </th>
            <th scope="col" class="number">
              {second.version}
            </th>
            {!brief && <th scope="col">{t.unit}</th>}
          </tr>
        </thead>
        <tbody>
          {found.map(({ name, first: was, second: is }) => (
            <tr key={name}>
              <th scope="row">
                <span class="term">{t.numbers[name]}</span>
                {!brief && <span class="meaning">{t.meanings[name]}</span>}
              </th>
              <td class="number">{said(was)}</td>
              <td class="number">
                <strong>{said(is)}</strong>
              </td>
              {!brief && <td class="quiet">{name === 'method' ? '' : t.units[unitOf(name)]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

const said = (value: number | Method) => (typeof value === 'number' ? count(value) : value)
