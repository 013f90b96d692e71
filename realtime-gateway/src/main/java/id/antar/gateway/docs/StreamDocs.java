package id.antar.gateway.docs;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The live streams as AsyncAPI describes them.
@Hidden
@RestController
final class StreamDocs {

  @GetMapping(path = "/v1/asyncapi.yaml", produces = "application/yaml")
  Resource asyncApi() {
    return new ClassPathResource("asyncapi.yaml");
  }
}
