package id.antar.standin;

import java.util.Map;

/// @param body written as JSON
record Reply(int status, Map<String, ?> body) {}
