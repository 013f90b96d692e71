package id.antar.infra.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Decides once for each request, where it comes in, whether it is traced; what follows from it is
/// traced if it is. A client may ask for a trace, as often as is allowed to all of them together;
/// who says that there is none is believed.
final class AtTheDoor implements Sampler {
  private final double probability;
  private final int asked;
  private final LongSupplier nanoTime;
  private long second;
  private int granted;

  AtTheDoor(double probability, int asked, LongSupplier nanoTime) {
    this.probability = probability;
    this.asked = asked;
    this.nanoTime = nanoTime;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SpanContext cause = Span.fromContext(parent).getSpanContext();
    boolean traced = kind == SpanKind.SERVER ? isChosen(cause) : cause.isSampled();
    return traced ? SamplingResult.recordAndSample() : SamplingResult.drop();
  }

  private boolean isChosen(SpanContext client) {
    if (client.isValid() && !client.isSampled()) {
      return false;
    }
    return ThreadLocalRandom.current().nextDouble() < probability
        || (client.isValid() && isGranted());
  }

  private synchronized boolean isGranted() {
    long now = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong());
    if (now != second) {
      second = now;
      granted = 0;
    }
    return granted++ < asked;
  }

  @Override
  public String getDescription() {
    return "AtTheDoor{" + probability + ", " + asked + "/s}";
  }
}
