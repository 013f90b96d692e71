package id.antar.command.assignment;

import id.antar.api.time.EngineClock;

/// What an assignment's decisions depend on besides its history.
record AssignmentRules(EngineClock clock) {}
