package id.antar.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeNameTest {

  @Test
  void theRolesInANameSayWhetherItIsAGateway() {
    assertThat(NodeName.isGateway(name(Role.GATEWAY))).isTrue();
    assertThat(NodeName.isGateway(name(Role.DISPATCH, Role.GATEWAY))).isTrue();
    assertThat(NodeName.isGateway(name(Role.COMMAND, Role.QUERY))).isFalse();
  }

  @Test
  void noTwoAreCalledTheSame() {
    assertThat(name(Role.GATEWAY)).isNotEqualTo(name(Role.GATEWAY));
  }

  private static String name(Role... roles) {
    return NodeName.of(new Part(false, Set.of(roles)));
  }
}
