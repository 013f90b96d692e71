package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.dispatch.plan.DispatchPolicy.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchPolicyTest {

  @Test
  void aPolicyIsFoundByItsVersionAndByItsName() {
    assertThat(DispatchPolicy.find("standard")).contains(DispatchPolicy.standard());
    for (DispatchPolicy policy : DispatchPolicy.all()) {
      assertThat(DispatchPolicy.find(policy.version())).contains(policy);
    }
    assertThat(DispatchPolicy.names())
        .containsExactly("standard", "neighbours", "greedy", "matching")
        .allSatisfy(name -> assertThat(DispatchPolicy.find(name)).isPresent());
    assertThat(DispatchPolicy.find("standard-")).isEmpty();
    assertThat(DispatchPolicy.find("Standard")).isEmpty();
    assertThat(DispatchPolicy.find("")).isEmpty();
  }

  @Test
  void versionsAreDifferentAndMethodsAreWhatTheNamesSay() {
    assertThat(DispatchPolicy.all()).extracting(DispatchPolicy::version).doesNotHaveDuplicates();
    assertThat(DispatchPolicy.all())
        .extracting(DispatchPolicy::method)
        .containsExactly(Method.HORIZON, Method.HORIZON, Method.GREEDY, Method.MATCHING);
    assertThat(DispatchPolicy.find("neighbours").orElseThrow().nearbyMerchant()).isPositive();
    assertThat(DispatchPolicy.standard().nearbyMerchant()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "maxCandidates, 1, 0",
    "maxRings, 1, 0",
    "maxBundle, 1, 0",
    "maxBundle, 6, 7",
    "offerExpiry, 1, 0",
    "fixMaxAge, 1, 0",
    "silentAfter, 120, 119"
  })
  void numbersAreWithinTheirLimits(String component, int least, int beyond) {
    DispatchPolicy standard = DispatchPolicy.standard();
    assertThat(Policies.with(standard, component, least)).isNotNull();
    assertThatThrownBy(() -> Policies.with(standard, component, beyond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(component + " (" + beyond + ")");
  }

  @Test
  void aVersionIsNotBlank() {
    assertThatThrownBy(() -> Policies.with(DispatchPolicy.standard(), "version", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank version");
  }
}
