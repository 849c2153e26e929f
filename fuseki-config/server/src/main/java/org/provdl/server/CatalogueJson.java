package org.provdl.server;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Column;
import org.provdl.queries.Parameter;

/** The list of queries for programs: all that their headers say. */
final class CatalogueJson {

  private CatalogueJson() {}

  static JsonObject of(Selection selection, Links links) {
    JsonArray themes = new JsonArray();
    selection
        .themes()
        .forEach(
            (name, queries) -> {
              JsonArray list = new JsonArray();
              queries.forEach(query -> list.add(query(query, selection, links)));
              JsonObject theme = new JsonObject();
              theme.put("theme", name);
              theme.put("queries", list);
              themes.add(theme);
            });
    JsonObject json = new JsonObject();
    json.put("openapi", links.description());
    json.put("themes", themes);
    return json;
  }

  private static JsonObject query(CannedQuery query, Selection selection, Links links) {
    JsonObject json = new JsonObject();
    json.put("name", query.name());
    json.put("title", query.title());
    json.put("question", query.question());
    json.put("href", links.query(query, selection.subject()));
    json.put("sparql", links.text(query));
    JsonArray parameters = new JsonArray();
    query.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    json.put("parameters", parameters);
    JsonArray columns = new JsonArray();
    query.columns().forEach(column -> columns.add(column(column)));
    json.put("columns", columns);
    return json;
  }

  private static JsonObject parameter(Parameter parameter) {
    JsonObject json = new JsonObject();
    json.put("name", parameter.name());
    json.put("meaning", parameter.meaning());
    json.put("type", parameter.type().label());
    json.put("list", parameter.list());
    json.put("required", parameter.required());
    if (parameter.defaultValue() != null) {
      json.put("default", parameter.defaultValue());
    }
    return json;
  }

  private static JsonObject column(Column column) {
    JsonObject json = new JsonObject();
    json.put("name", column.name());
    json.put("meaning", column.meaning());
    if (column.unit() != null) {
      json.put("unit", column.unit());
    }
    return json;
  }
}
