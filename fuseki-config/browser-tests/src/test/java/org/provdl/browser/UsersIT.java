package org.provdl.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.server.Role;
import org.provdl.server.Users;

/** The explorer of a server that asks everybody who it is. */
class UsersIT {

  private static final String PASSWORD = "correct horse";

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  private static String run = "";

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    Users users = Users.file(directory.resolve("users"));
    users.add("ada", Role.READER, PASSWORD.toCharArray());
    stage = new Stage(directory, users);
    run = stage.trained("slow", Stage.EXPERIMENT, 0.01, 16, 4);
    stage.deliver();
  }

  @AfterAll
  static void close() {
    stage.close();
    chromium.close();
  }

  @AfterEach
  void closePages() {
    chromium.closePages();
  }

  @ParameterizedTest
  @ValueSource(strings = {"desktop", "phone"})
  void whoseLoginIsWrongIsToldTriesAgainAndGetsIn(String width) {
    Page page = width.equals("phone") ? chromium.phone() : chromium.desktop();
    SignInDialog dialog = new SignInDialog(page);
    dialog.enter("ada", "wrong");
    page.navigate(stage.explorer("#/runs"));

    assertThat(dialog.opened()).isEqualTo(2);
    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText("User and password, or the token, are wrong.");
    assertThat(page.getByText("slow")).hasCount(0);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(Chromium.barriers(page)).isEmpty();
    Chromium.keep(page, "login-wrong-" + width);

    dialog.enter("ada", PASSWORD);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again")).click();
    assertThat(page.locator("tbody th a")).hasText("slow");
    assertThat(dialog.opened()).isEqualTo(3);
  }

  @Test
  void whoSaysNothingIsAskedWhoTheyAre() {
    Page page = chromium.desktop();
    new SignInDialog(page);
    page.navigate(stage.explorer("#/runs"));
    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText("Say who you are: with user and password, or with a token.");
  }

  @Test
  void whoIsRemovedMeanwhileIsToldInThePage() {
    Page page = chromium.desktop();
    SignInDialog dialog = new SignInDialog(page);
    Users users = Users.file(directory.resolve("users"));
    users.add("grace", Role.READER, PASSWORD.toCharArray());
    dialog.enter("grace", PASSWORD);
    page.navigate(stage.explorer("#/runs"));
    assertThat(page.locator("tbody th a")).hasText("slow");

    users.remove("grace");

    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText(
            "The server asks who you are. Load the page again, and sign in. What is shown is of before.");
    Chromium.keep(page, "login-removed-desktop");
  }

  @Test
  void aReaderWhoWritesAnUpdateIsToldThatNothingIsWrittenHere() {
    DatasetGraph before = stage.content();
    Page page = reader();
    for (String update :
        new String[] {
          "INSERT DATA { GRAPH <" + run + "> { <x:s> <x:p> 1 } }",
          "# all of it\nPREFIX x: <x:>\nDELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
          "drop all"
        }) {
      page.navigate(stage.explorer("#/sparql?query=" + encoded(update)));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run")).click();
      assertThat(page.getByRole(AriaRole.ALERT))
          .hasText(
              "This is an update, and nothing is written here: queries are SELECT, ASK, CONSTRUCT and DESCRIBE.");
    }
    Chromium.keep(page, "sparql-update-desktop");
    assertThat(IsoMatcher.isomorphic(stage.content(), before)).isTrue();
  }

  @Test
  void aReaderChangesNothingThroughThePage() {
    DatasetGraph before = stage.content();
    Page page = reader();
    page.navigate(stage.explorer("#/runs"));
    assertThat(page.locator("tbody th a")).hasText("slow");
    for (String request :
        List.of(
            "POST append",
            "POST remove?run=%s",
            "POST compact",
            "POST backup",
            "GET backup",
            "POST update",
            "PUT data?graph=%s",
            "POST data?graph=%s",
            "DELETE data?graph=%s",
            "PATCH data?graph=%s",
            "DELETE query")) {
      List<?> answer =
          (List<?>)
              page.evaluate(
                  """
                  async ([method, address]) => {
                    const body = method === 'GET' ? undefined : '<x:s> <x:p> 1 <x:g> .';
                    const headers = { 'Content-Type': 'application/n-quads' };
                    const response = await fetch('../' + address, { method, body, headers });
                    return [response.status, await response.text()];
                  }
                  """,
                  request.formatted(encoded(run)).split(" "));
      assertThat(answer.get(0)).as(request).isEqualTo(403);
      assertThat(answer.get(1))
          .as(request)
          .asString()
          .contains("ada has the role reader; this needs");
    }
    assertThat(IsoMatcher.isomorphic(stage.content(), before)).isTrue();
  }

  private static Page reader() {
    Page page = chromium.desktop();
    new SignInDialog(page).enter("ada", PASSWORD);
    return page;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
