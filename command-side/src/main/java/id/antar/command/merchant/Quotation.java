package id.antar.command.merchant;

import id.antar.api.message.Rejection;

/// A merchant's answer to a basket.
public sealed interface Quotation {

  record Quoted(Quote quote) implements Quotation {}

  record Refused(Rejection reason) implements Quotation {}
}
