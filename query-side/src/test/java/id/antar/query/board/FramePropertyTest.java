package id.antar.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.query.Cast;
import id.antar.query.board.BoardLog.Marker;
import id.antar.query.board.Folding.BoardSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever day it is, and wherever a key frame stands.
class FramePropertyTest {

  private static final FrameForm FORM = BoardForms.form();

  @Property(tries = 60)
  void aFrameAndWhatFollowsItAreTheWholeBoard(
      @ForAll @IntRange(max = 10_000) int seed,
      @ForAll @IntRange(max = 500) int before,
      @ForAll @IntRange(max = 200) int behind) {
    BusyLog log = lived(seed, before + behind);
    var frames = new MemoryFrames();
    Folding whole = Folding.begin(source(log, new MemoryFrames()), 0);

    whole.advance(before);
    frames.save(FORM.write(new Marker(before, Cast.NOON), whole.board().contents()));
    whole.advance(before + behind);
    Folding framed = Folding.begin(source(log, frames), before + behind);

    assertThat(framed.position()).isEqualTo(before);
    framed.advance(before + behind);
    assertThat(framed.board().contents()).isEqualTo(whole.board().contents());
  }

  private static BusyLog lived(int seed, int events) {
    var log = new BusyLog(seed);
    var day = new GeneratedDay(log, seed);
    var _ = new GeneratedTown(day, _ -> {}, 6);
    while (log.size() < events && day.next()) {}
    log.commitAll();
    return log;
  }

  private static BoardSource source(BoardLog log, BoardFrames frames) {
    return new BoardSource(log, frames, FORM, Integer.MAX_VALUE, 100);
  }
}
