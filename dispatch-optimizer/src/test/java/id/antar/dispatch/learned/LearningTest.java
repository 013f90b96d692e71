package id.antar.dispatch.learned;

import static id.antar.dispatch.learned.History.NOODLES;
import static id.antar.dispatch.learned.History.NOON;
import static id.antar.dispatch.learned.History.TOWER;
import static id.antar.dispatch.learned.History.VILLA;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.LearnedQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearningTest {

  private final InMemoryLearned store = new InMemoryLearned();
  private LearnedTimes times = fresh();

  private static LearnedTimes fresh() {
    return new LearnedTimes(Constants.of(60, 45));
  }

  private static List<Object> day() {
    var history = new History();
    var random = new Random(3);
    for (int order = 0; order < 60; order++) {
      int lateness = random.nextInt(400);
      history.lateness(NOODLES, NOON.plusSeconds(300L * order), lateness);
      history.carried(
          NOODLES,
          random.nextBoolean() ? TOWER : VILLA,
          NOON.plusSeconds(300L * order + 7),
          20 + random.nextInt(60),
          30 + random.nextInt(90));
    }
    return history.events();
  }

  private Runnable learn(LearnedTimes by, List<?> events) {
    return new Learning(by, store)
        .learn(
            events,
            (event, failure) -> {
              throw new AssertionError(event.toString(), failure);
            });
  }

  @Test
  void whereTheEventsAreCutAndWhereTheEngineIsStartedAnewMakesNoDifference() {
    List<Object> day = day();
    learn(times, day).run();
    var pieces = new InMemoryLearned();
    var random = new Random(4);
    for (int from = 0; from < day.size(); ) {
      int to = Math.min(day.size(), from + 1 + random.nextInt(7));
      new Learning(fresh(), pieces).learn(day.subList(from, to), (_, _) -> {}).run();
      from = to;
    }

    assertThat(pieces.load()).isEqualTo(store.load()).isNotEmpty();
  }

  @Test
  void nothingIsKnownBeforeItIsCommitted() {
    Runnable publish = learn(times, day());

    assertThat(times.accuracy(Kind.READY_TIME).observations()).isZero();
    publish.run();
    assertThat(times.accuracy(Kind.READY_TIME).observations()).isEqualTo(120);
  }

  @Test
  void aBatchThatWasRolledBackIsLearnedOnce() {
    List<Object> day = day();
    var rolledBack = new InMemoryLearned();
    var _ = new Learning(times, rolledBack).learn(day, (_, _) -> {});

    learn(times, day).run();

    assertThat(times.accuracy(Kind.READY_TIME).observations()).isEqualTo(120);
  }

  @Test
  void aCommitThatWasNotHeardOfIsReadFromTheStore() {
    List<Object> day = day();
    var _ = learn(times, day.subList(0, 400));

    learn(times, day.subList(400, day.size())).run();

    assertThat(times.accuracy(Kind.READY_TIME).observations()).isEqualTo(120);
  }

  @Test
  void whoMissedWhatAnotherSavedReadsItFirst() {
    List<Object> day = day();
    learn(times, day.subList(0, 100)).run();
    learn(fresh(), day.subList(100, 200)).run();
    learn(times, day.subList(200, day.size())).run();

    LearnedTimes whole = fresh();
    new Learning(whole, new InMemoryLearned()).learn(day, (_, _) -> {}).run();
    assertThat(times.report()).isEqualTo(whole.report());
  }

  @Test
  void somethingElseIsPassedOverInSilence() {
    var events = new ArrayList<Object>(day());
    events.add(5, "something else");

    learn(times, events).run();

    assertThat(times.accuracy(Kind.READY_TIME).observations()).isEqualTo(120);
  }

  @Test
  void whatIsForgottenIsLearnedAnew() {
    learn(times, day()).run();
    new Learning(times, store).forget();
    assertThat(store.load()).isEmpty();

    learn(times, day()).run();

    assertThat(times.accuracy(Kind.READY_TIME).observations()).isEqualTo(120);
  }

  @Test
  void nobodyIsNamedAndNothingIsKeptOfOrdersThatHaveEnded() {
    learn(times, day()).run();

    assertThat(store.load().keySet())
        .noneMatch(key -> key.startsWith("order/") || key.startsWith("trip/"))
        .contains("ready_time", "ready_time/noodles", "dropoff_service", "errors/ready_time");
    assertThat(store.load().toString())
        .doesNotContainIgnoringCase("carol")
        .doesNotContain("bob", "street", "Ring twice", "43.7", "+377");
    assertThat(store.load().values()).allMatch(row -> row.length() < 2000);
  }
}
