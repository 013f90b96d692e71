package id.antar.gateway.person;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.api.position.TrackQuery.Track;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OwnTrackTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final List<TrackPoint> kept = new ArrayList<>();
  private final OwnTrack track = new OwnTrack(this::answer);

  private Mono<Track> answer(GetTrack query) {
    List<TrackPoint> found =
        kept.stream()
            .filter(it -> !it.receivedAt().isBefore(query.from()))
            .filter(it -> it.receivedAt().isBefore(query.to()))
            .toList();
    List<TrackPoint> told = found.subList(0, Math.min(found.size(), query.limit()));
    return Mono.just(new Track(query.courierId(), told, told.size() == found.size()));
  }

  private void seen(Instant at, int times) {
    for (int i = 0; i < times; i++) {
      kept.add(new TrackPoint(at, at.minusSeconds(times - i), new GeoPoint(43.7, 7.4)));
    }
  }

  private List<TrackPoint> of(Role role) {
    var actor = new Actor(role, "carlo");
    return Objects.requireNonNull(track.of(actor, NOON.plusSeconds(100_000)).collectList().block());
  }

  @Test
  void aLongWayIsToldWhole() {
    for (int i = 0; i < 7_000; i++) {
      seen(NOON.plusSeconds(i), 1);
    }

    assertThat(of(Role.COURIER)).isEqualTo(kept);
  }

  @Test
  void whatCameInTogetherIsNotTornApart() {
    seen(NOON, 1_500);
    seen(NOON.plusSeconds(1), 1_500);
    seen(NOON.plusSeconds(2), 3);

    assertThat(of(Role.COURIER)).isEqualTo(kept);
  }

  @Test
  void nobodyElseHasAWay() {
    seen(NOON, 1);

    assertThat(of(Role.CUSTOMER)).isEmpty();
  }
}
