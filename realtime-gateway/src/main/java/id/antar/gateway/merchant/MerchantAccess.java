package id.antar.gateway.merchant;

import id.antar.api.merchant.MerchantId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;

/// A merchant touches no other merchant.
final class MerchantAccess {

  private MerchantAccess() {}

  static void require(MerchantId id, Caller caller) {
    if (!caller.isStaff() && !caller.is(id)) {
      throw Problem.forbidden("This is another merchant.").asException();
    }
  }
}
