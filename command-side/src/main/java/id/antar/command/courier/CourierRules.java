package id.antar.command.courier;

import id.antar.api.time.EngineClock;

/// What a courier's decisions depend on besides the courier's history.
record CourierRules(ShiftPolicy policy, CashPolicy cash, EngineClock clock) {}
