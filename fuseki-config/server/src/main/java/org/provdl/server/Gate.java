package org.provdl.server;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets users pass whose role suffices, before anything of what they send is read. Passwords are
 * hashed on few threads of its own, and none of Jetty's waits for that.
 */
final class Gate extends Handler.Wrapper {

  /** The attribute of a request that passed with the name of its user. */
  static final String USER = "org.provdl.user";

  private static final int WAITING = 200;
  private static final long IDLE_SECONDS = 10;

  private final Permissions permissions;
  private final Logins logins;
  private final ThreadPoolExecutor hashing;

  Gate(Permissions permissions, KnownUsers users) {
    this.permissions = permissions;
    this.logins = new Logins(users, Ticker.systemTicker());
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.hashing =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "provdl-login");
              thread.setDaemon(true);
              return thread;
            });
    hashing.allowCoreThreadTimeOut(true);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Role> needed =
        permissions.needed(request.getMethod(), Request.getPathInContext(request));
    if (needed.isEmpty()) {
      return super.handle(request, response, callback);
    }
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Optional<Credential> credential = Credential.of(header);
    if (credential.isEmpty()) {
      Refusal.unknown("Say who you are: with user and password, or with a token.")
          .answer(request, response, callback);
      return true;
    }
    if (credential.get() instanceof Credential.Basic && RequestOrigin.isElsewhere(request)) {
      Refusal.forbidden("This server does not answer to web pages of others.")
          .answer(request, response, callback);
      return true;
    }
    Optional<User> known = logins.known(credential.get());
    if (known.isPresent()) {
      return let(known.get(), needed.get(), request, response, callback);
    }
    find(credential.get(), needed.get(), request, response, callback);
    return true;
  }

  private boolean let(User user, Role needed, Request request, Response response, Callback callback)
      throws Exception {
    if (!user.role().mayDoAs(needed)) {
      Refusal.forbidden(
              "%s has the role %s; this needs %s.".formatted(user.name(), user.role(), needed))
          .answer(request, response, callback);
      return true;
    }
    request.setAttribute(USER, user.name());
    return super.handle(request, response, callback);
  }

  private void find(
      Credential credential, Role needed, Request request, Response response, Callback callback) {
    String address = Request.getRemoteAddr(request);
    try {
      hashing.execute(
          () -> {
            Logins.Outcome outcome = logins.check(credential, address);
            request.getContext().execute(() -> goOn(outcome, needed, request, response, callback));
          });
    } catch (RejectedExecutionException tooMany) {
      Refusal.busy().answer(request, response, callback);
    }
  }

  private void goOn(
      Logins.Outcome outcome, Role needed, Request request, Response response, Callback callback) {
    try {
      if (outcome instanceof Logins.Outcome.Known known) {
        if (!let(known.user(), needed, request, response, callback)) {
          Response.writeError(request, response, callback, 404);
        }
      } else if (outcome instanceof Logins.Outcome.Wait wait) {
        Refusal.tooManyLogins(wait.pause()).answer(request, response, callback);
      } else {
        Refusal.unknown("User and password, or the token, are wrong.")
            .answer(request, response, callback);
      }
    } catch (Throwable failure) { // as Jetty does
      Response.writeError(request, response, callback, failure);
    }
  }
}
