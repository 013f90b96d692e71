package id.antar.query.ledger;

import id.antar.api.courier.CourierEvent;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payout.PayoutEvent;
import id.antar.query.ledger.Journal.Entry;
import id.antar.query.ledger.Journal.Posting;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row per line of the ledger. A key is an account together with the purpose; the row's also
/// says which event it is of.
final class LedgerFold implements Fold<LedgerLine> {

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public Class<LedgerLine> stateType() {
    return LedgerLine.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(OrderEvent.class, PaymentEvent.class, CourierEvent.class, PayoutEvent.class);
  }

  @Override
  public boolean isAppendOnly() {
    return true;
  }

  @Override
  public Collection<String> keys(Object event) {
    return Journal.entryOf(event).postings().stream().map(LedgerFold::key).toList();
  }

  @Override
  public String rowKey(String key, Recorded recorded) {
    return key + "@" + entryOf(recorded);
  }

  @Override
  public LedgerLine evolve(String key, @Nullable LedgerLine before, Recorded recorded) {
    Entry entry = Journal.entryOf(recorded.event());
    Posting posting =
        entry.postings().stream().filter(it -> key(it).equals(key)).findFirst().orElseThrow();
    return new LedgerLine(
        entryOf(recorded),
        recorded.event().getClass().getSimpleName(),
        posting.account(),
        posting.purpose(),
        posting.amount(),
        entry.subject(),
        entry.occurredAt(),
        recorded.recordedAt());
  }

  @Override
  public Object view(LedgerLine state) {
    return state;
  }

  private static String key(Posting posting) {
    return posting.account() + "/" + posting.purpose();
  }

  private static String entryOf(Recorded recorded) {
    return recorded.source() + "/" + recorded.sequence();
  }
}
