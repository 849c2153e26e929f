package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String SECRET = "hunter2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--password=hunter2",
        "-password=hunter2",
        "password=hunter2",
        "PASSWORD=hunter2",
        "DB_PASSWORD=hunter2",
        "--db.passwd=hunter2",
        "-Dspring.datasource.password=hunter2",
        "-Djavax.net.ssl.keyStorePassword=hunter2",
        "-Ddb.password=two words hunter2",
        "-Ddb.password=a;b&c,d hunter2",
        "-Ddb.password=a\nhunter2",
        "-Dfoo:bar.password=a hunter2",
        "--api-key=hunter2",
        "--apiKey=hunter2",
        "--apikey=hunter2",
        "API_KEY=hunter2",
        "aws_secret_access_key=hunter2",
        "key2=hunter2",
        "--access-token=hunter2",
        "accessToken=hunter2",
        "--client-secret=hunter2",
        "--credentials=hunter2",
        "dbPassWord=hunter2",
        "--pwd=hunter2",
        "--passphrase=hunter2",
        "--sas=hunter2",
        "token:hunter2",
        "password: correct horse hunter2",
        "/password:hunter2",
        "Authorization: Bearer hunter2",
        "authorization=Basic hunter2",
        "--header=Authorization: Bearer hunter2",
        "-H Authorization:Basic hunter2==",
        "bearer hunter2",
        "{\"password\":\"hunter2\"}",
        "{\"user\" : \"ada\", \"password\" : \"a \\\"b\\\" hunter2\", \"x\":1}",
        "{\\\"password\\\":\\\"hunter2\\\"}",
        "{'secret': 'hunter2'}",
        "{password: hunter2}",
        "user=ada&password=hunter2&x=1",
        "jdbc:postgresql://host/db?user=ada&password=hunter2",
        "jdbc:sqlserver://host;user=ada;password=hunter2;encrypt=true",
        "jdbc:oracle:thin:scott/hunter2@//host:1521/db",
        "https://example.org/x?access_token=hunter2",
        "https://example.org/x?a=1&api_key=hunter2#f",
        "https://ada:hunter2@example.org/x",
        "https://hunter2@example.org/x",
        "https://ada:p@hunter2@example.org/x",
        "https://ada:hunter2/x@example.org/x",
        "https://ada:hunter2?x@example.org/x",
        "https://ada:hunter2#x@example.org/x",
        "HTTPS://ada:hunter2@EXAMPLE.org",
        "--store=https://ada:hunter2@example.org",
        "a,https://ada:hunter2@example.org,b",
        "ada:hunter2@example.org:data",
        "-javaagent:agent.jar=token=hunter2,port=1",
        "-javaagent:agent.jar=port=1,token=hunter2",
        "--conf spark.hadoop.fs.s3a.secret.key=hunter2",
        "a=b=password=hunter2",
        "url=x?password=a,hunter2",
        "url=x?password=a&hunter2",
        "Server=h;Password=a hunter2;Encrypt=yes",
        "{url: x, token: a}hunter2}",
        "x token=a hunter2 --verbose",
        "x token=a,'hunter2'",
        "ghp_hunter2hunter2",
        "x github_pat_hunter2hunter2",
        "glpat-hunter2hunter2",
        "sk-hunter2hunter2",
        "hf_hunter2hunter2",
        "AKIAhunter2hunter2",
        "eyJhunter2hunter2.abc.def",
        "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END",
        "x=\u6570 \ud83d\ude00 password=hunter2",
        "run --password hunter2",
        "run --password hunter2 --epochs 5",
        "run --password 'two hunter2' digits.csv",
        "run --password \"two hunter2\" digits.csv",
        "run -e x --api-key\thunter2",
        "run --password -hunter2",
        "run -v --password hunter2",
        "sh -c 'run --password hunter2'",
        "run --passw hunter2",
        "--passw=hunter2",
        "//ada:hunter2@example.org/x",
        "//hunter2@example.org/x",
        "--share=//ada:hunter2@example.org/x",
        "AWS_SECRET_ACCESS_KEY=hunter2",
        "AWS_SESSION_TOKEN: hunter2",
        "-Dspring.datasource.hikari.password=hunter2",
        "curl -H 'Authorization: Bearer hunter2' https://example.org",
        "curl -H \"Authorization: token hunter2\" https://example.org",
        "https://example.org/x?token=hunter2&x=1",
        "https://example.org/x?x=1&sig=hunter2&se=2026",
        "x=ghp_hunter2hunter2",
        "x,AKIAhunter2hunter2",
        "?jwt=eyJhbGciOiJIUzI1NiJ9.hunter2.hunter2",
        "--keys=hunter2",
        "--tokens=hunter2",
      })
  void aSecretInAnArgumentIsTakenOut(String argument) {
    assertThat(Redaction.arguments(List.of(argument)))
        .singleElement()
        .asString()
        .contains(Redaction.REDACTED)
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--password",
        "-password",
        "--api-key",
        "--token",
        "--DB_PASSWORD",
        "--secret",
        "Bearer",
        "bearer",
        "Basic",
        "Authorization:",
        "Authorization: Bearer",
        "--auth",
        "--passw",
        "--key",
        "--tokens",
        "-pwd"
      })
  void aSecretInTheNextArgumentIsTakenOut(String option) {
    for (String secret : List.of(SECRET, "-hunter2", "--hunter2", "=hunter2", " hunter2")) {
      assertThat(Redaction.arguments(List.of("java", option, secret, "--epochs", "5")))
          .hasSize(5)
          .startsWith("java")
          .endsWith(Redaction.REDACTED, "--epochs", "5");
    }
  }

  static Stream<String> harmless() {
    return Stream.of(
        "java",
        "-Xmx4g",
        "-XX:+UseParallelGC",
        "-XX:MaxDirectMemorySize=8g",
        "-Dfile.encoding=UTF-8",
        "-Duser.name=ada",
        "-Djava.library.path=/usr/lib:/lib",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005",
        "-javaagent:/opt/agent.jar=port=9404",
        "org.example.KeyPointTrainer",
        "org.example.TokenTrainer",
        "--tokenizer=wordpiece",
        "--tokenisation=none",
        "--learning-rate=0.01",
        "--epochs",
        "--author=ada",
        "--compass=north",
        "--max-tokens",
        "--max-tokens=5",
        "--max_tokens",
        "--maxTokens=5",
        "--max-new-tokens=5",
        "--num-tokens",
        "--tokens-per-batch=4096",
        "--tokenizer",
        "--tokenizer=bert",
        "--keyboard",
        "--keyboard=us",
        "--key-size",
        "--key-size=2048",
        "--keySize=2048",
        "--key-dim=64",
        "run --max-tokens 5 --tokenizer bert --keyboard us --key-size 2048",
        "sh -c 'train digits.csv --epochs 5'",
        "a//b",
        "C:\\data\\digits.csv",
        "/home/ada/digits.csv",
        "https://example.org:8443/data?version=2#top",
        "git@example.org:team/digits.git",
        "ssh://example.org/digits.git",
        "ada@example.org",
        "@arguments.txt",
        "lr=0.01,momentum=0.9",
        "{\"layers\": [1, 2]}",
        "$HOME and \\1 and $1",
        "",
        " ",
        "=",
        ":",
        "\u6570\u5b57");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatIsNoSecretStaysAsItIs(String argument) {
    assertThat(Redaction.arguments(List.of(argument, "next"))).containsExactly(argument, "next");
  }

  @Test
  void whatStandsAroundASecretStays() {
    assertThat(Redaction.text("jdbc:x://h/db?user=ada&password=hunter2&ssl=true"))
        .isEqualTo("jdbc:x://h/db?user=ada&password=[redacted]&ssl=true");
    assertThat(Redaction.text("https://ada:hunter2@example.org/x.git"))
        .isEqualTo("https://[redacted]@example.org/x.git");
    assertThat(Redaction.arguments(List.of("-javaagent:a.jar=token=hunter2,port=1")))
        .containsExactly("-javaagent:a.jar=token=[redacted],port=1");
    assertThat(Redaction.text("Server=h;Password=a b;Encrypt=yes"))
        .isEqualTo("Server=h;Password=[redacted];Encrypt=yes");
    assertThat(Redaction.text("run --password hunter2 train --epochs 5"))
        .isEqualTo("run --password [redacted] train --epochs 5");
    assertThat(Redaction.text("//ada:hunter2@example.org/x"))
        .isEqualTo("//[redacted]@example.org/x");
    assertThat(Redaction.text("https://example.org/?token=hunter2&x=1"))
        .isEqualTo("https://example.org/?token=[redacted]&x=1");
    assertThat(Redaction.text("x token=a b --verbose")).isEqualTo("x token=[redacted] --verbose");
    assertThat(Redaction.text("{\"password\":\"hunter2\",\"user\":\"ada\"}"))
        .isEqualTo("{\"password\":[redacted],\"user\":\"ada\"}");
  }

  @Test
  void aSecretSaidTwiceIsTakenOutTwice() {
    assertThat(Redaction.text("token=hunter2 token=hunter2")).doesNotContain(SECRET);
  }

  @Test
  void whatIsRedactedStaysSo() {
    String once = Redaction.text("https://ada:hunter2@example.org/?token=hunter2 Bearer hunter2");
    assertThat(Redaction.text(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:",
        "://",
        "a=",
        "\"",
        "'",
        "\\\"",
        "@",
        "password",
        " ",
        "=",
        "-",
        "{",
        "//",
        "--key ",
        "-- "
      })
  void aHugeOrHostileArgumentTakesNoTime(String part) {
    String huge = part.repeat(2_000_000 / part.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(Redaction.arguments(List.of(huge)).get(0))
                .hasSizeLessThan(20 * Redaction.MAX_LENGTH));
  }

  @Test
  void aSecretAcrossTheCutIsNotTold() {
    String argument = "x".repeat(Redaction.MAX_LENGTH - 12) + " password=hunter2";
    assertThatCode(() -> Redaction.text(argument)).doesNotThrowAnyException();
    assertThat(Redaction.text(argument)).doesNotContain("hun");
  }
}
