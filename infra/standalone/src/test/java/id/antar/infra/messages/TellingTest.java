package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;
import static org.axonframework.messaging.responsetypes.ResponseTypes.instanceOf;

import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.api.message.InvalidQuery;
import id.antar.api.message.SearchUnavailable;
import id.antar.gateway.edge.problem.ToldFailure;
import id.antar.infra.cluster.WireJson;
import id.antar.infra.personal.InMemoryPersonKeys;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.distributed.ReplyMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/// What is known of a failure where the message was sent, if it was handled in another process.
class TellingTest {
  private final Serializer wire = new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1");

  private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
  private final SimpleQueryBus queries = SimpleQueryBus.builder().build();

  private Throwable sent(MessageHandler<CommandMessage<?>> handler) {
    var _ = commands.subscribe(String.class.getName(), handler);
    return sent(commands);
  }

  private Throwable sent(CommandBus bus) {
    var answer = new FutureCallback<Object, Object>();
    new TellingCommandBus(bus).dispatch(asCommandMessage("any"), answer);
    return new Reply(answer.join(), wire).getCommandResultMessage(wire).exceptionResult();
  }

  private static final class Reply extends ReplyMessage {
    Reply(CommandResultMessage<?> result, Serializer serializer) {
      super("any", result, serializer);
    }
  }

  @Test
  void aConflictIsAConflictAlsoIfItCameWithTheCommit() {
    Throwable met =
        sent(_ -> {
          throw new ConcurrencyException("met");
        });
    Throwable metAtTheEnd =
        sent(_ -> {
          CurrentUnitOfWork.get()
              .onPrepareCommit(_ -> {
                throw new ConcurrencyException("met");
              });
          return "done";
        });

    assertThat(List.of(met, metAtTheEnd)).allMatch(Infrastructure::isConflict);
    assertThat(List.of(met, metAtTheEnd)).noneMatch(Infrastructure::isDown);
  }

  @Test
  void anOutageIsAnOutage() {
    Throwable failure =
        sent(_ -> {
          throw new IllegalStateException("store", new SQLTransientConnectionException("gone"));
        });

    assertThat(Infrastructure.isDown(failure)).isTrue();
    assertThat(Infrastructure.isConflict(failure)).isFalse();
  }

  @Test
  void soIsAQueueThatIsFullAndAProcessThatHasNotBegun() {
    var full =
        AsynchronousCommandBus.builder()
            .executor(_ -> {
              throw new RejectedExecutionException("full");
            })
            .build();
    var _ = full.subscribe(String.class.getName(), _ -> "done");

    assertThat(Infrastructure.isDown(sent(full))).isTrue();
    assertThat(Infrastructure.isDown(sent(SimpleCommandBus.builder().build()))).isTrue();
  }

  @Test
  void whatWillFailAgainTellsNothingOfItself() {
    Throwable failure =
        sent(_ -> {
          throw new IllegalStateException("a secret");
        });

    assertThat(Infrastructure.isDown(failure)).isFalse();
    assertThat(ToldFailure.find(failure))
        .hasValueSatisfying(told -> {
          assertThat(told.kind()).isEqualTo(Kind.BUG);
          assertThat(told.message()).doesNotContain("secret");
        });
  }

  @Test
  void whatAThirdProcessHasToldIsPassedOn() {
    var told = new Failure(Kind.INVALID_QUERY, "limit (0) is not within 1 and 100.");

    Throwable failure =
        sent(_ -> {
          throw new IllegalStateException(new CommandExecutionException("told", null, told));
        });

    assertThat(ToldFailure.find(failure)).contains(told);
  }

  @Test
  void whatMayHaveBeenDoneIsNotSentAgainBlindly() {
    try (var executor = new ScheduledThreadPoolExecutor(1)) {
      var retry = new ConflictRetry(executor);

      assertThat(isSentAgain(retry, Kind.CONFLICT)).isTrue();
      assertThat(isSentAgain(retry, Kind.DOWN)).isTrue();
      assertThat(isSentAgain(retry, Kind.LATE)).isFalse();
      assertThat(isSentAgain(retry, Kind.BUG)).isFalse();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static boolean isSentAgain(ConflictRetry retry, Kind kind) {
    var failure = new CommandExecutionException("told", null, new Failure(kind, "Told."));
    Class<? extends Throwable>[] types = new Class[] {failure.getClass()};
    return retry.scheduleRetry(
        asCommandMessage("any"), failure, Collections.singletonList(types), () -> {});
  }

  private Throwable asked(MessageHandler<QueryMessage<?, String>> handler) {
    var _ = queries.subscribe(String.class.getName(), String.class, handler);
    return asked();
  }

  private Throwable asked() {
    var query = new GenericQueryMessage<>("any", instanceOf(String.class));
    return new TellingQueryBus(queries).query(query).join().exceptionResult();
  }

  @Test
  void anImpossibleQueryIsToldInItsOwnWords() {
    Throwable thrown =
        asked(_ -> {
          throw new InvalidQuery("sort=nearest needs a place.");
        });

    assertThat(ToldFailure.find(thrown))
        .contains(new Failure(Kind.INVALID_QUERY, "sort=nearest needs a place."));
  }

  @Test
  void soIsWhatWasFoundOutLater() {
    Throwable later =
        asked(_ -> CompletableFuture.failedFuture(new SearchUnavailable("gone", new Exception())));

    assertThat(ToldFailure.find(later)).map(Failure::kind).contains(Kind.NO_SEARCH);
  }

  @Test
  void aQueryThatNobodyAnswersYetIsAnOutage() {
    assertThat(ToldFailure.find(asked())).map(Failure::kind).contains(Kind.DOWN);
  }
}
