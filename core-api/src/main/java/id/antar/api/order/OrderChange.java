package id.antar.api.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something about an order that is not as somebody had seen it.
///
/// @param now a courier's id, or the name of a stage; absent for nobody
/// @param by who changed it last, as role and id
/// @param at when that was recorded
public record OrderChange(
    Part part, @Nullable String now, @Nullable String by, @Nullable Instant at) {

  public enum Part {
    PIN,
    CARRIER,
    STAGE
  }

  String sentence() {
    return switch (part) {
      case PIN -> now == null ? "it is not pinned" : "it is pinned to " + now;
      case CARRIER -> now == null ? "no courier has it" : "courier " + now + " has it";
      case STAGE -> "it is " + now;
    };
  }
}
