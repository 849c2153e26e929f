package org.provdl.server;

import static org.provdl.server.Json.array;
import static org.provdl.server.Json.object;
import static org.provdl.server.Json.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Column;
import org.provdl.queries.Parameter;
import org.provdl.queries.ParameterType;
import org.provdl.server.Offers.Offer;

/**
 * The catalogue as OpenAPI describes it, from which clients can be generated.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 */
final class OpenApi {

  private static final String FORMAT = "#/components/parameters/format";
  private static final String PROBLEM = "#/components/responses/problem";
  private static final String TERM = "#/components/schemas/term";

  private OpenApi() {}

  static JsonObject of(Catalogue catalogue, Links links) {
    JsonObject paths = new JsonObject();
    paths.put(Links.QUERIES, list());
    catalogue
        .queries()
        .forEach(
            query ->
                paths.put(links.query(query).substring(links.service().length()), path(query)));
    return object(
        "openapi", text("3.1.0"),
        "info",
            object(
                "title", text("PROV-DL: the query catalogue"),
                "version", text("1"),
                "description", text("Questions about training runs, and their answers.")),
        "servers", array(object("url", text(links.service()))),
        "paths", paths,
        "components",
            object(
                "parameters", object("format", format()),
                "responses", object("problem", problem()),
                "schemas", object("term", term())));
  }

  private static JsonObject list() {
    return object(
        "get",
        object(
            "operationId", text("queries"),
            "summary", text("List the questions"),
            "parameters",
                array(
                    query("search", "words that a question has", string()),
                    query("run", "only questions about a run", string()),
                    query("study", "only questions about a study", string()),
                    query(
                        Arguments.FORMAT,
                        "instead of the header Accept",
                        choice(List.of("json", "html")))),
            "responses",
                object(
                    "200",
                    object(
                        "description", text("The questions by theme, with parameters and columns"),
                        "content",
                            object(
                                "application/json",
                                    object("schema", object("type", text("object"))),
                                "text/html", object("schema", string()))),
                    "default",
                    reference(PROBLEM))));
  }

  private static JsonObject path(CannedQuery query) {
    JsonArray parameters = new JsonArray();
    query.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    parameters.add(reference(FORMAT));
    JsonObject operation =
        object(
            "operationId", text(query.name()),
            "summary", text(query.title()),
            "description", text(query.question()),
            "parameters", parameters,
            "responses",
                object(
                    "200",
                    object("description", text(columns(query)), "content", content(query)),
                    "default",
                    reference(PROBLEM)));
    if (!query.theme().isEmpty()) {
      operation.put("tags", array(text(query.theme())));
    }
    return object("get", operation);
  }

  private static JsonObject parameter(Parameter parameter) {
    JsonObject json = query(parameter.name(), parameter.meaning(), schema(parameter));
    json.put("required", parameter.required());
    if (parameter.list()) {
      json.put("explode", true);
    }
    return json;
  }

  private static JsonObject schema(Parameter parameter) {
    JsonObject one = schema(parameter.type());
    JsonObject schema = parameter.list() ? object("type", text("array"), "items", one) : one;
    String byDefault = parameter.defaultValue();
    if (byDefault != null) {
      schema.put(
          "default",
          parameter.list() ? values(parameter, byDefault) : value(parameter.type(), byDefault));
    }
    return schema;
  }

  private static JsonObject schema(ParameterType type) {
    return switch (type) {
      case INTEGER -> object("type", text("integer"));
      case DECIMAL -> object("type", text("number"));
      case BOOLEAN -> object("type", text("boolean"));
      case DATE_TIME -> object("type", text("string"), "format", text("date-time"));
      default -> string();
    };
  }

  private static JsonArray values(Parameter parameter, String texts) {
    return Stream.of(texts.split(","))
        .map(text -> value(parameter.type(), text.strip()))
        .collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
  }

  /** The value of a default, which the catalogue has checked. */
  private static JsonValue value(ParameterType type, String text) {
    return switch (type) {
      case INTEGER -> JsonNumber.value(new BigDecimal(new BigInteger(text)));
      case DECIMAL -> JsonNumber.value(new BigDecimal(text));
      case BOOLEAN -> new JsonBoolean(text.equals("true") || text.equals("1"));
      default -> text(text);
    };
  }

  private static JsonObject content(CannedQuery query) {
    JsonObject content = new JsonObject();
    for (Offer offer : CatalogueResource.RESULTS.offers()) {
      content.put(
          offer.mediaType(),
          object("schema", offer.name().equals("json") ? results(query) : string()));
    }
    return content;
  }

  /** SPARQL 1.1 Query Results JSON. */
  private static JsonObject results(CannedQuery query) {
    JsonObject row = new JsonObject();
    query
        .columns()
        .forEach(
            column ->
                row.put(
                    column.name(),
                    object("allOf", array(reference(TERM)), "description", text(meaning(column)))));
    return object(
        "type", text("object"),
        "properties",
            object(
                "results",
                object(
                    "type", text("object"),
                    "properties",
                        object(
                            "bindings",
                            object(
                                "type", text("array"),
                                "items", object("type", text("object"), "properties", row))))));
  }

  private static String columns(CannedQuery query) {
    return query.columns().stream()
        .map(column -> "%s: %s".formatted(column.name(), meaning(column)))
        .collect(Collectors.joining("; ", "The columns ", ""));
  }

  private static String meaning(Column column) {
    return column.unit() == null
        ? column.meaning()
        : "%s, in %s".formatted(column.meaning(), column.unit());
  }

  private static JsonObject format() {
    return query(
        Arguments.FORMAT,
        "the form of the answer, instead of the header Accept",
        choice(CatalogueResource.RESULTS.distinctNames()));
  }

  private static JsonObject problem() {
    JsonObject schema =
        object(
            "type", text("object"),
            "properties",
                object(
                    "title",
                    string(),
                    "status",
                    object("type", text("integer")),
                    "detail",
                    string()));
    return object(
        "description", text("Why there is no answer (RFC 9457)"),
        "content",
            object(
                Problem.MEDIA_TYPE,
                object("schema", schema),
                "text/html",
                object("schema", string())));
  }

  private static JsonObject term() {
    return object(
        "type", text("object"),
        "description", text("An RDF term of SPARQL 1.1 Query Results JSON"),
        "required", array(text("type"), text("value")),
        "properties",
            object(
                "type", choice(List.of("uri", "literal", "bnode")),
                "value", string(),
                "datatype", string(),
                "xml:lang", string()));
  }

  private static JsonObject query(String name, String description, JsonObject schema) {
    return object(
        "name", text(name),
        "in", text("query"),
        "description", text(description),
        "schema", schema);
  }

  private static JsonObject choice(List<String> names) {
    JsonArray values = new JsonArray();
    names.forEach(values::add);
    return object("type", text("string"), "enum", values);
  }

  private static JsonObject string() {
    return object("type", text("string"));
  }

  private static JsonObject reference(String to) {
    return object("$ref", text(to));
  }
}
