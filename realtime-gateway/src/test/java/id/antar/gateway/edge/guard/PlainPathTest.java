package id.antar.gateway.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PlainPathTest {

  private static final String PATH = "/v1/auth/sign-in";
  private static final PathPattern ROUTE = PathPatternParser.defaultInstance.parse(PATH);

  @Property(tries = 1_000)
  void aPlainPathThatARouteMatchesIsWrittenLikeIt(
      @ForAll @Size(16) List<@IntRange(max = 12) Integer> disguises) {
    var path = new StringBuilder();
    for (int i = 0; i < PATH.length(); i++) {
      path.append(disguised(PATH.charAt(i), disguises.get(i)));
    }
    if (PlainPath.is(path.toString()) && ROUTE.matches(PathContainer.parsePath(path.toString()))) {
      assertThat(path).hasToString(PATH);
    }
  }

  /// Mostly as it is.
  private static String disguised(char letter, int how) {
    return switch (how) {
      case 0 -> "%%%02x".formatted((int) letter);
      case 1 -> "%%%02X".formatted((int) letter);
      case 2 -> ";a=b" + letter;
      default -> String.valueOf(letter);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1;x/orders", "/v1/orders;", "/%761/orders", "/v1/%6Frders", "/v1%2Forders", "/v1%5corders",
        "/v1/%2e%2E/orders", "/v1/../orders", "/v1/.", "/%2576", "/v1%00", "/v1%3Bx", "/v1/%", "/v1/%4",
        "/v1/%zz", "/%7e"
      })
  void aDisguiseIsSeen(String path) {
    assertThat(PlainPath.is(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/v1/orders/0b1c-Zz_9~", "/v1/webjars/swagger-ui/index.html", "/.well-known/jwks.json",
        "/v1/orders/a%20b", "/v1/orders/caf%C3%A9", "/v1/orders/a:b@c!$&'()*+,=", "/v1/orders/%3Aa"
      })
  void aPlainPathIsLeftAlone(String path) {
    assertThat(PlainPath.is(path)).isTrue();
  }
}
