package id.antar.command.chat;

import id.antar.api.time.EngineClock;

/// What a conversation's decisions depend on besides its history and its order.
record ChatRules(ChatPolicy policy, EngineClock clock) {}
