import { Component, type ComponentType, h } from 'preact'

/** Draws a component anew only if it is given something else; signals redraw it as ever. */
export function memo<P extends object>(Shown: ComponentType<P>): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>) {
      return isOther(this.props as P, next as P)
    }

    override render() {
      return h(Shown, this.props as never)
    }
  } as unknown as ComponentType<P>
}

function isOther<P extends object>(before: P, after: P) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof P>
  return [...names].some((it) => !isAlike(before[it], after[it]))
}

/** Styles are made anew at each drawing. */
function isAlike(a: unknown, b: unknown) {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
