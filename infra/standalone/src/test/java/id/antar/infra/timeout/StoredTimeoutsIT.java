package id.antar.infra.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.time.EngineClock;
import id.antar.command.timeout.ScheduleTimeout;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.timeout.DueTable.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoredTimeoutsIT {
  private final ScheduleTimeout timeouts = TestEngine.bean(ScheduleTimeout.class);
  private final EngineClock clock = TestEngine.bean(EngineClock.class);
  private final TransactionTemplate transaction =
      new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));
  private final JdbcClient database = JdbcClient.create(TestEngine.bean(DataSource.class));
  private final String id = "test:" + UUID.randomUUID();

  private void schedule(Instant dueAt) {
    timeouts.schedule(id, dueAt, new ExpireOffer(new AssignmentId("nobody"), dueAt));
  }

  private long waiting() {
    Long count =
        transaction.execute(_ ->
            database
                .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance = ?")
                .param(id)
                .query(Long.class)
                .single());
    return count == null ? 0 : count;
  }

  @Test
  void aCommandIsSentWhenItsTimeHasComeByTheEnginesClock() {
    schedule(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(waiting()).isEqualTo(1);

    await().atMost(Duration.ofSeconds(15)).until(() -> waiting() == 0);
  }

  @Test
  void aSecondCallWithTheSameIdChangesNothing() {
    Instant far = clock.instant().plus(Duration.ofDays(365));
    schedule(far);
    schedule(clock.instant());

    assertThat(waiting()).isEqualTo(1);
    Instant due =
        transaction.execute(_ ->
            database
                .sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = ?")
                .param(id)
                .query(Instant.class)
                .optional()
                .orElse(null));
    assertThat(due).isAfter(clock.instant().plus(Duration.ofDays(300)));
  }

  @Test
  void whatIsCalledOffIsNotSent() {
    schedule(clock.instant().plus(Duration.ofDays(365)));
    timeouts.cancel(id);
    timeouts.cancel(id);

    assertThat(waiting()).isZero();
  }

  @Test
  void whatIsRolledBackWasNeverScheduled() {
    transaction.executeWithoutResult(status -> {
      schedule(clock.instant().plus(Duration.ofDays(365)));
      status.setRollbackOnly();
    });

    assertThat(waiting()).isZero();
  }

  private void inOneBatch(Runnable handled) {
    var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("an event"));
    batch.attachTransaction(
        new SpringTransactionManager(TestEngine.bean(PlatformTransactionManager.class)));
    handled.run();
    if (batch.isActive()) {
      batch.commit();
    }
  }

  @Test
  void timeoutsOfABatchAreThereWhenItHasCommitted() {
    Instant far = clock.instant().plus(Duration.ofDays(365));
    inOneBatch(() -> {
      schedule(far);
      schedule(far.plusSeconds(1));
      assertThat(waiting()).isZero();
    });

    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void aBatchThatIsRolledBackLeavesNoTimeout() {
    inOneBatch(() -> {
      schedule(clock.instant().plus(Duration.ofDays(365)));
      CurrentUnitOfWork.get().rollback();
    });

    assertThat(waiting()).isZero();
  }

  @Test
  void whatIsCalledOffWithinItsBatchIsNotSent() {
    inOneBatch(() -> {
      schedule(clock.instant().plus(Duration.ofDays(365)));
      timeouts.cancel(id);
    });

    assertThat(waiting()).isZero();
  }

  @Test
  void whatTheTableCannotTakeIsRefusedAtOnce() {
    Instant now = clock.instant();
    assertThatThrownBy(() -> Due.of("é", now, new byte[0])).hasMessageContaining("ASCII");
    assertThatThrownBy(() -> Due.of("x".repeat(221), now, new byte[0])).hasMessageContaining("220");
    assertThatThrownBy(() -> Due.of("x", Instant.parse("+12026-11-22T12:00:00Z"), new byte[0]))
        .hasMessageContaining("due at");
  }
}
