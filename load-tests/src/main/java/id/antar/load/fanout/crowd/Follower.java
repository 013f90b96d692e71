package id.antar.load.fanout.crowd;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.FactLedger;
import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.wire.Marker;
import java.nio.ByteBuffer;

/// Gets what is published, and knows by the mark in it how long it took. Of all else it reads only
/// the facts about its order.
final class Follower extends Party {

  private static final String FACT = "{\"type\":\"order\"";

  private final int number;
  private final Deliveries deliveries;
  private final FactLedger facts;
  private final Goings goings;
  private int markAt;

  Follower(int number, Talk talk, Deliveries deliveries, FactLedger facts, Goings goings) {
    super(talk);
    this.number = number;
    this.deliveries = deliveries;
    this.facts = facts;
    this.goings = goings;
  }

  @Override
  void heard(ByteBuffer bytes, int from, int to, long nowMicros) {
    int at = Marker.find(bytes, from, to, from + markAt);
    if (at >= 0) {
      markAt = at - from;
      deliveries.arrived(Marker.number(bytes, at, to), nowMicros, to - from);
    } else {
      deliveries.other(nowMicros);
      read(text(bytes, from, to));
    }
  }

  @Override
  void gone(int code, String reason) {
    goings.closed("follower", code, reason);
    facts.excuse(number);
  }

  private void read(String text) {
    if (text.startsWith(FACT)) {
      readFact(text);
    } else if (text.startsWith("{\"type\":\"problem\"")) {
      goings.note("follower was told " + text);
    }
  }

  private void readFact(String text) {
    long place = place(field(text, "\"cursor\":"));
    if (field(text, "\"event\":").equals("Snapshot")) {
      facts.begins(number, place);
    } else {
      facts.heard(number, field(text, "\"orderId\":"), place, field(text, "\"readyAt\":"));
    }
  }

  /// How far a cursor is in the event store; what follows it are gaps before that.
  static long place(String cursor) {
    int end = cursor.indexOf('-');
    String place = end < 0 ? cursor : cursor.substring(0, end);
    return place.isEmpty() ? 0 : Long.parseLong(place);
  }

  /// The value of a field, a text or a number; empty if it is not there.
  static String field(String json, String name) {
    int at = json.indexOf(name);
    if (at < 0) {
      return "";
    }
    int begin = at + name.length();
    boolean quoted = json.charAt(begin) == '"';
    int end = begin + 1;
    while (end < json.length()
        && (quoted ? json.charAt(end) != '"' : ",}".indexOf(json.charAt(end)) < 0)) {
      end++;
    }
    return json.substring(quoted ? begin + 1 : begin, end);
  }
}
