package id.antar.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeNameTest {

  @Test
  void theRolesInANameSayWhetherItIsAGateway() {
    assertThat(NodeName.isGateway(NodeName.of("gateway"))).isTrue();
    assertThat(NodeName.isGateway(NodeName.of("dispatch, Gateway"))).isTrue();
    assertThat(NodeName.isGateway(NodeName.of("command,query"))).isFalse();
  }

  @Test
  void whoNamesNoRoleHasAllOfThem() {
    assertThat(NodeName.isGateway(NodeName.of(""))).isTrue();
  }

  @Test
  void noTwoAreCalledTheSame() {
    assertThat(NodeName.of("gateway")).isNotEqualTo(NodeName.of("gateway"));
  }
}
