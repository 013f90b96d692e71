package id.antar.gateway.history;

import static java.util.Objects.requireNonNull;

import id.antar.api.history.Moment;
import id.antar.gateway.edge.request.Asked;
import org.jspecify.annotations.Nullable;

/// Two moments, as an address says them.
///
/// @param from an instant or a position; before all, if it is absent
/// @param to an instant or a position; now, if it is absent
/// @param clock of the instants: `recorded`, or `happened`
record SpanParameters(@Nullable String from, @Nullable String to, @Nullable String clock) {

  Moment first() {
    return from == null ? new Moment.Position(0) : moment("from", from);
  }

  Moment last() {
    return to == null ? new Moment.Now() : moment("to", to);
  }

  private Moment moment(String name, String text) {
    return text.matches("[0-9]+")
        ? new Moment.Position(requireNonNull(Asked.position(name, text)))
        : MomentParameters.of(requireNonNull(Asked.instant(name, text)), clock);
  }
}
