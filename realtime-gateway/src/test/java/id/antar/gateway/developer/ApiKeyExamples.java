package id.antar.gateway.developer;

/// A key that was never issued, and what would be stored of it.
public final class ApiKeyExamples {

  public static final String WELL_FORMED =
      "antar_0123456789abcdef_"
          + "abababababababababababababababababababababababababababababababab"
          + "e4e94bd1";

  /// Another, which no test makes known.
  public static final String MADE_UP =
      "antar_fedcba9876543210_"
          + "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
          + "37c5d42d";

  public static final String HASH =
      "271a413bd339c5709fdceaec41f14f11e9fbfb5042d72d331c65f32b284cd09a";

  private ApiKeyExamples() {}
}
