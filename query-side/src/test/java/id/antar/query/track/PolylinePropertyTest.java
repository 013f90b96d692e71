package id.antar.query.track;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolylinePropertyTest {

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("ways") List<TrackPoint> way) {
    assertThat(Polyline.read(Polyline.write(way))).isEqualTo(way);
  }

  @Provide
  static Arbitrary<List<TrackPoint>> ways() {
    Arbitrary<Instant> times =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    Arbitrary<GeoPoint> places =
        Combinators.combine(
                Arbitraries.doubles().between(-90, 90), Arbitraries.doubles().between(-180, 180))
            .as((latitude, longitude) -> Polyline.rounded(new GeoPoint(latitude, longitude)));
    return Combinators.combine(times, times, places).as(TrackPoint::new).list().ofMaxSize(200);
  }
}
