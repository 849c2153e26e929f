package org.provdl.packages;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The description of a crate, as the profile asks for it. */
final class CrateMetadata {

  /** Its name in the crate. */
  static final String FILE = "ro-crate-metadata.json";

  private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
  private static final String CONTEXT = "https://w3id.org/ro/crate/1.1/context";

  /** What RO-Crate 1.1 does not know yet, as the context of Workflow Run RO-Crate has it. */
  private static final Map<String, String> TERMS =
      Map.of("sha256", "https://w3id.org/ro/terms/workflow-run#sha256");

  private final CrateFiles files;
  private final Entities entities = new Entities();
  private final Entity root;
  private final List<String> names = new ArrayList<>();
  private final Set<String> experiments = new LinkedHashSet<>();
  private final Set<String> parts = new LinkedHashSet<>();
  private final Set<String> actions = new LinkedHashSet<>();
  private final Set<String> people = new LinkedHashSet<>();

  CrateMetadata(CrateFiles files) {
    this.files = files;
    entities
        .entity(FILE, "CreativeWork")
        .to("conformsTo", "https://w3id.org/ro/crate/1.1")
        .to("about", "./");
    root = entities.entity("./", "Dataset");
    entities
        .entity(PROFILE, "CreativeWork")
        .with("name", "Process Run Crate")
        .with("version", "0.5");
  }

  /** Adds a run, with its files. */
  void add(RunRecord run) throws IOException {
    RunEntities described = new RunEntities(run, entities, files);
    actions.add(described.action());
    parts.addAll(described.files());
    people.addAll(described.people());
    names.add(run.name());
    experiments.addAll(run.experiments());
  }

  String document(@Nullable String license, Instant published) {
    root.with("name", names.size() == 1 ? names.get(0) : String.join(", ", experiments))
        .with("description", description())
        .with("datePublished", published.toString())
        .to("license", license(license))
        .to("conformsTo", PROFILE)
        .to("author", people)
        .to("hasPart", parts)
        .to("mentions", actions);
    return entities.document(CONTEXT, TERMS);
  }

  private String description() {
    String of =
        experiments.isEmpty()
            ? ""
            : experiments.stream()
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", ", " of the experiment ", ""));
    return names.size() == 1
        ? "The training run '%s'%s, with its provenance.".formatted(names.get(0), of)
        : "%d training runs%s, with their provenance.".formatted(names.size(), of);
  }

  private String license(@Nullable String license) {
    if (license == null) {
      return entities
          .entity("#licence", "CreativeWork")
          .with("name", "Not stated")
          .with("description", "No licence was stated; ask the author what you may do with this.")
          .id();
    }
    String id =
        license.matches("[A-Za-z0-9.+-]+") ? "https://spdx.org/licenses/" + license : license;
    return entities.entity(Entity.id(id), "CreativeWork").with("name", license).id();
  }
}
