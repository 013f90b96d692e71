package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.order.OrderEvent;
import id.antar.dispatch.learned.Learning;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the dispatcher learn from the events. They are collected while a batch is handled and
/// learned from when it is about to be committed, so that what was learned and the place in the
/// stream are stored in one transaction: killed at any moment, nothing is lost and nothing counted
/// twice. An event that cannot be folded is passed over; a database that does not answer fails the
/// batch, which is then handled again. Its processor has to have one segment.
@ProcessingGroup(LearnedKeeper.GROUP)
final class LearnedKeeper {

  static final String GROUP = "dispatch.learned";

  private static final Logger LOG = LoggerFactory.getLogger(LearnedKeeper.class);

  private final Learning learning;
  private final DispatchMetrics metrics;

  LearnedKeeper(Learning learning, DispatchMetrics metrics) {
    this.learning = learning;
    this.metrics = metrics;
  }

  @EventHandler
  void on(OrderEvent event) {
    collect(event);
  }

  @EventHandler
  void on(AssignmentEvent event) {
    collect(event);
  }

  @ResetHandler
  void reset() {
    learning.forget();
  }

  /// What another process has learned since.
  void refresh() {
    learning.refresh();
  }

  private void collect(Object event) {
    UnitOfWork<?> work = CurrentUnitOfWork.get();
    List<Object> batch = work.getResource(GROUP);
    if (batch == null) {
      batch = open(work);
    }
    batch.add(event);
  }

  private List<Object> open(UnitOfWork<?> work) {
    var batch = new ArrayList<>();
    work.resources().put(GROUP, batch);
    work.onPrepareCommit(_ -> {
      Runnable publish = learning.learn(batch, this::passOver);
      work.afterCommit(_ -> publish.run());
    });
    return batch;
  }

  private void passOver(Object event, RuntimeException failure) {
    metrics.eventPassedOver();
    LOG.warn("Nothing is learned from {}.", event.getClass().getSimpleName(), failure);
  }
}
