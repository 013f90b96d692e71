package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.MetaKeys;
import id.antar.gateway.edge.trace.Trail;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LoggedTrailTest {
  private static final MetaData SENT =
      MetaData.with(MetaKeys.REQUEST_ID, "r1")
          .and(MetaKeys.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  private static final Map<String, String> LOGGED =
      Map.of(Trail.LOGGED_REQUEST, "r1", Trail.LOGGED_TRACE, "0af7651916cd43dd8448eb211c80319c");

  private final AtomicReference<Map<String, String>> within = new AtomicReference<>();

  private Object handle() {
    within.set(MDC.getCopyOfContextMap());
    return "done";
  }

  @Test
  void aCommandsHandlerLogsTheRequestThatItCameFrom() {
    var bus = SimpleCommandBus.builder().build();
    var _ = bus.registerHandlerInterceptor(new LoggedTrail());
    var _ = bus.subscribe("cook", _ -> handle());

    bus.dispatch(new GenericCommandMessage<>(new GenericCommandMessage<>("x", SENT), "cook"));

    assertThat(within.get()).isEqualTo(LOGGED);
    assertThat(MDC.get(Trail.LOGGED_REQUEST)).isNull();
  }

  @Test
  void soDoesAQuerysHandler() {
    var bus = SimpleQueryBus.builder().build();
    var _ = bus.registerHandlerInterceptor(new LoggedTrail());
    var _ = bus.subscribe(String.class.getName(), String.class, _ -> handle());

    var _ =
        bus.query(
                new GenericQueryMessage<>("x", ResponseTypes.instanceOf(String.class))
                    .withMetaData(SENT))
            .join();

    assertThat(within.get()).isEqualTo(LOGGED);
    assertThat(MDC.get(Trail.LOGGED_TRACE)).isNull();
  }
}
