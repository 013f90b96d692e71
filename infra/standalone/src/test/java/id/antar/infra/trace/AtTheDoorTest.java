package id.antar.infra.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AtTheDoorTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Context ASKED = TraceParents.read("00-" + TRACE + "-b7ad6b7169203331-01");
  private static final Context REFUSED = TraceParents.read("00-" + TRACE + "-b7ad6b7169203331-00");

  private final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));

  private static boolean traced(AtTheDoor door, SpanKind kind, Context parent) {
    return door.shouldSample(parent, TRACE, "GET", kind, Attributes.empty(), List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  @Test
  void clientsAreGivenSoManyTracesASecondTogether() {
    var door = new AtTheDoor(0, 2, nanos::get);

    assertThat(traced(door, SpanKind.SERVER, ASKED)).isTrue();
    assertThat(traced(door, SpanKind.SERVER, ASKED)).isTrue();
    assertThat(traced(door, SpanKind.SERVER, ASKED)).isFalse();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(traced(door, SpanKind.SERVER, ASKED)).isTrue();
  }

  @Test
  void whoDoesNotAskIsTracedByChance() {
    assertThat(traced(new AtTheDoor(0, 9, nanos::get), SpanKind.SERVER, Context.root())).isFalse();
    assertThat(traced(new AtTheDoor(1, 0, nanos::get), SpanKind.SERVER, Context.root())).isTrue();
  }

  @Test
  void whoSaysThatThereIsNoTraceHasNone() {
    assertThat(traced(new AtTheDoor(1, 9, nanos::get), SpanKind.SERVER, REFUSED)).isFalse();
  }

  @Test
  void whatFollowsIsTracedIfTheRequestIs() {
    var door = new AtTheDoor(1, 0, nanos::get);

    assertThat(traced(door, SpanKind.CONSUMER, ASKED)).isTrue();
    assertThat(traced(door, SpanKind.CONSUMER, REFUSED)).isFalse();
    assertThat(traced(door, SpanKind.INTERNAL, Context.root())).isFalse();
  }
}
