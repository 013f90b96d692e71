import { Bell } from '../alerts/Bell'
import { now, speed } from '../live/clock'
import { RewindButton } from '../rewind/RewindButton'
import { session, signOut } from '../session/session'
import { Icon } from '../ui/Icon'
import { clockSeconds } from '../words/format'
import { language, words } from '../words/words'
import { LineStanding } from './LineStanding'
import { nextTheme, theme } from './preferences'
import { helpShown } from './shortcuts'

const THEME_ICON = { system: 'auto', light: 'sun', dark: 'moon' } as const

export function Header() {
  const t = words.value.shell
  return (
    <header class="header">
      <LineStanding />
      <p class="engine-clock" title={t.engineTime}>
        <span class="visually-hidden">{t.engineTime} </span>
        <time>{clockSeconds(now.value)}</time>
        {speed.value !== 1 && <span class="quiet"> ×{speed}</span>}
      </p>
      <RewindButton />
      <span class="spread" />
      <div class="tools">
        <Bell />
        <button
          type="button"
          class="tool text"
          lang={language.value === 'en' ? 'id' : 'en'}
          onClick={() => {
            language.value = language.value === 'en' ? 'id' : 'en'
          }}
        >
          {t.otherLanguage}
        </button>
        <Tool
          icon={THEME_ICON[theme.value]}
          label={t.theme(t.themes[theme.value])}
          run={nextTheme}
        />
        <Tool
          icon="keys"
          label={t.shortcuts}
          run={() => {
            helpShown.value = true
          }}
        />
        <span class="who" title={session.value?.subject}>
          {session.value && (t.roles as Record<string, string>)[session.value.role]}
        </span>
        <Tool icon="out" label={t.signOut} run={() => void signOut()} />
      </div>
    </header>
  )
}

interface ToolProps {
  icon: Parameters<typeof Icon>[0]['name']
  label: string
  run: () => void
}

function Tool({ icon, label, run }: ToolProps) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  )
}
