package id.antar.gateway.edge.problem;

import org.springframework.web.server.ServerWebExchange;

/// Told of every request that is answered with a problem; keeps those that are refusals.
public interface NoteRefusal {
  void note(ServerWebExchange exchange, Problem problem);
}
