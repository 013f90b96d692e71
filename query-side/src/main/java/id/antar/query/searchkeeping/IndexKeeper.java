package id.antar.query.searchkeeping;

import id.antar.api.message.Ids;
import id.antar.api.search.IndexState;
import id.antar.query.search.IndexRecord;
import id.antar.query.search.IndexRecords;
import id.antar.query.search.Search;
import id.antar.query.search.SearchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one index: knows how far it is, makes what was written visible, notices when the index is
/// lost, broken, put back in time or of an older version, and has it made anew. Where another
/// engine runs the processor, it is known from the database.
final class IndexKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(2);
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(30);

  /// A server that has just come up needs a while to open its files.
  private static final int BROKEN_LOOKS = 20;

  private final SearchIndex<?> index;
  private final IndexRecords records;
  private final Search search;
  private final FollowedProcessor processor;
  private final Renewal renewal;
  private final String engine = Ids.random();
  private final Pace looks = new Pace(BETWEEN_LOOKS);
  private final Pace notes = new Pace(BETWEEN_NOTES);
  private final Pace marks = new Pace(BETWEEN_MARKS);
  private final Lag lag;
  private long noted;
  private long marked;
  private int brokenLooks;
  private boolean whole;
  private String complaint = "";

  IndexKeeper(
      SearchIndex<?> index,
      IndexRecords records,
      Search search,
      FollowedProcessor processor,
      Renewal renewal) {
    this.index = index;
    this.records = records;
    this.search = search;
    this.processor = processor;
    this.renewal = renewal;
    Optional<IndexRecord> known = records.find(index.name());
    noted = known.map(IndexRecord::position).orElse(-1L);
    marked = known.map(IndexRecord::marked).orElse(-1L);
    lag = new Lag(noted, known.map(IndexRecord::asOf).orElse(null));
  }

  /// To be called every half second.
  ///
  /// @param head the position of the store's last event
  void beat(long head, Instant engineTime, long nanos) {
    lag.sees(head, engineTime, nanos);
    boolean rebuilding = renewal.isUnderWay();
    if (!rebuilding) {
      attempt(() -> keep(nanos));
    }
    IndexState state = lag.state(nanos, whole, rebuilding);
    search.tell(index.name(), state);
  }

  private void attempt(Runnable step) {
    try {
      step.run();
      complaint = "";
    } catch (RuntimeException e) {
      whole = false;
      complain(e.toString());
    }
  }

  /// Once, however long it lasts.
  private void complain(String what) {
    if (!what.equals(complaint)) {
      complaint = what;
      LOG.warn("The search index {} cannot be kept now: {}", index.name(), what);
    }
  }

  private void keep(long nanos) {
    if (!whole || looks.isDue(nanos)) {
      look();
    }
    if (whole) {
      follow(nanos);
    }
  }

  private void look() {
    Optional<String> fault = index.fault().or(this::broken);
    whole = fault.isEmpty();
    if (whole && processor.position().isEmpty()) {
      processor.goOn();
    }
    fault.ifPresent(this::renew);
  }

  private Optional<String> broken() {
    brokenLooks = index.isBroken() ? brokenLooks + 1 : 0;
    return brokenLooks < BROKEN_LOOKS ? Optional.empty() : Optional.of("is broken");
  }

  private void renew(String fault) {
    if (renewal.mayStart() && records.lease(index.name(), engine)) {
      LOG.warn("The search index {} {}, and is made anew.", index.name(), fault);
      brokenLooks = 0;
      marked = -1;
      renewal.start(
          () -> records.lease(index.name(), engine), () -> records.release(index.name(), engine));
    }
  }

  private void follow(long nanos) {
    OptionalLong own = processor.position();
    if (own.isPresent()) {
      if (own.getAsLong() > lag.position()) {
        index.refresh();
        lag.reaches(own.getAsLong());
      }
      note(nanos);
    } else {
      records.find(index.name()).ifPresent(known -> lag.reaches(known.position()));
    }
  }

  /// The index is marked with what the database knows already: never with more.
  private void note(long nanos) {
    if (lag.position() > noted && notes.isDue(nanos)) {
      records.reached(index.name(), lag.position(), lag.asOf());
      noted = lag.position();
    }
    if (noted > marked && marks.isDue(nanos)) {
      index.mark(noted);
      records.marked(index.name(), noted);
      marked = noted;
    }
  }
}
