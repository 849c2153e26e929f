package org.provdl.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

  @Test
  void aShortTextStaysPlain() throws IOException {
    String text = "l\u00e4uft ".repeat(100);
    RequestBody body = RequestBody.packed(writer -> writer.print(text));
    assertThat(body.isPacked()).isFalse();
    assertThat(sent(body)).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void aLongTextIsPackedWhole() throws IOException {
    String text = "l\u00e4uft ".repeat(100_000);
    RequestBody body = RequestBody.packed(writer -> text.lines().forEach(writer::print));
    assertThat(body.isPacked()).isTrue();
    assertThat(body.length()).isLessThan(text.length() / 20);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(sent(body))).readAllBytes())
        .isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void aLongTextStaysPlainForAServerThatTakesNoGzip() throws IOException {
    String text = "l\u00e4uft ".repeat(100_000);
    RequestBody body = RequestBody.plain(writer -> writer.print(text));
    assertThat(body.isPacked()).isFalse();
    assertThat(sent(body)).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void itsLengthIsTold() throws IOException {
    RequestBody body = RequestBody.packed(writer -> writer.print("x".repeat(10_000)));
    assertThat(body.publisher().contentLength()).isEqualTo(sent(body).length);
  }

  private static byte[] sent(RequestBody body) {
    var all = BodySubscribers.ofByteArray();
    body.publisher()
        .subscribe(
            new Flow.Subscriber<ByteBuffer>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                all.onSubscribe(subscription);
              }

              @Override
              public void onNext(ByteBuffer part) {
                all.onNext(List.of(part));
              }

              @Override
              public void onError(Throwable failure) {
                all.onError(failure);
              }

              @Override
              public void onComplete() {
                all.onComplete();
              }
            });
    return all.getBody().toCompletableFuture().join();
  }
}
