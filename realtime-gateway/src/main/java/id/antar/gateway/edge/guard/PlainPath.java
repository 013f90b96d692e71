package id.antar.gateway.edge.guard;

import java.util.regex.Pattern;

/// Whether a path is written as routes and filters both read it. Routes match decoded segments
/// without their parameters; a filter that compares texts would take `/v1;x/orders` or
/// `/%761/orders` for something else.
final class PlainPath {

  /// Parameters, backslashes, dots for segments, and escapes that are none or that stand for what
  /// needs no escape (RFC 3986, 2.3), for what has a meaning in paths, or for control characters.
  private static final Pattern ODD =
      Pattern.compile(
          "[;\\\\]|(?:^|/)\\.{1,2}(?:/|$)|%(?![0-9a-fA-F]{2})"
              + "|%(?:[01][0-9a-fA-F]|2[5d-fD-F]|3[0-9bB]|4[1-9a-fA-F]|5[0-9acfACF]|6[1-9a-fA-F]|7[0-9aefAEF])");

  private PlainPath() {}

  static boolean is(String raw) {
    return !ODD.matcher(raw).find();
  }
}
