import { useEffect } from 'preact/hooks'
import { runClock } from '../live/clock'
import { keepLine } from '../live/line'
import { isLive } from '../live/moment'
import { Moves } from '../move/Moves'
import { RewindBar } from '../rewind/RewindBar'
import { SignIn } from '../session/SignIn'
import { SignInAgain } from '../session/SignInAgain'
import { isIn, standing } from '../session/session'
import { Loading } from '../ui/states'
import { words } from '../words/words'
import { Header } from './Header'
import { Help } from './Help'
import { Navigation } from './Navigation'
import { Outlet } from './Outlet'
import { listenForKeys } from './shortcuts'

export function App() {
  if (standing.value === 'asking') return <Loading />
  return isIn.value ? <Console /> : <SignIn />
}

function Console() {
  useEffect(() => {
    keepLine()
    runClock()
    return listenForKeys()
  }, [])
  return (
    <div class={isLive.value ? 'console' : 'console rewound'}>
      <a class="skip" href="#main">
        {words.value.shell.skip}
      </a>
      <Navigation />
      <div class="top">
        <Header />
        <RewindBar />
      </div>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Help />
      <Moves />
      {standing.value === 'ended' && <SignInAgain />}
    </div>
  )
}
