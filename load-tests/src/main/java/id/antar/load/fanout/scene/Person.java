package id.antar.load.fanout.scene;

import id.antar.load.client.Actor;
import id.antar.load.client.Point;

/// Somebody with a token and a place.
public record Person(Actor actor, String token, Point place) {
  public String id() {
    return actor.subject();
  }
}
