package id.antar.api.mode;

/// What an engine is run for: `antar.mode`.
public enum Mode {

  /// By one person on their own machine, who may be anybody.
  DEVELOPMENT,

  /// For people who rely on it: what is weak is refused at the start.
  PRODUCTION
}
