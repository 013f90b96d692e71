package id.antar.load.client;

/// How long something took, in real milliseconds.
public record Latency(String what, long count, double p50Millis, double p99Millis) {}
