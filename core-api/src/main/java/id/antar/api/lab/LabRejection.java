package id.antar.api.lab;

import id.antar.api.message.Rejection;

/// Why the policy lab does not start.
public sealed interface LabRejection extends Rejection {

  /// @param field `policy` or `baseline`
  record InvalidPolicy(String field, String detail) implements LabRejection, Invalid {}

  /// Runs are one after the other, and enough of them wait.
  record TooManyRuns(int most) implements LabRejection {
    @Override
    public String detail() {
      return "%d runs wait already. One can be started when one of them has ended.".formatted(most);
    }
  }
}
