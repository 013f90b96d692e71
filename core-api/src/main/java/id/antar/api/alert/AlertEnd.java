package id.antar.api.alert;

/// Why an alert stands no longer.
public enum AlertEnd {
  /// It has been below its threshold for a while.
  CALM,
  /// What it was about is over.
  GONE
}
