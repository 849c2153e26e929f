package org.provdl.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a person types into the browser's own dialog for user and password, each time that it opens.
 * Playwright's credentials answer once for a whole context, and cannot be wrong first.
 */
final class SignInDialog {

  private final CDPSession browser;
  private final Deque<JsonObject> answers = new ArrayDeque<>();
  private int opened;

  SignInDialog(Page page) {
    browser = page.context().newCDPSession(page);
    browser.on("Fetch.requestPaused", event -> answer("Fetch.continueRequest", event, null));
    browser.on("Fetch.authRequired", this::open);
    JsonObject options = new JsonObject();
    options.addProperty("handleAuthRequests", true);
    browser.send("Fetch.enable", options);
  }

  /** Fills it in when it opens for the next time. */
  void enter(String user, String password) {
    JsonObject answer = new JsonObject();
    answer.addProperty("response", "ProvideCredentials");
    answer.addProperty("username", user);
    answer.addProperty("password", password);
    answers.add(answer);
  }

  /** How often it opened; whoever has nothing more to enter cancels it. */
  int opened() {
    return opened;
  }

  private void open(JsonObject event) {
    opened++;
    JsonObject cancel = new JsonObject();
    cancel.addProperty("response", "CancelAuth");
    answer("Fetch.continueWithAuth", event, answers.isEmpty() ? cancel : answers.remove());
  }

  private void answer(String method, JsonObject event, @Nullable JsonObject credentials) {
    JsonObject arguments = new JsonObject();
    arguments.add("requestId", event.get("requestId"));
    if (credentials != null) {
      arguments.add("authChallengeResponse", credentials);
    }
    try {
      browser.send(method, arguments);
    } catch (PlaywrightException failure) {
      if (!String.valueOf(failure.getMessage()).contains("has been closed")) {
        throw failure;
      } // else nobody waits for the answer any more
    }
  }
}
