package org.provdl.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads who is responsible: the name of a party, as it always was, or the map of a rule. */
final class ResponsibleReader extends StdDeserializer<Responsible> {

  private static final long serialVersionUID = 1;

  ResponsibleReader() {
    super(Responsible.class);
  }

  @Override
  public Responsible deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return parser.hasToken(JsonToken.START_OBJECT)
        ? context.readValue(parser, Responsible.Rule.class)
        : context.readValue(parser, Responsible.Party.class);
  }
}
