package id.antar.api.merchant;

import java.time.Instant;

/// A voucher and what became of it, for reading.
///
/// @param redeemed how many orders it was used for, without those that were not delivered
public record VoucherView(
    MerchantId merchantId, Voucher voucher, int redeemed, boolean withdrawn, Instant offeredAt) {}
