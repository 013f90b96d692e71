package id.antar.gateway.edge.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.gateway.edge.address.ClientAddresses.Header;
import java.net.InetSocketAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class ClientAddressesTest {

  private static final List<String> TRUSTED = List.of("10.0.0.0/8", "fd00::/8");

  private static ClientAddress find(Header header, String name, String value, String peer) {
    var request =
        MockServerHttpRequest.get("/")
            .header(name, value)
            .remoteAddress(new InetSocketAddress(peer, 4711));
    var exchange = MockServerWebExchange.from(request);
    new ClientAddresses(new Networks(TRUSTED), header).filter(exchange, _ -> Mono.empty()).block();
    return ClientAddress.of(exchange);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.9                          | 203.0.113.9
          198.51.100.1, 203.0.113.9            | 203.0.113.9
          203.0.113.9, 10.9.9.9                | 203.0.113.9
          203.0.113.9:5521                     | 203.0.113.9
          [2001:db8::1]:5521                   | 2001:db8::1
          2001:db8::1                          | 2001:db8::1
          nonsense                             | 10.0.0.1
          203.0.113.9, nonsense, 10.9.9.9      | 10.9.9.9
          999.1.1.1                            | 10.0.0.1
          10.2.2.2                             | 10.2.2.2
          ','                                  | 10.0.0.1
          """)
  void aTrustedProxyIsBelieved(String header, String client) {
    assertThat(find(Header.X_FORWARDED_FOR, "X-Forwarded-For", header, "10.0.0.1").text())
        .isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for=203.0.113.9;proto=https                   | 203.0.113.9
          proto=https; For="203.0.113.9:99"             | 203.0.113.9
          for="[2001:db8::1]:99"                        | 2001:db8::1
          for=198.51.100.1, for=203.0.113.9, for=10.9.9.9 | 203.0.113.9
          for=unknown                                   | 10.0.0.1
          for=_hidden                                   | 10.0.0.1
          by=203.0.113.9                                | 10.0.0.1
          """)
  void soIsTheOtherHeaderWhereItIsTheOneThatIsWritten(String header, String client) {
    assertThat(find(Header.FORWARDED, "Forwarded", header, "10.0.0.1").text()).isEqualTo(client);
  }

  @Test
  void nobodyElseIsBelieved() {
    assertThat(find(Header.X_FORWARDED_FOR, "X-Forwarded-For", "1.2.3.4", "203.0.113.1").text())
        .isEqualTo("203.0.113.1");
    assertThat(find(Header.X_FORWARDED_FOR, "Forwarded", "for=1.2.3.4", "10.0.0.1").text())
        .isEqualTo("10.0.0.1");
  }

  @Property
  void anyHeaderAtAllNamesAnAddress(@ForAll String value) {
    String header = value.replaceAll("[\\x00-\\x1f\\x7f]", "");
    for (Header which : Header.values()) {
      String name = which == Header.FORWARDED ? "Forwarded" : "X-Forwarded-For";
      assertThat(find(which, name, header, "10.0.0.1").text()).isNotEmpty();
      assertThat(find(which, name, "for=\"" + header, "fd00::1").network()).isNotEmpty();
    }
  }

  @Test
  void anIpv6NetworkIsCountedTogether() {
    String one = find(Header.FORWARDED, "X", "", "2001:db8:1:2::1").network();
    String two = find(Header.FORWARDED, "X", "", "2001:db8:1:2:9::9").network();
    assertThat(one).isEqualTo(two).isEqualTo("20010db800010002/64");
  }

  @Test
  void anAddressInDisguiseIsTheAddress() {
    assertThat(
            find(Header.X_FORWARDED_FOR, "X-Forwarded-For", "::ffff:203.0.113.9", "10.0.0.1")
                .text())
        .isEqualTo("203.0.113.9");
  }

  @Test
  void whatIsNoNetworkIsSaidToBeSo() {
    assertThatThrownBy(() -> new Networks(List.of("proxy.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Networks(List.of("10.0.0.0/99")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
