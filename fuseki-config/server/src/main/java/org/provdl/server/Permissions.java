package org.provdl.server;

import java.util.Optional;
import java.util.Set;

/**
 * The role that a request needs. What is not listed here is an administrator's, so that nothing new
 * is open by mistake.
 *
 * @param service the path of the service
 */
record Permissions(String service) {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Where SPARQL or shapes are asked by POST. */
  private static final Set<String> QUERIES = Set.of("", "/query", "/sparql", "/shacl");

  /** Whether the server lives, which is nobody's secret. */
  private static final Set<String> OPEN = Set.of("/$/ping", HealthServlet.PATH);

  /** What reads or writes the whole store. */
  private static final Set<String> WHOLE = Set.of("/backup", "/remove", "/compact");

  /** Of Fuseki's administration. */
  private static final String ADMINISTRATION = "/$/";

  private static final String METRICS = "/$/metrics";

  /**
   * The role for a request.
   *
   * @param path as it is routed by
   * @return empty if anybody may send it
   */
  Optional<Role> needed(String method, String path) {
    if (READING.contains(method)) {
      if (OPEN.contains(path)) {
        return Optional.empty();
      }
      boolean administration =
          (path.startsWith(ADMINISTRATION) && !path.equals(METRICS))
              || (path.startsWith(service) && WHOLE.contains(path.substring(service.length())));
      return Optional.of(administration ? Role.ADMIN : Role.READER);
    }
    if (method.equals("POST") && path.startsWith(service)) {
      String endpoint = path.substring(service.length());
      if (QUERIES.contains(endpoint)) {
        return Optional.of(Role.READER);
      }
      if (endpoint.equals("/append")) {
        return Optional.of(Role.WRITER);
      }
    }
    return Optional.of(Role.ADMIN);
  }
}
