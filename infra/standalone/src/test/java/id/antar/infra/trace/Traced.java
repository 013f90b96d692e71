package id.antar.infra.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;

/// A collector that has each span when it ends, and clients who may ask for traces.
final class Traced {
  /// Where in a trace something was sent.
  static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  static final String TRACE = SENT.substring(3, 35);
  static final String SPAN = SENT.substring(36, 52);

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .setSampler(new AtTheDoor(0, 1_000, System::nanoTime))
          .addSpanProcessor(SimpleSpanProcessor.create(exported))
          .build()
          .get("test");

  Tracer tracer() {
    return tracer;
  }

  /// In the order in which they ended.
  List<SpanData> spans() {
    return exported.getFinishedSpanItems();
  }
}
