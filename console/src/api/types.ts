/** The shapes of the engine's interface, as far as the console reads them. */

export type Instant = string

export interface Money {
  minor: number
  currency: string
}

export interface Point {
  latitude: number
  longitude: number
}

export type Stage =
  | 'placed'
  | 'submitted'
  | 'confirmed'
  | 'preparing'
  | 'ready'
  | 'picked_up'
  | 'delivered'
  | 'cancelled'
  | 'delivery_failed'
  | 'returned'

export type Status =
  | 'pending'
  | 'confirmed'
  | 'preparing'
  | 'on_delivery'
  | 'delivered'
  | 'cancelled'

export type Vehicle = 'scooter' | 'bicycle'
export type Duty = 'off_shift' | 'on_shift' | 'on_break'
export type StopKind = 'pickup' | 'dropoff' | 'return'

export interface BoardOrder {
  orderId: string
  customerId: string
  merchantId: string
  merchantName: string
  pickup: Point
  dropoff?: Point
  cashDue: Money
  status: Status
  stage: Stage
  since: Instant
  placedAt: Instant
  confirmBy?: Instant
  courierBy?: Instant
  readyEstimate?: Instant
  readyAt?: Instant
  pickedUpAt?: Instant
  assignmentId?: string
  courierId?: string
  promisedFor?: Instant
  pickupEta?: Instant
  dropoffEta?: Instant
  atPickup?: Instant
  atDoor?: Instant
  handover?: Point
  pinnedTo?: string
  declines: number
  waitingSince?: Instant
}

export interface BoardStop {
  kind: StopKind
  orderId: string
  eta: Instant
  arrivedAt?: Instant | null
}

export interface BoardCourier {
  courierId: string
  vehicle: Vehicle
  capacity: number
  duty: Duty
  since: Instant
  dutySince: Instant
  endsBy: Instant
  offerId?: string
  tripId?: string
  stops: BoardStop[]
  cashLimitReached: boolean
  seen?: { point: Point; at: Instant; ageSeconds: number }
}

export interface BoardOffer {
  assignmentId: string
  courierId: string
  decisionId: string
  orders: string[]
  offeredAt: Instant
  expiresAt: Instant
}

export interface Board {
  zone: string
  position: number
  recordedAt: Instant
  at: Instant
  orders: BoardOrder[]
  couriers: BoardCourier[]
  offers: BoardOffer[]
}

/** The new state of what one event concerns; lists that are empty are absent. */
export interface BoardChange {
  position: number
  recordedAt: Instant
  event: string
  orders?: BoardOrder[]
  couriers?: BoardCourier[]
  offers?: BoardOffer[]
  ordersGone?: string[]
  couriersGone?: string[]
  offersGone?: string[]
}

export interface BoardChanges {
  changes: BoardChange[]
  /** Up to here, that was all. */
  position: number
}

export interface Total {
  items: Money
  discount: Money
  deliveryFee: Money
  tax: Money
  tip: Money
  total: Money
}

export interface Order {
  orderId: string
  customerId: string
  merchantId: string
  merchantName: string
  pickup: Point
  recipient: { name: string; phone: string } | null
  dropoff: { point: Point; text: string; note: string } | null
  lines: { productId: string; name: string; quantity: number; unitPrice: Money }[]
  total: Total
  paymentId: string
  paymentMethods: string[]
  cashDue: Money
  status: Status
  stage: Stage
  assignmentId: string | null
  courierId: string | null
  placedAt: Instant
  readyEstimate: Instant | null
  readyAt: Instant | null
  pickedUpAt: Instant | null
  deliveredAt: Instant | null
  endedAt: Instant | null
  pickupEta: Instant | null
  dropoffEta: Instant | null
  handover: Point | null
  pinnedTo: string | null
  endReason: string | null
  changedAt: Instant
}

export interface OrderPage {
  orders: Order[]
  nextCursor: string | null
}

export interface OrderHits extends OrderPage {
  total: number
}

export interface TimelineEntry {
  event: string
  occurredAt: Instant
  recordedAt: Instant
  actor: string
  detail: string | null
}

export interface Refund {
  refundId: string
  part: number
  amount: Money
  status: 'requested' | 'refunded' | 'failed'
  reason: string
  requestedAt: Instant
  processedAt: Instant | null
}

export interface Payment {
  paymentId: string
  orderId: string
  amount: Money
  refunded: Money
  status: string
  parts: {
    number: number
    method: string
    amount: Money
    attempt: number
    status: string
    referenceNumber: string | null
    reason: string | null
    processedAt: Instant | null
  }[]
  refunds: Refund[]
}

export interface Message {
  number: number
  messageId: string
  author: 'customer' | 'merchant' | 'courier' | 'operator'
  authorId: string | null
  text: string | null
  occurredAt: Instant
  readBy: string[]
}

export interface MessagePage {
  messages: Message[]
  nextCursor: string | null
}

export interface Candidate {
  courierId: string | null
  verdict: string
  total: number | null
  terms: Record<string, number> | null
  pickupAt: Instant | null
  doorAt: Instant | null
  estimatedTravel: boolean | null
  why: string | null
}

export interface Decision {
  decisionId: string
  decidedAt: Instant
  since: Instant
  rounds: number
  outcome: string
  summary: string
  courierId: string | null
  cost: number | null
  runnerUp: { courierId: string | null; margin: number } | null
  dueInSeconds: number | null
  onDuty: number | null
  considered: number | null
  policy: string
  planner: string
  iterations: number | null
  load: number | null
  terms: string[]
  candidates: Candidate[]
}

