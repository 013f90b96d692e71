package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What somebody may do, written `orders:read-any`. By itself it is about what is one's own or
/// within one's [Scope]; `…-any` is about everybody's. The written form is stored with API keys and
/// so is permanent.
public enum Permission {
  ORDERS_PLACE,
  ORDERS_READ,
  /// All orders, with what only staff is shown of them.
  ORDERS_READ_ANY,
  ORDERS_CANCEL,
  TRACKING_READ,
  TRACKING_SHARE,
  KITCHEN_RUN,

  MERCHANTS_READ,
  MERCHANTS_REGISTER,
  MERCHANTS_MANAGE,
  MERCHANTS_OPEN,
  MENU_MANAGE,

  CUSTOMERS_REGISTER,
  CUSTOMERS_READ,
  CUSTOMERS_READ_ANY,

  COURIERS_REGISTER,
  COURIERS_READ,
  COURIERS_READ_ANY,
  /// Shifts, breaks and the vehicle.
  COURIERS_WORK,
  /// To say where oneself is.
  COURIERS_TRACK,

  ASSIGNMENTS_READ,
  ASSIGNMENTS_READ_ANY,
  ASSIGNMENTS_CARRY,
  DISPATCH_READ,
  DISPATCH_CORRECT,
  /// To make a candidate what the zone is dispatched by.
  DISPATCH_PROMOTE,
  /// To run past windows again in the policy lab.
  LAB_RUN,
  /// Figures, promises and forecasts.
  ANALYTICS_READ,
  ANALYTICS_READ_ANY,

  BOARD_FOLLOW,
  ALERTS_FOLLOW,
  /// To say that one sees to an alert.
  ALERTS_TAKE,
  /// Where all couriers are.
  COURIERS_WATCH,
  /// Where people are and were: doors on the board, couriers on it and their ways.
  WHEREABOUTS_READ,

  PAYMENTS_MAKE,
  PAYMENTS_READ,
  PAYMENTS_READ_ANY,
  PAYMENTS_REFUND,
  /// To take cash from couriers, and to pay it out.
  CASH_HANDLE,
  LEDGER_READ,
  LEDGER_READ_ANY,
  LEDGER_SETTLE,
  /// The tax rate, the time zone and the vouchers of merchants.
  PRICES_MANAGE,

  CHAT_READ,
  CHAT_READ_ANY,
  CHAT_WRITE,
  CHAT_MODERATE,
  REVIEWS_READ,
  REVIEWS_WRITE,
  REVIEWS_ANSWER,
  REVIEWS_MODERATE,

  MAP_READ,
  MAP_ROUTE,

  /// To have a second factor.
  ME_ENROL,
  /// One's own account: its sessions, its second factor, its data and their erasure.
  ME_MANAGE,
  ACCOUNTS_READ,
  ACCOUNTS_INVITE,
  ACCOUNTS_MANAGE,
  PEOPLE_FORGET,
  KEYS_MANAGE,
  KEYS_MANAGE_ANY,
  TOKENS_ISSUE,
  WEBHOOKS_MANAGE,
  AUDIT_READ,
  /// The events themselves, and how something was at a moment; without what is personal.
  HISTORY_READ,
  /// The same with what is personal. Each look is an entry of the audit log.
  HISTORY_READ_PERSONAL,

  OPS_READ,
  OPS_RUN;

  private static final Set<Permission> PERSONAL =
      EnumSet.of(
          ME_ENROL,
          ME_MANAGE,
          ACCOUNTS_INVITE,
          ACCOUNTS_MANAGE,
          PEOPLE_FORGET,
          KEYS_MANAGE,
          KEYS_MANAGE_ANY,
          TOKENS_ISSUE);

  private final String wireName =
      name().toLowerCase(Locale.ROOT).replaceFirst("_", ":").replace('_', '-');

  /// What a person has to do themselves: a program that has lost its key must not be able to take
  /// over an account, or to make itself another key.
  public boolean isForKeys() {
    return !PERSONAL.contains(this);
  }

  @JsonCreator
  public static Permission parse(String text) {
    return Arrays.stream(values())
        .filter(permission -> permission.wireName.equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The permission (" + text + ") does not exist."));
  }

  @JsonValue
  @Override
  public String toString() {
    return wireName;
  }
}
