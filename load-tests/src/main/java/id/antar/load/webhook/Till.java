package id.antar.load.webhook;

import tools.jackson.databind.JsonNode;

/// What the books say that the providers hold, in minor units of one currency.
///
/// @param balanced whether all accounts together sum to zero
record Till(boolean balanced, long held) {

  static Till of(JsonNode trialBalance, String currency) {
    boolean balanced = trialBalance.path("sums").isArray();
    for (JsonNode sum : trialBalance.path("sums")) {
      balanced &= sum.path("minor").asLong(1) == 0;
    }
    long held = 0;
    for (JsonNode kind : trialBalance.path("balances")) {
      JsonNode balance = kind.path("balance");
      if (kind.path("kind").asString("").equals("gateway")
          && balance.path("currency").asString("").equals(currency)) {
        held += balance.path("minor").asLong(0);
      }
    }
    return new Till(balanced, held);
  }

  /// @param before how it stood
  /// @param came what has come since by the model, less what has gone back
  Audit.Finding against(Till before, long came) {
    long more = held - before.held;
    boolean holds = balanced && more == came;
    return new Audit.Finding(
        holds,
        "%s; the providers hold %d more, by the model %d"
            .formatted(balanced ? "sums to zero" : "does not sum to zero", more, came));
  }
}
