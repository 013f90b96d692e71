package id.antar.infra.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place in a YAML document. What is not there is a place with nothing in it.
record Node(@Nullable Object value) {

  Node at(String... names) {
    Node place = this;
    for (String name : names) {
      place = new Node(place.value instanceof Map<?, ?> map ? map.get(name) : null);
    }
    return place;
  }

  boolean isThere() {
    return value != null;
  }

  String text() {
    return Objects.toString(value, "");
  }

  int number() {
    return Integer.parseInt(text());
  }

  List<Node> list() {
    var nodes = new ArrayList<Node>();
    if (value instanceof List<?> list) {
      list.forEach(it -> nodes.add(new Node(it)));
    }
    return nodes;
  }

  List<String> texts() {
    return list().stream().map(Node::text).toList();
  }

  Map<String, Node> map() {
    var nodes = new LinkedHashMap<String, Node>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, it) -> nodes.put(name.toString(), new Node(it)));
    }
    return nodes;
  }
}
