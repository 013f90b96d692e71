package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static Connections of(Role... roles) {
    return Connections.of(new Part(false, Set.of(roles)));
  }

  @Test
  void whoDoesEverythingHasTheMostOfAll() {
    assertThat(of(Role.values())).isEqualTo(new Connections(48, 16, 24));
  }

  @Test
  void whoDoesLessHasFewer() {
    assertThat(of(Role.GATEWAY).engine()).isLessThan(of(Role.COMMAND).engine());
    assertThat(of(Role.DISPATCH).views()).isLessThan(of(Role.QUERY).views());
    assertThat(of(Role.GATEWAY, Role.DISPATCH))
        .isEqualTo(
            new Connections(
                of(Role.GATEWAY).engine() + of(Role.DISPATCH).engine(),
                of(Role.GATEWAY).reading() + of(Role.DISPATCH).reading(),
                of(Role.GATEWAY).views() + of(Role.DISPATCH).views()));
  }
}
