package id.antar.dispatch.live;

import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.dispatch.PolicyEvent.PolicyPromoted;
import id.antar.api.dispatch.PolicyEvent.ShadowEnded;
import id.antar.api.dispatch.PolicyEvent.ShadowStarted;
import id.antar.api.dispatch.PolicyQuery.Change;
import id.antar.api.dispatch.PolicyQuery.Change.Kind;
import id.antar.api.dispatch.PolicyQuery.KnownPolicies;
import id.antar.api.dispatch.PolicyQuery.KnownPolicy;
import id.antar.api.dispatch.ShadowId;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.PolicyBook.Decided;
import id.antar.dispatch.live.PolicyBook.Page;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every policy that has a name or a past, and what was decided about each.
final class PoliciesSoFar {

  private final Page page;
  private final List<Decided> decided;
  private final Map<ShadowId, String> candidates = new HashMap<>();

  PoliciesSoFar(Page page, List<Decided> decided) {
    this.page = page;
    this.decided = decided;
    for (Decided each : decided) {
      if (each.event() instanceof ShadowStarted e) {
        candidates.put(e.shadowId(), e.policyVersion());
      }
    }
  }

  KnownPolicies of(ZoneId zone) {
    return new KnownPolicies(
        zone,
        distinct().stream().map(this::known).toList(),
        decided.stream().map(this::change).toList());
  }

  /// Two of the same version are two if their numbers differ.
  private Set<DispatchPolicy> distinct() {
    var all = new LinkedHashSet<>(DispatchPolicy.all());
    decided.stream().flatMap(each -> policy(each.event()).stream()).forEach(all::add);
    return all;
  }

  private static Optional<DispatchPolicy> policy(PolicyEvent event) {
    return switch (event) {
      case ShadowStarted e -> PolicyBook.policy(e.policy());
      case PolicyPromoted e -> PolicyBook.policy(e.policy());
      case ShadowEnded _ -> Optional.empty();
    };
  }

  private KnownPolicy known(DispatchPolicy policy) {
    boolean live = policy.equals(page.live());
    return new KnownPolicy(
        policy.version(),
        PolicyJson.write(policy),
        name(policy),
        live,
        page.trial() != null && policy.equals(page.trial().policy()),
        live ? promotedAt() : null);
  }

  private @Nullable Instant promotedAt() {
    return page.promotion() == null ? null : page.promotion().promoted().occurredAt();
  }

  private static @Nullable String name(DispatchPolicy policy) {
    Stream<String> names =
        DispatchPolicy.names()
            .filter(name -> DispatchPolicy.find(name).filter(policy::equals).isPresent());
    return names.findFirst().orElse(null);
  }

  private Change change(Decided it) {
    return switch (it.event()) {
      case ShadowStarted e ->
          new Change(
              e.shadowId(),
              Kind.SHADOW_STARTED,
              e.policyVersion(),
              null,
              e.occurredAt(),
              it.by(),
              e.reason(),
              null);
      case ShadowEnded e ->
          new Change(
              e.shadowId(),
              Kind.SHADOW_ENDED,
              candidates.getOrDefault(e.shadowId(), ""),
              null,
              e.occurredAt(),
              it.by(),
              e.reason(),
              e.score());
      case PolicyPromoted e ->
          new Change(
              e.shadowId(),
              Kind.PROMOTED,
              e.policyVersion(),
              e.formerVersion(),
              e.occurredAt(),
              it.by(),
              e.reason(),
              e.score());
    };
  }
}
