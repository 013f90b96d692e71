package id.antar.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.message.Actor.Role;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PermissionTest {

  @Test
  void aPermissionIsWrittenAndRead() {
    assertThat(Permission.ORDERS_READ_ANY).hasToString("orders:read-any");
    for (Permission permission : Permission.values()) {
      assertThat(Permission.parse(permission.toString())).isEqualTo(permission);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Permission.parse("everything"));
  }

  @Test
  void everyPermissionIsSomebodys() {
    for (Permission permission : Permission.values()) {
      assertThat(Arrays.stream(Role.values()).map(RoleBundles::of))
          .as("%s", permission)
          .anyMatch(bundle -> bundle.contains(permission));
    }
  }

  @Test
  void whatIsEverybodysIsForStaffAlone() {
    for (Role role : Role.values()) {
      if (!role.isStaff()) {
        assertThat(RoleBundles.of(role))
            .as("%s", role)
            .noneMatch(permission -> permission.toString().endsWith("-any"));
      }
    }
  }
}
