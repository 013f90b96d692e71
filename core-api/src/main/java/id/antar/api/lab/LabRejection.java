package id.antar.api.lab;

import id.antar.api.message.Rejection;

/// Why the policy lab does not start.
public sealed interface LabRejection extends Rejection {

  /// @param field `policy` or `baseline`
  record InvalidPolicy(String field, String detail) implements LabRejection, Invalid {}

  /// This engine dispatches nothing, so it has neither streets nor a planner.
  record NoDispatchHere() implements LabRejection {
    @Override
    public String detail() {
      return "This engine does not have the role dispatch.";
    }
  }

  /// Runs are one after the other, and enough of them wait.
  record TooManyRuns(int most) implements LabRejection {
    @Override
    public String detail() {
      return "%d runs wait already. One can be started when one of them has ended.".formatted(most);
    }
  }
}
