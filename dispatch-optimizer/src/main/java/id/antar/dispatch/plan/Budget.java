package id.antar.dispatch.plan;

import java.util.function.BooleanSupplier;

/// How long a round may improve its plan.
///
/// @param iterations at most
/// @param expired asked from time to time; the best plan so far is returned once it says so
public record Budget(int iterations, BooleanSupplier expired) {

  /// As many iterations as the policy says, however long they take.
  public static final Budget UNLIMITED = new Budget(Integer.MAX_VALUE, () -> false);

  /// Until `expired` says so.
  public static Budget until(BooleanSupplier expired) {
    return new Budget(Integer.MAX_VALUE, expired);
  }

  /// As a recorded round had.
  static Budget exactly(int iterations) {
    return new Budget(iterations, () -> false);
  }
}
