package id.antar.dispatch.assign;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// The same problem as JGraphT solves it: a square of `rows + columns` a side, where a row may have
/// any of `rows` added columns at its price for staying alone, and a column any of `columns` added
/// rows for nothing.
final class KuhnMunkres {

  private static final long FORBIDDEN = 1L << 40;

  private KuhnMunkres() {}

  static long leastCost(SparseCosts costs) {
    int size = costs.rows() + costs.columns();
    if (size == 0) {
      return 0;
    }
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    vertices(0, 2 * size).forEach(graph::addVertex);
    long[][] square = square(costs);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        graph.setEdgeWeight(graph.addEdge(row, size + column), square[row][column]);
      }
    }
    return new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(
            graph, vertices(0, size), vertices(size, 2 * size))
        .getMatching().getEdges().stream().mapToLong(e -> (long) graph.getEdgeWeight(e)).sum();
  }

  private static long[][] square(SparseCosts costs) {
    int size = costs.rows() + costs.columns();
    long[][] square = new long[size][size];
    for (int row = 0; row < costs.rows(); row++) {
      for (int column = 0; column < size; column++) {
        square[row][column] = column < costs.columns() ? FORBIDDEN : costs.aloneCosts[row];
      }
      for (int edge = costs.starts[row]; edge < costs.starts[row + 1]; edge++) {
        int column = costs.columnOf[edge];
        square[row][column] = Math.min(square[row][column], costs.costOf[edge]);
      }
    }
    return square;
  }

  private static Set<Integer> vertices(int from, int to) {
    return IntStream.range(from, to).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
