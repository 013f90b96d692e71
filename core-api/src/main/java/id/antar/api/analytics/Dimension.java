package id.antar.api.analytics;

/// By what figures are told apart.
public enum Dimension {
  /// By nothing: all of them together.
  ALL,
  /// The H3 cell of [#CELL_RESOLUTION] with the merchant in it.
  CELL,
  MERCHANT,
  COURIER;

  /// A cell has about 0.74 square kilometres.
  public static final int CELL_RESOLUTION = 8;
}
