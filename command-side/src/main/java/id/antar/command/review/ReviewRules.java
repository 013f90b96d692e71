package id.antar.command.review;

import id.antar.api.time.EngineClock;

/// What a review's decisions depend on besides its history and its order.
record ReviewRules(ReviewPolicy policy, EngineClock clock) {}
