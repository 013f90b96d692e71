package id.antar.api.account;

import static id.antar.api.account.Permission.*;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Actor.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What each role may do. There is no other place where this is said, and nothing overrides it.
public final class RoleBundles {

  private static final Set<Permission> EVERYBODY =
      bundle(MERCHANTS_READ, MAP_READ, MAP_ROUTE, REVIEWS_READ, ME_ENROL, ME_MANAGE);

  private static final Set<Permission> ORDER_PARTY =
      bundle(EVERYBODY, ORDERS_READ, TRACKING_READ, CHAT_READ, CHAT_WRITE);

  private static final Set<Permission> CUSTOMER =
      bundle(
          ORDER_PARTY,
          ORDERS_PLACE,
          ORDERS_CANCEL,
          TRACKING_SHARE,
          CUSTOMERS_REGISTER,
          CUSTOMERS_READ,
          PAYMENTS_MAKE,
          PAYMENTS_READ,
          LEDGER_READ,
          REVIEWS_WRITE);

  private static final Set<Permission> COURIER =
      bundle(
          ORDER_PARTY,
          COURIERS_REGISTER,
          COURIERS_READ,
          COURIERS_WORK,
          COURIERS_TRACK,
          ASSIGNMENTS_READ,
          ASSIGNMENTS_CARRY,
          ANALYTICS_READ,
          LEDGER_READ,
          REVIEWS_WRITE);

  private static final Set<Permission> CASHIER = bundle(ORDER_PARTY, KITCHEN_RUN);

  private static final Set<Permission> SUPERVISOR =
      bundle(CASHIER, ORDERS_CANCEL, TRACKING_SHARE, MERCHANTS_OPEN);

  private static final Set<Permission> STORE_MANAGER =
      bundle(
          SUPERVISOR,
          MERCHANTS_MANAGE,
          MENU_MANAGE,
          PRICES_MANAGE,
          ANALYTICS_READ,
          PAYMENTS_READ,
          PAYMENTS_REFUND,
          LEDGER_READ,
          REVIEWS_ANSWER);

  private static final Set<Permission> MERCHANT =
      bundle(STORE_MANAGER, MERCHANTS_REGISTER, ACCOUNTS_INVITE, KEYS_MANAGE, WEBHOOKS_MANAGE);

  private static final Set<Permission> DEVELOPER =
      bundle(
          EVERYBODY,
          ORDERS_READ,
          TRACKING_READ,
          KITCHEN_RUN,
          MERCHANTS_OPEN,
          MERCHANTS_MANAGE,
          MENU_MANAGE,
          KEYS_MANAGE,
          WEBHOOKS_MANAGE);

  private static final Set<Permission> ANALYST =
      bundle(
          EVERYBODY,
          ORDERS_READ,
          ORDERS_READ_ANY,
          TRACKING_READ,
          CUSTOMERS_READ,
          CUSTOMERS_READ_ANY,
          COURIERS_READ,
          COURIERS_READ_ANY,
          COURIERS_WATCH,
          ASSIGNMENTS_READ,
          ASSIGNMENTS_READ_ANY,
          DISPATCH_READ,
          LAB_RUN,
          ANALYTICS_READ,
          ANALYTICS_READ_ANY,
          BOARD_FOLLOW,
          ALERTS_FOLLOW,
          PAYMENTS_READ,
          PAYMENTS_READ_ANY,
          LEDGER_READ,
          LEDGER_READ_ANY,
          HISTORY_READ,
          OPS_READ);

  private static final Set<Permission> OPERATOR =
      bundle(
          ANALYST,
          ORDERS_CANCEL,
          TRACKING_SHARE,
          MERCHANTS_REGISTER,
          MERCHANTS_MANAGE,
          MERCHANTS_OPEN,
          MENU_MANAGE,
          PRICES_MANAGE,
          CUSTOMERS_REGISTER,
          COURIERS_REGISTER,
          COURIERS_WORK,
          DISPATCH_CORRECT,
          DISPATCH_PROMOTE,
          ALERTS_TAKE,
          WHEREABOUTS_READ,
          PAYMENTS_REFUND,
          CASH_HANDLE,
          CHAT_READ,
          CHAT_READ_ANY,
          CHAT_WRITE,
          CHAT_MODERATE,
          REVIEWS_MODERATE,
          ACCOUNTS_READ,
          HISTORY_READ_PERSONAL,
          OPS_RUN);

  private static final Set<Permission> ADMIN =
      bundle(
          OPERATOR,
          LEDGER_SETTLE,
          ACCOUNTS_INVITE,
          ACCOUNTS_MANAGE,
          PEOPLE_FORGET,
          KEYS_MANAGE,
          KEYS_MANAGE_ANY,
          TOKENS_ISSUE,
          WEBHOOKS_MANAGE,
          AUDIT_READ);

  private static final Set<Permission> RECIPIENT = bundle(TRACKING_READ, MAP_READ);

  private RoleBundles() {}

  public static Set<Permission> of(Role role) {
    return switch (role) {
      case CUSTOMER -> CUSTOMER;
      case MERCHANT -> MERCHANT;
      case STORE_MANAGER -> STORE_MANAGER;
      case SUPERVISOR -> SUPERVISOR;
      case CASHIER -> CASHIER;
      case COURIER -> COURIER;
      case OPERATOR -> OPERATOR;
      case ANALYST -> ANALYST;
      case ADMIN -> ADMIN;
      case DEVELOPER -> DEVELOPER;
      case RECIPIENT -> RECIPIENT;
      case SYSTEM -> Set.of();
    };
  }

  /// What the holder of this role and scope may do where all is in that zone.
  public static Set<Permission> of(Role role, Scope scope, ZoneId zone) {
    return !role.isStaff() || scope.reaches(zone) ? of(role) : EVERYBODY;
  }

  private static Set<Permission> bundle(Permission... permissions) {
    return bundle(Set.of(), permissions);
  }

  private static Set<Permission> bundle(Set<Permission> others, Permission... permissions) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    all.addAll(others);
    all.addAll(Arrays.asList(permissions));
    return Collections.unmodifiableSet(all);
  }
}
