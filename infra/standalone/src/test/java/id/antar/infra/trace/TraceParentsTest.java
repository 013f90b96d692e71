package id.antar.infra.trace;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.MetaKeys;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentsTest {
  private static final String GOOD = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static SpanContext read(@Nullable String text) {
    return Span.fromContext(TraceParents.read(text)).getSpanContext();
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(TraceParents.write(read(GOOD))).isEqualTo(GOOD);
    assertThat(read(GOOD).isRemote()).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319X-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "\r\n00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void whatIsNoneIsAsIfItWereNotThere(@Nullable String text) {
    assertThat(read(text).isValid()).isFalse();
  }

  @Test
  void longTextIsRefused() {
    assertThat(read(GOOD.repeat(1000)).isValid()).isFalse();
  }

  @Test
  void aMessageThatWasNotTracedHasNoCause() {
    assertThat(TraceParents.sent(MetaData.emptyInstance())).isEmpty();
    assertThat(TraceParents.sent(MetaData.with(MetaKeys.TRACE_PARENT, 7))).isEmpty();
    assertThat(TraceParents.sent(MetaData.with(MetaKeys.TRACE_PARENT, GOOD.replace("-01", "-00"))))
        .isEmpty();
    assertThat(TraceParents.sent(MetaData.with(MetaKeys.TRACE_PARENT, GOOD))).isPresent();
  }
}
