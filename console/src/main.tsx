import './style/index.css'
import { render } from 'preact'
import { followMoment } from './live/moment'
import { begin } from './session/session'
import { App } from './shell/App'
import { followAddress } from './shell/address'
import { followPreferences } from './shell/preferences'

followAddress()
followPreferences()
begin()
followMoment()

const root = document.getElementById('console')
if (root) render(<App />, root)
