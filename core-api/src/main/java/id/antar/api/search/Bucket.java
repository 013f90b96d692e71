package id.antar.api.search;

/// How many of what was found share something.
///
/// @param key what they share: a status, an id, a cell, the beginning of an hour, or a range of
///   minor units as `500-1000`
public record Bucket(String key, long count) {}
