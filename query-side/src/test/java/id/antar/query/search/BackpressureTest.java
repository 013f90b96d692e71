package id.antar.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.SearchUnavailable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackpressureTest {
  private final AtomicInteger times = new AtomicInteger();

  @Test
  void whoIsBusyIsAskedAgain() {
    String answer =
        Backpressure.outwait(() -> {
          if (times.incrementAndGet() < 3) {
            throw new SearchUnavailable("busy", new Backpressure.Refused("too much"));
          }
          return "done";
        });

    assertThat(answer).isEqualTo("done");
    assertThat(times).hasValue(3);
  }

  @Test
  void whoDoesNotAnswerIsNot() {
    assertThatThrownBy(() ->
            Backpressure.outwait(() -> {
              times.incrementAndGet();
              throw new SearchUnavailable("gone", new IOException("Connection refused"));
            }))
        .isInstanceOf(SearchUnavailable.class)
        .hasMessage("gone");
    assertThat(times).hasValue(1);
  }
}
