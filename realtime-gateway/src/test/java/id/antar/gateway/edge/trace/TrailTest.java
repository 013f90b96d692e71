package id.antar.gateway.edge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

class TrailTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String TRACE_PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  private final Trail trail = new Trail("r1", TRACE_PARENT);

  @AfterEach
  void forget() {
    MDC.clear();
  }

  @Test
  void theLogHasItWhileItIsWorkedOnAndThenWhatWasBefore() {
    MDC.put(Trail.LOGGED_REQUEST, "before");

    String within =
        trail.logged(() -> MDC.get(Trail.LOGGED_REQUEST) + " " + MDC.get(Trail.LOGGED_TRACE));

    assertThat(within).isEqualTo("r1 " + TRACE);
    assertThat(MDC.get(Trail.LOGGED_REQUEST)).isEqualTo("before");
    assertThat(MDC.get(Trail.LOGGED_TRACE)).isNull();
  }

  @Test
  void whatHasNoneIsNotLoggedAsTheOneAround() {
    String within =
        trail.logged(() ->
            Trail.of(Map.<String, Object>of())
                .logged(() -> String.valueOf(MDC.get(Trail.LOGGED_REQUEST))));

    assertThat(within).isEqualTo("null");
  }

  @Test
  void itTravelsWithMessages() {
    assertThat(Trail.of(trail.metaData())).isEqualTo(trail);
    assertThat(new Trail("r1", null).trace()).isEmpty();
  }

  @Test
  void itIsFoundInTheContext() {
    Mono<Trail> found = Mono.deferContextual(context -> Mono.just(Trail.in(context)));

    assertThat(found.contextWrite(trail::in).block()).isEqualTo(trail);
    assertThat(found.block()).isEqualTo(new Trail(null, null));
  }

  @Test
  void whatIsTooShortHasNoTraceId() {
    assertThat(new Trail("r1", "00-0af7").traceId()).isNull();
  }
}
