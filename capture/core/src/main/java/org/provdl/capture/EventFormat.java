package org.provdl.capture;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * The content of a journal's records: maps of CBOR whose keys are the names of the Java records'
 * components; an entry also says its kind in {@code event}.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8949">RFC 8949, Concise Binary Object
 *     Representation</a>
 */
final class EventFormat {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  private interface Named {}

  private final ObjectWriter writer;
  private final ObjectWriter entryWriter;
  private final ObjectReader entries;
  private final ObjectReader headers;

  EventFormat() {
    CBORMapper mapper =
        CBORMapper.builder()
            .enable(
                CBORGenerator.Feature
                    .LENIENT_UTF_ENCODING) // half a surrogate pair is no reason to lose an event
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModules(new JavaTimeModule(), new Jdk8Module(), responsible())
            .addMixIn(JournalEntry.class, Named.class)
            .build();
    Stream.concat(kinds(), Stream.of(IterationBlock.class))
        .forEach(kind -> mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName())));
    writer = mapper.writer();
    entryWriter = mapper.writerFor(JournalEntry.class);
    entries = mapper.readerFor(JournalEntry.class);
    headers = mapper.readerFor(JournalHeader.class);
  }

  /** All kinds of events. */
  static Stream<Class<?>> kinds() {
    return Stream.of(Event.class, Event.StudyEvent.class)
        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
        .filter(Class::isRecord);
  }

  private static Module responsible() {
    return new SimpleModule().addDeserializer(Responsible.class, new ResponsibleReader());
  }

  byte[] encode(JournalHeader header) {
    return encode(writer, header);
  }

  byte[] encode(JournalEntry entry) {
    return encode(entryWriter, entry);
  }

  private static byte[] encode(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No CBOR can be made of " + value, e);
    }
  }

  JournalHeader header(byte[] bytes) throws IOException {
    return headers.readValue(bytes);
  }

  JournalEntry entry(byte[] bytes) throws IOException {
    return entries.readValue(bytes);
  }
}