export interface OrderDispatch {
  orderId: string
  summary: string
  decisions: Decision[]
  nextCursor: string | null
}

export interface OrderPromises {
  orderId: string
  promises: {
    kind: 'ready' | 'pickup' | 'door'
    source: 'merchant' | 'plan' | 'live'
    shownAt: Instant
    promisedFor: Instant
    errorSeconds: number | null
  }[]
  lateness: {
    firstPromise: Instant
    total: number
    waitingForAssignment: number
    firstMile: number
    kitchen: number
    lastMile: number
  } | null
}

export interface Courier {
  courierId: string
  fullName: string | null
  phone: string | null
  licensePlate: string | null
  vehicle: Vehicle
  capacity: number
  duty: Duty
  offerId: string | null
  tripId: string | null
  orders: string[]
  delivered: number
  cashInHand: Money[]
  cashLimitReached: boolean
  changedAt: Instant
}

export interface Stop {
  kind: StopKind
  orderId: string
  merchantId: string | null
  point: Point | null
  address: string | null
  eta: Instant
  arrivedAt: Instant | null
  doneAt: Instant | null
  withdrawn: boolean
}

export interface Assignment {
  assignmentId: string
  courierId: string
  decisionId: string
  state: string
  stops: Stop[]
  offeredAt: Instant
  expiresAt: Instant
  answeredAt: Instant | null
  endedAt: Instant | null
  reason: string | null
}

export interface Offer {
  assignmentId: string
  state: string
  orders: string[]
  offeredAt: Instant
  expiresAt: Instant
  answeredAt: Instant | null
  endedAt: Instant | null
  reason: string | null
}

export interface OfferReason {
  summary: string
  policy: string
  orders: { orderId: string; summary: string; cost: number | null }[]
}

export interface Track {
  type: 'Feature'
  geometry: { type: 'LineString'; coordinates: [number, number][] } | null
  properties: { times: Instant[]; whole: boolean }
}

export interface Streets {
  mapVersion: string
  attribution: string
  major: number[][]
  minor: number[][]
}

export interface Processor {
  name: string
  running: boolean
  position: number
  lag: number
  lagSeconds: number
  deadLetters: number
  segments: { segment: number; running: boolean; caughtUp: boolean; replaying: boolean }[]
  error: string | null
}

export interface DeadLetter {
  letterId: string
  processor: string
  event: string
  eventId: string
  source: string | null
  sequence: number
  behind: number
  cause: string | null
  attempts: number
  recordedAt: Instant
  parkedAt: Instant
  triedAt: Instant | null
}

export interface Job {
  jobId: string
  kind: string
  startedBy: string
  state: 'running' | 'succeeded' | 'failed' | 'cancelled'
  done: number
  total: number
  summary: string[]
  findings: string[]
  startedAt: Instant
  endedAt: Instant | null
}

/** `level`: how many there were, and not how often in a second. */
export interface WatchedRate {
  name: string
  level: boolean
  values: number[]
}

export interface Rates {
  stepSeconds: number
  rates: WatchedRate[]
}

export interface Health {
  status: string
  components?: Record<string, { status: string; details?: Record<string, unknown> }>
}

export interface SignedIn {
  accessToken: string
  expiresIn: number
  permissions: string[]
  role: string
  subject: string
  mustEnrol: boolean
}

export interface Me {
  role: string
  subject: string
  permissions: string[]
  expiresAt: Instant
}

export interface Statement {
  turnover: { purpose: string; amount: Money; lines: number }[]
  closing: Money[]
  entries: {
    subject: string
    event: string
    amounts: Record<string, Money>
    total: Money
    occurredAt: Instant
    bookedAt: Instant
  }[]
}

export interface WhatIfChange {
  orderId: string
  courierBefore: string | null
  courierAfter: string | null
  doorBefore: Instant | null
  doorAfter: Instant | null
  secondsLater: number | null
  lateSecondsBefore: number | null
  lateSecondsAfter: number | null
}

export interface WhatIf {
  orderId: string
  courierId: string
  asOf: Instant
  pinnedTo: string | null
  possible: boolean
  obstacle: string | null
  summary: string
  cautions: string[]
  changes: WhatIfChange[]
  total: {
    orders: number
    later: number
    sooner: number
    secondsLater: number
    lateSecondsBefore: number
    lateSecondsAfter: number
    withoutCourierBefore: number
    withoutCourierAfter: number
  }
}

/** What of an order is not as it was seen, and who changed it. */
export interface OrderChange {
  part: 'pin' | 'carrier' | 'stage'
  now: string | null
  by: string | null
  at: Instant | null
}

export type AlertKind =
  | 'late'
  | 'stuck'
  | 'no_courier'
  | 'courier_silent'
  | 'merchant_slow'
  | 'gateway_failing'
  | 'projection_lagging'

export type AlertSubject = 'order' | 'courier' | 'merchant' | 'provider' | 'processor'

export interface Alert {
  alertId: string
  kind: AlertKind
  subjectKind: AlertSubject
  subject: string
  unit: 'seconds' | 'percent'
  /** The worst that was told. */
  value: number
  threshold: number
  state: 'standing' | 'acknowledged' | 'over'
  since: Instant
  raisedAt: Instant
  takenBy: string | null
  takenAt: Instant | null
  note: string | null
  endedAt: Instant | null
  endedBecause: 'calm' | 'gone' | null
  /** How often it was raised. */
  times: number
}

export interface AlertPage {
  alerts: Alert[]
  nextCursor: string | null
}

export interface AlertThresholds {
  thresholds: {
    kind: AlertKind
    threshold: number
    unit: Alert['unit']
    realTime: boolean
  }[]
  calmSeconds: number
}
