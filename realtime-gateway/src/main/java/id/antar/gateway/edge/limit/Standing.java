package id.antar.gateway.edge.limit;

/// How one key stands after a request.
///
/// @param admitted whether the request is within the rate
/// @param remaining requests that would be admitted now
/// @param millisUntilMore until one more is admitted than now
public record Standing(boolean admitted, int remaining, int millisUntilMore) {}
