package id.antar.command.order;

import id.antar.api.time.EngineClock;
import id.antar.command.merchant.Merchants;

/// What an order's decisions depend on besides the order's history.
record OrderRules(OrderPolicy policy, EngineClock clock, Merchants merchants) {}
