package id.antar.command.payment;

import id.antar.api.payment.ChargeId;

/// The second look at a charge that waits for nothing, should the answer to the first have been
/// lost.
public record LookAgain(ChargeId chargeId) {}
