package id.antar.api.history;

import id.antar.api.account.AccountEvent;
import id.antar.api.account.ApiKeyEvent;
import id.antar.api.account.EmailEvent;
import id.antar.api.account.InvitationEvent;
import id.antar.api.account.SessionEvent;
import id.antar.api.alert.AlertEvent;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.audit.AuditEvent;
import id.antar.api.chat.ChatEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.customer.CustomerEvent;
import id.antar.api.dispatch.DispatchEvent;
import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.ops.OpsEvent;
import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payout.PayoutEvent;
import id.antar.api.person.PersonEvent;
import id.antar.api.review.ReviewEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All there is of events, family by family.
public final class EventFamilies {

  /// About who may come in, who tried to, and who looked: for whoever may read the audit log.
  private static final List<Class<?>> GUARDED =
      List.of(
          AccountEvent.class,
          ApiKeyEvent.class,
          AuditEvent.class,
          EmailEvent.class,
          InvitationEvent.class,
          SessionEvent.class);

  private static final List<Class<?>> OPEN =
      List.of(
          AlertEvent.class,
          AssignmentEvent.class,
          ChatEvent.class,
          CourierEvent.class,
          CustomerEvent.class,
          DispatchEvent.class,
          MerchantEvent.class,
          OpsEvent.class,
          OrderEvent.class,
          PaymentEvent.class,
          PayoutEvent.class,
          PersonEvent.class,
          PolicyEvent.class,
          ReviewEvent.class);

  private EventFamilies() {}

  public static List<Class<?>> all() {
    return Stream.concat(OPEN.stream(), GUARDED.stream()).toList();
  }

  public static boolean isGuarded(Class<?> family) {
    return GUARDED.contains(family);
  }

  /// The names of all events of guarded families.
  public static List<String> guardedTypes() {
    return GUARDED.stream().flatMap(EventFamilies::types).map(Class::getSimpleName).toList();
  }

  public static Stream<Class<?>> types(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses());
  }

  public static Optional<Class<?>> find(String type) {
    return all().stream()
        .<Class<?>>flatMap(EventFamilies::types)
        .filter(event -> event.getSimpleName().equals(type))
        .findFirst();
  }
}
