package id.antar.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void readsEveryPart() {
    assertThat(DatabaseAddress.parse("mysql://me:p%40ss@db.example:3307/antar?sslMode=trust"))
        .isEqualTo(new DatabaseAddress("db.example", 3307, "antar", "me", "p@ss", "sslMode=trust"));
  }

  @Test
  void isReadAsItIsWritten() {
    for (String options : new String[] {"", "sslMode=trust&a=b%2Fc"}) {
      var address = new DatabaseAddress("db", 3307, "antar", "a&b", "p@ss: w/rd+", options);
      assertThat(DatabaseAddress.parse(address.url())).isEqualTo(address);
    }
  }

  @Test
  void thePortMayBeLeftOut() {
    assertThat(DatabaseAddress.parse("mysql://me:pw@db/antar").port()).isEqualTo(3306);
  }

  @Test
  void optionsAreFoundByTheirWholeName() {
    var address = DatabaseAddress.parse("mysql://me:pw@db/antar?noSslMode=a&sslMode=b%2Fc");
    assertThat(address.option("sslMode")).contains("b/c");
    assertThat(address.option("SslMode")).isEmpty();
  }

  @Test
  void thePasswordIsNotShown() {
    assertThat(DatabaseAddress.parse("mysql://me:secret@db/antar").toString())
        .isEqualTo("mysql://me@db:3306/antar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/antar",
        "mysql://db/antar",
        "mysql://me:pw@db",
        "db",
        "mysql://me:p w@db/antar"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> DatabaseAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mysql://user:password@host:port/database")
        .hasMessageNotContaining("p w");
  }
}
