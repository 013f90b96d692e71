package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.servers.DatabaseAddress;
import io.asyncer.r2dbc.mysql.constant.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewConnectionsTest {
  private static SslMode safety(String host, String options) {
    return ViewConnections.safety(
        DatabaseAddress.parse("mysql://me:pw@" + host + "/antar" + options));
  }

  @Test
  void whereNothingIsSaidNobodyIsTrustedWithMoreThanTheMachineItself() {
    assertThat(safety("127.0.0.1", "")).isEqualTo(SslMode.DISABLED);
    assertThat(safety("db.example", "")).isEqualTo(SslMode.PREFERRED);
  }

  @ParameterizedTest
  @CsvSource({
    "disable, DISABLED",
    "trust, REQUIRED",
    "verify-ca, VERIFY_CA",
    "verify-full, VERIFY_IDENTITY"
  })
  void whatIsWantedOfTheDriverHoldsForTheViewsToo(String word, SslMode mode) {
    assertThat(safety("127.0.0.1", "?useCompression=true&sslMode=" + word)).isEqualTo(mode);
    assertThat(safety("db.example", "?sslMode=" + word + "&serverSslCert=%2Fca.pem"))
        .isEqualTo(mode);
  }

  @Test
  void aWordThatSaysNothingIsNotTakenForNone() {
    assertThatThrownBy(() -> safety("db.example", "?sslMode=perhaps"))
        .hasMessageContaining("perhaps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"useSSL=true", "useSsl=true", "trustStore=%2Fca.jks", "keyStore=%2Fme"})
  void whatOnlyOneOfTheDriversUnderstandsIsRefused(String option) {
    assertThatThrownBy(() -> safety("db.example", "?sslMode=verify-full&" + option))
        .hasMessageContaining(option.split("=")[0])
        .hasMessageContaining("sslMode");
  }
}
