package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of problems and plans: compact JSON, properties in the order of declaration,
/// absent values left out. The same value is always written as the same bytes.
public final class PlanJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private PlanJson() {}

  public static String write(DispatchProblem problem) {
    return MAPPER.writeValueAsString(problem);
  }

  public static String write(DispatchPlan plan) {
    return MAPPER.writeValueAsString(plan);
  }

  public static DispatchProblem readProblem(String json) {
    return MAPPER.readValue(json, DispatchProblem.class);
  }

  public static DispatchPlan readPlan(String json) {
    return MAPPER.readValue(json, DispatchPlan.class);
  }

  /// Decides a recorded problem again. Gives the recorded plan byte for byte, as long as
  /// [DispatchPlanner#VERSION] is the recorded one.
  public static String replan(String problemJson) {
    return write(DispatchPlanner.plan(readProblem(problemJson)));
  }
}
