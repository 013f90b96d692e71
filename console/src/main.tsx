import './style/index.css'
import { render } from 'preact'
import { begin } from './session/session'
import { App } from './shell/App'
import { followAddress } from './shell/address'
import { followPreferences } from './shell/preferences'

followAddress()
followPreferences()
begin()

const root = document.getElementById('console')
if (root) render(<App />, root)
