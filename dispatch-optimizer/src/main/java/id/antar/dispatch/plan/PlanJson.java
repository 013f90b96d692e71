package id.antar.dispatch.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of problems and plans: compact JSON, properties in the order of declaration,
/// absent values left out. The same value is always written as the same bytes; packed, it is
/// deflated (RFC 1950) and in Base64.
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

  /// Decides a recorded problem again, with as many iterations as then. Gives the recorded plan
  /// byte for byte, as long as [DispatchPlanner#VERSION] is the recorded one.
  public static String replan(String problemJson, int iterations) {
    return write(DispatchPlanner.plan(readProblem(problemJson), Budget.exactly(iterations)));
  }

  public static String pack(String json) {
    var bytes = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(bytes)) {
      deflated.write(json.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// Takes JSON that was never packed as it is.
  public static String unpack(String packed) {
    if (packed.startsWith("{")) {
      return packed;
    }
    var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(packed));
    try (var inflated = new InflaterInputStream(bytes)) {
      return new String(inflated.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
