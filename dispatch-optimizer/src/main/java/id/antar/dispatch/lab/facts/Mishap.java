package id.antar.dispatch.lab.facts;

import org.jspecify.annotations.Nullable;

/// Some courier had this order and could not go on. It belongs to the order: whoever has it in a
/// run is struck as its courier was.
///
/// @param carried the order was in the courier's hands, and not only to be fetched
/// @param after seconds since the pickup, or since the trip was accepted
/// @param unheard nothing was heard of the courier, and time went by before anybody knew
/// @param handover where the order was left became known
/// @param remade seconds after which it could be fetched at the merchant's again
/// @param back seconds after which the courier was there again; absent if not in that shift
public record Mishap(
    boolean carried,
    int after,
    boolean unheard,
    boolean handover,
    int remade,
    @Nullable Integer back) {}
