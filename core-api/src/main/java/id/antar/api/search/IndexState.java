package id.antar.api.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a search index is.
///
/// @param position of the last event that can be found, -1 before the first
/// @param asOf engine time; what was recorded before it can be found. Null while that is not known
/// @param behind whether something that was stored more than a few seconds ago cannot be found yet
/// @param behindEvents how many stored events it has not come to
/// @param behindSeconds of real time, since the first of them was seen
/// @param rebuilding whether it is being made anew from the events
public record IndexState(
    long position,
    @Nullable Instant asOf,
    boolean behind,
    long behindEvents,
    long behindSeconds,
    boolean rebuilding) {}
