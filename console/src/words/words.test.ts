import { expect, test } from 'vitest'
import { money, span } from './format'
import { language, named, words } from './words'

test('a name that has no words is made readable', () => {
  expect(named({}, 'OrderConfirmed')).toBe('Order confirmed')
  expect(named({}, 'bank_transfer')).toBe('Bank transfer')
  expect(named({ x: 'Y' }, 'x')).toBe('Y')
})

test('the language changes what is said', () => {
  language.value = 'id'
  expect(words.value.nav.board).toBe('Papan')
  language.value = 'en'
  expect(words.value.nav.board).toBe('Board')
})

test('spans of time are short', () => {
  expect([0, 65_000, -245_000, 3_760_000].map(span)).toEqual(['0:00', '1:05', '−4:05', '1:02:40'])
})

test('money is in minor units of its currency', () => {
  language.value = 'en'
  expect(money({ minor: 1250, currency: 'EUR' })).toBe('€12.50')
  expect(money({ minor: 1250, currency: 'JPY' })).toContain('1,250')
})
