package id.antar.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.message.Actor.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /// The table of `docs/permissions.md` is this one.
  @Test
  void theTableInTheDocumentationIsTrue() throws IOException {
    assertThat(Files.readString(Path.of("../docs/permissions.md"))).contains(table());
  }

  private static String table() {
    List<Role> roles = Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();
    var table = new StringBuilder("| |");
    roles.forEach(role -> table.append(' ').append(name(role)).append(" |"));
    table.append("\n|---|").append("---|".repeat(roles.size()));
    for (Permission permission : Permission.values()) {
      table.append("\n| `").append(permission).append("` |");
      for (Role role : roles) {
        table.append(RoleBundles.of(role).contains(permission) ? " x |" : " |");
      }
    }
    return table.append('\n').toString();
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
