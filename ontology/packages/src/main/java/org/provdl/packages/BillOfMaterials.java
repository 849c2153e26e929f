package org.provdl.packages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.OrganizationalContact;
import org.cyclonedx.model.metadata.ToolInformation;
import org.provdl.packages.RunRecord.Agent;
import org.provdl.packages.Subjects.Subject;
import org.provdl.queries.SparqlEndpoint;

/**
 * What a model was made of, as CycloneDX 1.6: the model with its hash, settings and metrics, the
 * data that it was trained on, and the software that trained it down to each library of the class
 * path. Immutable; nothing is asked after it was made.
 */
public final class BillOfMaterials {

  private final Subject subject;

  private BillOfMaterials(Subject subject) {
    this.subject = subject;
  }

  /**
   * A bill of a model.
   *
   * @param subject as for {@link ModelCard#of}
   * @param endpoint where it is asked
   * @return the bill
   * @throws PackageException if no such model is known
   * @throws org.provdl.queries.QueryParameterException if there is no such run
   * @throws org.provdl.queries.SparqlEndpointException if the endpoint does not answer
   */
  public static BillOfMaterials of(String subject, SparqlEndpoint endpoint) {
    return new BillOfMaterials(
        new Subjects(endpoint).model(subject, ModelCard.DEFAULT_METRIC, ModelCard.DEFAULT_SPLIT));
  }

  /**
   * The bill as JSON.
   *
   * @param clock says when it was written
   * @return a document of CycloneDX 1.6
   * @throws PackageException if it cannot be written
   */
  public String json(Clock clock) {
    BomComponents components = new BomComponents(subject);
    Component model = components.model();
    List<Component> parts =
        Stream.of(components.data(), components.software(), components.libraries())
            .flatMap(List::stream)
            .toList();
    Bom bom = new Bom();
    bom.setSerialNumber("urn:uuid:" + UUID.nameUUIDFromBytes(bytes(subject.iri())));
    bom.setMetadata(metadata(model, clock));
    bom.setComponents(new ArrayList<>(parts));
    Dependency dependency = new Dependency(model.getBomRef());
    parts.forEach(part -> dependency.addDependency(new Dependency(part.getBomRef())));
    bom.setDependencies(List.of(dependency));
    try {
      return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString() + "\n";
    } catch (GeneratorException e) {
      throw new PackageException("The bill of materials cannot be written: " + e.getMessage(), e);
    }
  }

  private Metadata metadata(Component model, Clock clock) {
    Metadata metadata = new Metadata();
    metadata.setTimestamp(Date.from(clock.instant()));
    metadata.setComponent(model);
    ToolInformation tools = new ToolInformation();
    tools.setComponents(subject.run().recorders().stream().map(BomComponents::software).toList());
    metadata.setToolChoice(tools);
    metadata.setAuthors(subject.run().people().stream().map(BillOfMaterials::author).toList());
    return metadata;
  }

  private static OrganizationalContact author(Agent person) {
    OrganizationalContact author = new OrganizationalContact();
    author.setName(person.name());
    return author;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
