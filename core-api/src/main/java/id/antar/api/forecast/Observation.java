package id.antar.api.forecast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was seen at a moment.
///
/// @param value absent if it is known to be missing
public record Observation(Instant at, @Nullable Double value) {}
