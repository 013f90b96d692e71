import type { ComponentType } from 'preact'
import type { IconName } from '../ui/Icon'
import type { Words } from '../words/words'

export type Parameters = Record<string, string>

export interface Page {
  pattern: string
  permission: string
  load: () => Promise<ComponentType<Parameters>>
}

/** A page that the navigation leads to. */
export interface Section extends Page {
  word: (words: Words) => string
  icon: IconName
  /** Behind `g`. */
  key: string
}

export const SECTIONS: readonly Section[] = [
  {
    pattern: '/board',
    permission: 'board:follow',
    word: (it) => it.nav.board,
    icon: 'board',
    key: 'b',
    load: async () => (await import('../board/BoardPage')).BoardPage,
  },
  {
    pattern: '/map',
    permission: 'couriers:watch',
    word: (it) => it.nav.map,
    icon: 'map',
    key: 'm',
    load: async () => (await import('../livemap/MapPage')).MapPage,
  },
  {
    pattern: '/couriers',
    permission: 'couriers:read-any',
    word: (it) => it.nav.couriers,
    icon: 'couriers',
    key: 'c',
    load: async () => (await import('../courier/CouriersPage')).CouriersPage,
  },
  {
    pattern: '/alerts',
    permission: 'alerts:follow',
    word: (it) => it.alerts.title,
    icon: 'bell',
    key: 'a',
    load: async () => (await import('../alerts/AlertsPage')).AlertsPage,
  },
  {
    pattern: '/lab',
    permission: 'dispatch:read',
    word: (it) => it.nav.lab,
    icon: 'lab',
    key: 'l',
    load: async () => (await import('../lab/LabPage')).LabPage,
  },
  {
    pattern: '/analytics',
    permission: 'analytics:read-any',
    word: (it) => it.nav.analytics,
    icon: 'chart',
    key: 'n',
    load: async () => (await import('../analytics/AnalyticsPage')).AnalyticsPage,
  },
  {
    pattern: '/system',
    permission: 'ops:read',
    word: (it) => it.nav.system,
    icon: 'system',
    key: 's',
    load: async () => (await import('../system/SystemPage')).SystemPage,
  },
]

const DETAILS: readonly Page[] = [
  {
    pattern: '/orders/:id',
    permission: 'orders:read-any',
    load: async () => (await import('../order/OrderPage')).OrderPage as ComponentType<Parameters>,
  },
  {
    pattern: '/couriers/:id',
    permission: 'couriers:read-any',
    load: async () =>
      (await import('../courier/CourierPage')).CourierPage as ComponentType<Parameters>,
  },
  {
    pattern: '/lab/runs/:id',
    permission: 'ops:read',
    load: async () => (await import('../lab/RunPage')).RunPage as ComponentType<Parameters>,
  },
]

export const PAGES: readonly Page[] = [...SECTIONS, ...DETAILS]
