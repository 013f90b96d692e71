package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyJsonTest {

  @Test
  void withoutAnythingItIsTheStandardPolicy() {
    assertThat(PolicyJson.read("{}")).isEqualTo(DispatchPolicy.standard());
  }

  @Test
  void aNamedPolicyIsThatPolicy() {
    assertThat(PolicyJson.read("{\"basedOn\":\"greedy\"}"))
        .isEqualTo(DispatchPolicy.find("greedy").orElseThrow());
  }

  @Test
  void whatIsDifferentIsDifferentAndNothingElse() {
    DispatchPolicy policy =
        PolicyJson.read("{\"version\":\"mine-1\",\"lead\":90,\"method\":\"MATCHING\"}");

    assertThat(policy.lead()).isEqualTo(90);
    assertThat(policy.method()).isEqualTo(DispatchPolicy.Method.MATCHING);
    assertThat(policy.version()).isEqualTo("mine-1");
    assertThat(policy.maxBundle()).isEqualTo(DispatchPolicy.standard().maxBundle());
  }

  @Test
  void otherNumbersHaveAnotherVersion() {
    String one = PolicyJson.read("{\"lead\":90}").version();
    String other = PolicyJson.read("{\"lead\":91}").version();

    assertThat(one).startsWith("standard-2-").isNotEqualTo(other);
    assertThat(PolicyJson.read("{\"lead\":90}").version()).isEqualTo(one);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    DispatchPolicy policy = PolicyJson.read("{\"basedOn\":\"neighbours\",\"effort\":8}");

    assertThat(PolicyJson.read(PolicyJson.write(policy))).isEqualTo(policy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | object",
        "{ | no JSON",
        "{\"basedOn\":\"best\"} | basedOn (best) is none of standard, neighbours, greedy, matching",
        "{\"speed\":9} | A policy has no speed",
        "{\"lead\":-1} | lead (-1) is not a whole number",
        "{\"lead\":1.5} | lead (1.5) is not a whole number",
        "{\"lead\":\"soon\"} | is not a whole number",
        "{\"maxBundle\":7} | maxBundle (7)",
        "{\"method\":\"GUESS\"} | is none of [HORIZON, GREEDY, MATCHING]",
        "{\"version\":\"a b\"} | is not of letters",
        "{\"version\":\"greedy-1\"} | is that of another policy"
      })
  void whatMakesNoSenseIsSaid(String json, String why) {
    assertThatThrownBy(() -> PolicyJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
