package id.antar.infra.chain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events and links side by side, in the order of their positions. Every link is held against the
/// one before it as it is stored, so that one place that was altered does not hide the next.
final class LogWalk {
  private final Findings findings;
  private final Deque<Mark> marks;

  private Link last;
  private long links;
  private @Nullable Doubt doubt;

  /// Where the chain was last known to be the one that was signed: by any checkpoint, which whoever
  /// has the key can make anew, and by one that was kept elsewhere.
  private long sureHere;

  private long sureElsewhere;

  private boolean rewritten;

  /// Either the event or its link was altered; the next link tells which.
  private record Doubt(RawEvent event, byte[] computed, long before) {}

  LogWalk(Link start, long events, List<Mark> marks, Findings findings) {
    this.last = start;
    this.sureHere = start.index();
    this.sureElsewhere = start.index();
    this.links = events;
    this.marks = new ArrayDeque<>(marks);
    this.findings = findings;
  }

  void both(RawEvent event, Link link) {
    byte[] computed = event.chainedTo(last.hash());
    boolean fits = Arrays.equals(computed, link.hash());
    if (doubt != null && !fits && fitsDoubted(event, link)) {
      findings.add(
          "The link of %s was altered; the event is as it was.".formatted(doubt.event().name()));
      doubt = null;
      fits = true;
    }
    settleDoubt();
    if (!fits) {
      doubt = new Doubt(event, computed, last.index());
    }
    stepTo(link);
  }

  private boolean fitsDoubted(RawEvent event, Link link) {
    return doubt != null && Arrays.equals(event.chainedTo(doubt.computed()), link.hash());
  }

  private void settleDoubt() {
    if (doubt != null) {
      findings.add(
          "%s was altered: it is not what was chained there.%s"
              .formatted(capital(doubt.event().name()), suspect(doubt.before())));
      doubt = null;
    }
  }

  /// Whoever changes an event and its link together is told from the next one only.
  private static String suspect(long before) {
    return before == 0
        ? ""
        : " Or event %d, right before it, was, or one between them removed, together with its link."
            .formatted(before);
  }

  void eventIsMissing(Link link) {
    settleDoubt();
    findings.add("Event " + link.index() + " is missing: it was chained and is not there.");
    stepTo(link);
  }

  void linkIsMissing(RawEvent event) {
    settleDoubt();
    findings.add(
        "%s was put in later: it was not there when the events behind it were chained."
            .formatted(capital(event.name())));
  }

  private void stepTo(Link link) {
    checkMarksBefore(link.index());
    last = link;
    links++;
    while (!marks.isEmpty() && marks.getFirst().position() == link.index()) {
      check(marks.removeFirst());
    }
  }

  private void checkMarksBefore(long index) {
    while (!marks.isEmpty() && marks.getFirst().position() < index) {
      check(marks.removeFirst());
    }
  }

  private void check(Mark mark) {
    if (mark.holds(last, links)) {
      sureHere = mark.position();
      sureElsewhere = mark.keptElsewhere() ? mark.position() : sureElsewhere;
    } else if (!rewritten) {
      rewritten = true;
      settleDoubt();
      findings.add(
          "The chain does not come through %s: from event %d to %d, one was altered, added or removed and the chain made anew."
              .formatted(
                  mark.name(),
                  1 + (mark.keptElsewhere() ? sureElsewhere : sureHere),
                  mark.position()));
    }
  }

  void end(ReadLog.ChainEnd end) {
    if (doubt != null && Arrays.equals(doubt.computed(), end.link().hash())) {
      findings.add(
          "The link of %s was altered; the event is as it was.".formatted(doubt.event().name()));
    } else {
      settleDoubt();
      if (last.index() != end.link().index() || !Arrays.equals(last.hash(), end.link().hash())) {
        findings.add(
            "The chain ends with event %d, and is said to end with event %d otherwise."
                .formatted(last.index(), end.link().index()));
      }
    }
    doubt = null;
    if (!marks.isEmpty()) {
      Mark furthest = marks.getLast();
      findings.add(
          "The chain ends at event %d, and %s covers events up to %d: the end was cut off."
              .formatted(last.index(), furthest.name(), furthest.position()));
    }
  }

  void endIsSetBack(long end, Link behind) {
    findings.add(
        "The chain is said to end at event %d, and there is a link of event %d."
            .formatted(end, behind.index()));
  }

  long links() {
    return links;
  }

  Link last() {
    return last;
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
