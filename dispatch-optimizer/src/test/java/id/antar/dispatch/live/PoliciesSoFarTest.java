package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.dispatch.PolicyEvent.PolicyPromoted;
import id.antar.api.dispatch.PolicyEvent.ShadowEnded;
import id.antar.api.dispatch.PolicyEvent.ShadowStarted;
import id.antar.api.dispatch.PolicyQuery.Change;
import id.antar.api.dispatch.PolicyQuery.Change.Kind;
import id.antar.api.dispatch.PolicyQuery.KnownPolicies;
import id.antar.api.dispatch.PolicyQuery.KnownPolicy;
import id.antar.api.dispatch.ShadowId;
import id.antar.api.dispatch.ShadowScore;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.PolicyBook.Decided;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesSoFarTest {

  private static final ZoneId MAIN = new ZoneId("main");
  private static final ShadowId SHADOW = new ShadowId("shadow-1");
  private static final String PATIENT = full("{\"version\":\"patient-1\",\"lead\":240}");

  private static String full(String written) {
    return PolicyJson.write(PolicyJson.read(written));
  }

  private static KnownPolicies after(PolicyEvent... events) {
    List<Decided> decided =
        Arrays.stream(events).map(event -> new Decided(event, "analyst:anna")).toList();
    var book = new PolicyBook(DispatchPolicy.standard(), () -> decided);
    return new PoliciesSoFar(book.page(), book.decided()).of(MAIN);
  }

  private static KnownPolicy one(KnownPolicies all, String version) {
    return all.policies().stream()
        .filter(policy -> policy.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private static ShadowStarted started(String policy) {
    return new ShadowStarted(
        MAIN, SHADOW, PolicyJson.read(policy).version(), policy, "to see", NOON);
  }

  @Test
  void theNamedOnesAreKnownFromTheBeginning() {
    KnownPolicies all = after();

    assertThat(all.policies())
        .extracting(KnownPolicy::name)
        .containsExactly("standard", "neighbours", "greedy", "matching");
    assertThat(one(all, "standard-2").live()).isTrue();
    assertThat(one(all, "standard-2").liveSince()).isNull();
    assertThat(all.changes()).isEmpty();
  }

  @Test
  void aCandidateIsKnownAndHasNoName() {
    KnownPolicy patient = one(after(started(PATIENT)), "patient-1");

    assertThat(patient.name()).isNull();
    assertThat(patient.inShadow()).isTrue();
    assertThat(patient.live()).isFalse();
    assertThat(patient.numbers()).contains("\"lead\":240");
  }

  @Test
  void whatWasPromotedIsLiveSinceThen() {
    var promoted =
        new PolicyPromoted(
            MAIN,
            SHADOW,
            "patient-1",
            PATIENT,
            "standard-2",
            ShadowScore.NONE,
            "quicker",
            NOON.plusSeconds(60));
    KnownPolicies all = after(started(PATIENT), promoted);

    assertThat(one(all, "patient-1").liveSince()).isEqualTo(NOON.plusSeconds(60));
    assertThat(one(all, "patient-1").inShadow()).isFalse();
    assertThat(one(all, "standard-2").live()).isFalse();
    assertThat(all.changes())
        .extracting(Change::kind)
        .containsExactly(Kind.SHADOW_STARTED, Kind.PROMOTED);
    assertThat(all.changes().getLast().formerVersion()).isEqualTo("standard-2");
  }

  @Test
  void theEndOfAShadowNamesItsCandidate() {
    var ended = new ShadowEnded(MAIN, SHADOW, ShadowScore.NONE, "no better", NOON);

    Change last = after(started(PATIENT), ended).changes().getLast();

    assertThat(last.version()).isEqualTo("patient-1");
    assertThat(last.by()).isEqualTo("analyst:anna");
    assertThat(last.reason()).isEqualTo("no better");
  }

  @Test
  void twoOfOneVersionAreTwoIfTheirNumbersDiffer() {
    KnownPolicies all =
        after(started(PATIENT), started(full("{\"version\":\"patient-1\",\"lead\":300}")));

    assertThat(all.policies().stream().filter(it -> it.version().equals("patient-1"))).hasSize(2);
    assertThat(all.policies().stream().filter(KnownPolicy::inShadow)).hasSize(1);
  }
}
