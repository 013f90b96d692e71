package id.antar.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A projection that writes down what was said in each room.
class ProjectorTest {

  private final MemoryRows<Talk> rows = new MemoryRows<>();
  private final Projector<Talk> projector = new Projector<>(new TalkFold(), rows);
  private final List<EventMessage<?>> parked = new ArrayList<>();

  @Test
  void aBatchIsReadOnceAndWrittenOnce() {
    process(
        said("a", 0, "kitchen", "hello"),
        said("b", 0, "hall", "oh"),
        said("a", 1, "kitchen", "you"));

    assertThat(rows.loads).isEqualTo(1);
    assertThat(rows.saves).isEqualTo(1);
    assertThat(talkIn("kitchen")).containsExactly("hello", "you");
    assertThat(talkIn("hall")).containsExactly("oh");
  }

  @Test
  void anEventThatIsDeliveredAgainChangesNothing() {
    EventMessage<?> hello = said("a", 0, "kitchen", "hello");
    EventMessage<?> you = said("a", 1, "kitchen", "you");
    process(hello, you);

    process(hello, you, said("a", 2, "kitchen", "there"));

    assertThat(talkIn("kitchen")).containsExactly("hello", "you", "there");
    assertThat(row("kitchen").version()).isEqualTo(3);
  }

  @Test
  void aLateEventOfAnotherSourceIsNotTakenForAnOldOne() {
    process(said("a", 0, "kitchen", "hello"), said("a", 1, "kitchen", "you"));

    process(said("b", 0, "kitchen", "me too"));

    assertThat(talkIn("kitchen")).containsExactly("hello", "you", "me too");
  }

  @Test
  void whereBatchesAreCutMakesNoDifference() {
    EventMessage<?> hello = said("a", 0, "kitchen", "hello");
    EventMessage<?> oh = said("b", 0, "kitchen", "oh");
    EventMessage<?> you = said("a", 1, "kitchen", "you");
    process(hello, oh, you);
    Row<Talk> inOne = rows.stored.remove("kitchen");

    process(hello);
    process(oh, you);

    assertThat(rows.stored.get("kitchen")).isEqualTo(inOne);
  }

  @Test
  void anEventThatCannotBeFoldedIsParkedAlone() {
    process(
        said("a", 0, "kitchen", "hello"), said("b", 0, "kitchen", ""), said("c", 0, "hall", "oh"));

    assertThat(parked).singleElement().matches(m -> m.getPayload().equals(new Said("kitchen", "")));
    assertThat(talkIn("kitchen")).containsExactly("hello");
    assertThat(talkIn("hall")).containsExactly("oh");
  }

  @Test
  void aServerThatIsDownFailsTheBatchAndParksNothing() {
    rows.down = true;

    assertThatThrownBy(() -> process(said("a", 0, "kitchen", "hello"))).hasMessage("down");

    assertThat(parked).isEmpty();
    assertThat(projector.writing().isLocked()).isFalse();
  }

  @Test
  void onlySoManySourcesAreRemembered() {
    for (int i = 0; i < 300; i++) {
      process(said("source-" + i, 0, "kitchen", "hello"));
    }

    assertThat(row("kitchen").marks()).hasSize(256).containsKey("source-299");
  }

  /// As a processor with a dead-letter queue does it.
  private void process(EventMessage<?>... messages) {
    BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(messages);
    ResultMessage<?> result =
        work.executeWithResult(() -> {
          try {
            projector.handle(work.getMessage());
          } catch (RuntimeException _) {
            parked.add(work.getMessage());
          }
          return null;
        });
    if (result.isExceptional()) {
      throw new IllegalStateException(result.exceptionResult().getMessage());
    }
  }

  private List<String> talkIn(String room) {
    return row(room).state().words();
  }

  private Row<Talk> row(String room) {
    return Objects.requireNonNull(rows.stored.get(room));
  }

  private static EventMessage<?> said(String source, long sequence, String room, String words) {
    return new GenericDomainEventMessage<>(
        "Speaker", source, sequence, new Said(room, words), Map.of());
  }

  record Said(String room, String words) {}

  record Talk(List<String> words) {}

  private static final class TalkFold implements Fold<Talk> {

    @Override
    public String name() {
      return "talk";
    }

    @Override
    public Class<Talk> stateType() {
      return Talk.class;
    }

    @Override
    public List<Class<?>> eventTypes() {
      return List.of(Said.class);
    }

    @Override
    public Collection<String> keys(Object event) {
      return List.of(((Said) event).room());
    }

    @Override
    public Talk evolve(String key, @Nullable Talk before, Recorded recorded) {
      Said said = (Said) recorded.event();
      if (said.words().isEmpty()) {
        throw new IllegalArgumentException("Nothing was said.");
      }
      List<String> words = new ArrayList<>(before == null ? List.of() : before.words());
      words.add(said.words());
      return new Talk(words);
    }

    @Override
    public Object view(Talk state) {
      return state;
    }
  }
}
