import { computed, effect, signal } from '@preact/signals'
import { language } from '../words/words'

export type Theme = 'system' | 'light' | 'dark'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const dark = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(dark.matches)

export const theme = signal<Theme>(kept())
export const isDark = computed(() =>
  theme.value === 'system' ? systemIsDark.value : theme.value === 'dark',
)

function kept(): Theme {
  const text = localStorage.getItem('antar.theme')
  return THEMES.find((it) => it === text) ?? 'system'
}

export function nextTheme() {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system'
}

export function followPreferences() {
  dark.addEventListener('change', () => {
    systemIsDark.value = dark.matches
  })
  effect(() => {
    document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light'
    localStorage.setItem('antar.theme', theme.value)
  })
  effect(() => {
    document.documentElement.lang = language.value
    localStorage.setItem('antar.language', language.value)
  })
}
