package id.antar.command.payment;

import id.antar.api.time.EngineClock;

/// What a payment's decisions depend on besides its history.
record PaymentRules(PaymentPolicy policy, EngineClock clock) {}
