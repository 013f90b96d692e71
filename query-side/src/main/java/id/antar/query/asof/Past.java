package id.antar.query.asof;

import id.antar.query.history.EventArchive.Stored;

/// How something was.
///
/// @param view what readers of its row would have seen
/// @param last of the events that it is made of
/// @param events how many these are
/// @param leftOut how many could not be applied
public record Past<S>(S state, Object view, Stored last, long events, long leftOut) {}
