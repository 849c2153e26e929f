package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class CredentialsWarningTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(HttpTarget.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @ParameterizedTest
  @CsvSource({
    "http://provenance.example/append,  1",
    "https://provenance.example/append, 0",
    "http://localhost:3030/append,      0"
  })
  void credentialsThatOthersCanReadAreWarnedOfOnce(URI address, int warnings) {
    HttpAccess access = HttpAccess.with(Credentials.basic("ada", "secret"));
    QuadSink.graphStore(address, access).close();
    assertThat(log.list)
        .hasSize(warnings)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allMatch(message -> message.contains("use https") && !message.contains("secret"));
  }

  @Test
  void withoutCredentialsThereIsNothingToWarnOf() {
    QuadSink.graphStore(URI.create("http://provenance.example/append")).close();
    assertThat(log.list).isEmpty();
  }
}
