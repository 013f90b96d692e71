package id.antar.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final MerchantId M1 = new MerchantId("m1");
  private static final MerchantId M2 = new MerchantId("m2");
  private static final ZoneId NORTH = new ZoneId("north");

  @Test
  void aScopeIsWrittenAndRead() {
    var scope = new Scope(Set.of(M2, M1), Set.of(NORTH));

    assertThat(scope).hasToString("merchant:m1 merchant:m2 zone:north");
    assertThat(Scope.parse(scope.toString())).isEqualTo(scope);
    assertThat(Scope.parse("")).isEqualTo(Scope.OWN);
    assertThatIllegalArgumentException().isThrownBy(() -> Scope.parse("everything"));
  }

  @Test
  void withoutZonesNoneIsOutOfReach() {
    assertThat(Scope.OWN.reaches(NORTH)).isTrue();
    assertThat(Scope.ofZones(NORTH).reaches(NORTH)).isTrue();
    assertThat(Scope.ofZones(new ZoneId("south")).reaches(NORTH)).isFalse();
  }

  @Test
  void nobodyHandsOnMoreThanTheyHave() {
    assertThat(Scope.ofMerchants(M1, M2).includes(Scope.ofMerchants(M1))).isTrue();
    assertThat(Scope.ofMerchants(M1).includes(Scope.ofMerchants(M1, M2))).isFalse();
    assertThat(Scope.OWN.includes(Scope.ofMerchants(M1))).isFalse();
    assertThat(Scope.OWN.includes(Scope.ofZones(NORTH))).isTrue();
    assertThat(Scope.ofZones(NORTH).includes(Scope.OWN)).isFalse();
  }
}
