package id.antar.bench.history;

import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardView;
import id.antar.query.board.BoardFrames;
import id.antar.query.board.LiveBoard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;

/// `antar bench board`: how long the whole board at a moment of a day of 100,000 events takes, from
/// the question on the query bus to the answer; moments are drawn by a seed. First with the key
/// frames that were kept while the day was lived; then its last moment without any, which is folded
/// from the whole log.
public final class BoardBench {

  private static final int QUESTIONS = 200;

  private final HistoryEngine engine;
  private final Random random = new Random(7);
  private Instant begin = Instant.EPOCH;
  private Instant end = Instant.EPOCH;

  private BoardBench(HistoryEngine engine) {
    this.engine = engine;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = HistoryOptions.parse(100_000, arguments);
    System.out.println(Machine.facts());
    try (var engine = HistoryEngine.start(options.work())) {
      new BoardBench(engine).run(options);
    } finally {
      options.deleteWork();
    }
  }

  private void run(HistoryOptions options) throws InterruptedException {
    LiveBoard live = engine.bean(LiveBoard.class);
    System.out.println(MadeLog.fill(options, engine, (_, at) -> lived(at)));
    while (live.lag() > 0) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    tell("the first question", ask(1));
    tell("with key frames (at most 1000)", ask(QUESTIONS));
    engine.bean(BoardFrames.class).dropFrom(0);
    tell("without any, the day's last moment", new double[] {millis(end)});
  }

  private void lived(Instant at) {
    begin = begin.equals(Instant.EPOCH) ? at : begin;
    end = at;
  }

  private double[] ask(int questions) {
    double[] times = new double[questions];
    for (int i = 0; i < questions; i++) {
      long within = Duration.between(begin, end).toMillis() - 1;
      times[i] = millis(begin.plusMillis(1 + random.nextLong(within)));
    }
    Arrays.sort(times);
    return times;
  }

  private double millis(Instant at) {
    long began = System.nanoTime();
    BoardAnswer answer =
        engine
            .bean(QueryGateway.class)
            .query(new GetBoard(null, at, Instant.now()), BoardAnswer.class)
            .join();
    double millis = (System.nanoTime() - began) / 1e6;
    if (!(answer instanceof Found(BoardView board)) || board.position() == 0) {
      throw new IllegalStateException("There is no board at " + at + ": " + answer);
    }
    return millis;
  }

  private static void tell(String name, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "  %-36s p50 %7.1f ms, p99 %7.1f ms, longest %7.1f ms   load %.1f%n",
        name,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1],
        Machine.load());
  }
}
