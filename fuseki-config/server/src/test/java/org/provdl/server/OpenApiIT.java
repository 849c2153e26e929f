package org.provdl.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.store.ProvenanceStore;

/** The description of the catalogue, read by the parser that client generators use. */
final class OpenApiIT {

  @TempDir private static Path directory;
  private static SwaggerParseResult parsed;

  @BeforeAll
  static void read() throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"));
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      String text = new Client(server.uri()).get("/openapi.json", "*/*").body();
      parsed = new OpenAPIV3Parser().readContents(text);
    }
  }

  @Test
  void itIsOpenApi31() {
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(api().getOpenapi()).isEqualTo("3.1.0");
    assertThat(api().getServers().get(0).getUrl()).isEqualTo("/provdl");
  }

  @Test
  void everyQueryIsDescribedWithItsParametersAndForms() {
    for (CannedQuery query : Catalogue.standard().queries()) {
      Operation get = get(query.name());

      assertThat(get.getDescription()).isEqualTo(query.question());
      assertThat(get.getTags()).containsExactly(query.theme());
      assertThat(get.getParameters().stream().map(Parameter::getName).filter(name -> name != null))
          .startsWith(query.parameters().stream().map(it -> it.name()).toArray(String[]::new));
      assertThat(requireNonNull(get.getResponses().get("200")).getContent().keySet())
          .containsExactly(
              "application/sparql-results+json",
              "application/json",
              "text/html",
              "text/csv",
              "text/markdown",
              "text/plain");
      assertThat(get.getResponses()).containsKey("default");
    }
    assertThat(api().getPaths()).hasSize(Catalogue.standard().queries().size() + 1);
  }

  @Test
  void typesAndDefaultsAreThoseOfTheQuery() {
    Parameter limit =
        get("best-runs").getParameters().stream()
            .filter(parameter -> "limit".equals(parameter.getName()))
            .findFirst()
            .orElseThrow();

    Schema<?> type = limit.getSchema();
    Schema<?> format =
        requireNonNull(api().getComponents().getParameters().get("format")).getSchema();

    assertThat(type.getTypes()).containsExactly("integer");
    assertThat(type.getDefault()).hasToString("10");
    assertThat(limit.getRequired()).isFalse();
    assertThat(get("adaptations").getParameters().get(0).getRequired()).isTrue();
    assertThat(format.getEnum()).hasToString("[json, html, csv, markdown, table]");
  }

  private static Operation get(String query) {
    return requireNonNull(api().getPaths().get("/queries/" + query)).getGet();
  }

  private static OpenAPI api() {
    return parsed.getOpenAPI();
  }
}
