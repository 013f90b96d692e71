package id.antar.api.courier;

/// Whether a courier works now.
public enum CourierDuty {
  OFF_SHIFT,
  ON_SHIFT,
  ON_BREAK
}
