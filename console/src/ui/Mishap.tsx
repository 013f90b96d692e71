import { Component, type ComponentChildren } from 'preact'
import { Failure } from './states'

interface Props {
  children: ComponentChildren
}

/** Keeps a mistake within one page. */
export class Mishap extends Component<Props, { failure: unknown }> {
  override state = { failure: null as unknown }

  override componentDidCatch(failure: unknown) {
    console.error(failure)
    this.setState({ failure })
  }

  override render() {
    const { failure } = this.state
    if (failure === null) return this.props.children
    return <Failure failure={failure} retry={() => this.setState({ failure: null })} />
  }
}
