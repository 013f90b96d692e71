package id.antar.gateway.stream.hub;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  @Test
  void aZoneAndAWindowAreNamedAsTheyWereAskedFor() {
    assertThat(Topic.parse("zone:main")).contains(new Topic.OfZone(new ZoneId("main")));
    String text = "viewport:43.70,-7.4,44,8e-1";
    Topic window = Topic.parse(text).orElseThrow();
    assertThat(window).hasToString(text);
    assertThat(((Topic.OfViewport) window).window()).isEqualTo(new Window(43.7, -7.4, 44, 0.8));
  }

  @Test
  void theWholeWorldIsAWindow() {
    assertThat(Topic.parse("viewport:-90,-180,90,180")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "1, 2,3,4",
        "NaN,2,3,4",
        "1,2,Infinity,4",
        "0x1,2,3,4",
        "2,2,1,4",
        "1,2,1,4",
        "1,2,3,2",
        "1,170,3,-170",
        "-91,0,0,1",
        "0,0,91,1",
        "0,-181,1,0",
        "0,0,1,181",
        "1e-999,2,3,4"
      })
  void aWindowThatIsNoneIsNotATopic(String bounds) {
    assertThat(Topic.parse("viewport:" + bounds)).isEmpty();
  }

  @Test
  void cellsAreNobodysToAskFor() {
    assertThat(Topic.parse("cell:88f")).isEmpty();
    assertThat(Topic.parse("zone:")).isEmpty();
  }
}
