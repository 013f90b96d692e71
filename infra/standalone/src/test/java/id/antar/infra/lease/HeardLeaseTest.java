package id.antar.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.ZoneLease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeardLeaseTest {
  private static final ZoneId ZONE = new ZoneId("main");
  private static final DispatchTerm TERM = new DispatchTerm(ZONE, 7);

  private final List<String> asked = new ArrayList<>();
  private final AtomicBoolean heard = new AtomicBoolean(true);
  private final ZoneLease lease =
      new HeardLease(
          new ZoneLease() {
            @Override
            public Optional<DispatchTerm> hold(ZoneId zone, Duration lasts) {
              asked.add("hold");
              return Optional.of(TERM);
            }

            @Override
            public void letGo(ZoneId zone) {
              asked.add("let go");
            }
          },
          heard::get);

  @Test
  void whoCanTellNobodyGivesTheZoneUpUntilSomebodyIsHeardAgain() {
    assertThat(lease.hold(ZONE, Duration.ofSeconds(5))).contains(TERM);

    heard.set(false);
    assertThat(lease.hold(ZONE, Duration.ofSeconds(5))).isEmpty();
    assertThat(asked).containsExactly("hold", "let go");

    heard.set(true);
    assertThat(lease.hold(ZONE, Duration.ofSeconds(5))).contains(TERM);
  }
}
