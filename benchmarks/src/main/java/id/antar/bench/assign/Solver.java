package id.antar.bench.assign;

import com.google.ortools.Loader;
import com.google.ortools.graph.LinearSumAssignment;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import id.antar.dispatch.assign.Assignment;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// Whoever can assign rows to columns. A problem is set up first, each in its own form, and that is
/// not measured; what remains to be done gives the least total cost.
public enum Solver {
  ANTAR {
    @Override
    LongSupplier prepare(long[][] costs) {
      var sparse = Costs.sparse(costs);
      return () -> Assignment.of(sparse).totalCost();
    }
  },

  /// OR-tools' cost-scaling push-relabel, for squares.
  LINEAR_SUM {
    @Override
    LongSupplier prepare(long[][] costs) {
      Loader.loadNativeLibraries();
      var assignment = new LinearSumAssignment();
      for (int row = 0; row < costs.length; row++) {
        for (int column = 0; column < costs[row].length; column++) {
          int _ = assignment.addArcWithCost(row, column, costs[row][column]);
        }
      }
      return () -> {
        require(assignment.solve() == LinearSumAssignment.Status.OPTIMAL);
        return assignment.getOptimalCost();
      };
    }
  },

  /// OR-tools' minimum-cost flow: source, rows, columns, sink.
  FLOW {
    @Override
    LongSupplier prepare(long[][] costs) {
      Loader.loadNativeLibraries();
      int rows = costs.length;
      int columns = costs[0].length;
      int sink = 1 + rows + columns;
      var flow = new MinCostFlow();
      for (int row = 0; row < rows; row++) {
        int _ = flow.addArcWithCapacityAndUnitCost(0, 1 + row, 1, 0);
        for (int column = 0; column < columns; column++) {
          int _ =
              flow.addArcWithCapacityAndUnitCost(1 + row, 1 + rows + column, 1, costs[row][column]);
        }
      }
      for (int column = 0; column < columns; column++) {
        int _ = flow.addArcWithCapacityAndUnitCost(1 + rows + column, sink, 1, 0);
      }
      flow.setNodeSupply(0, rows);
      flow.setNodeSupply(sink, -rows);
      return () -> {
        require(flow.solve() == MinCostFlowBase.Status.OPTIMAL);
        return flow.getOptimalCost();
      };
    }
  },

  /// JGraphT's Kuhn-Munkres, for squares; with fewer rows than columns, rows that cost nothing are
  /// added.
  JGRAPHT {
    @Override
    LongSupplier prepare(long[][] costs) {
      int size = costs[0].length;
      var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
      vertices(0, 2 * size).forEach(graph::addVertex);
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          long cost = row < costs.length ? costs[row][column] : 0;
          graph.setEdgeWeight(graph.addEdge(row, size + column), cost);
        }
      }
      return () ->
          (long)
              new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(
                      graph, vertices(0, size), vertices(size, 2 * size))
                  .getMatching()
                  .getWeight();
    }
  };

  abstract LongSupplier prepare(long[][] costs);

  private static Set<Integer> vertices(int from, int to) {
    return IntStream.range(from, to).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void require(boolean isOptimal) {
    if (!isOptimal) {
      throw new IllegalStateException("OR-tools found no optimum.");
    }
  }
}
