package id.antar.dispatch.lab.measure;

import id.antar.api.lab.LabReport.Measure;
import java.util.Locale;

/// How measures are called.
final class Words {

  private Words() {}

  static String name(Measure measure) {
    return switch (measure) {
      case CLICK_TO_DOOR -> "click-to-door";
      case CLICK_TO_DOOR_90 -> "click-to-door, 90th percentile";
      case READY_TO_PICKUP -> "ready-to-pickup";
      case LATENESS, UNDELIVERED, DISTANCE -> measure.name().toLowerCase(Locale.ROOT);
      case COURIER_WAITING -> "courier waiting";
      case EARNINGS_SPREAD -> "earnings spread";
    };
  }
}
