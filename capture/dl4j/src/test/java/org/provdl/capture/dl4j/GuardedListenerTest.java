package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {

  @Test
  @SuppressWarnings("NullAway") // the hooks are only passed through
  void nothingThatAHookThrowsGetsOut() {
    AtomicInteger calls = new AtomicInteger();
    TrainingListener failing =
        (TrainingListener)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TrainingListener.class},
                (proxy, method, arguments) -> {
                  throw calls.getAndIncrement() % 2 == 0
                      ? new IllegalStateException()
                      : new StackOverflowError();
                });
    GuardedListener guarded = new GuardedListener(failing, new Guard());
    assertThatCode(
            () -> {
              guarded.onEpochStart(null);
              guarded.iterationDone(null, 0, 0);
              guarded.onForwardPass(null, List.of());
              guarded.onForwardPass(null, Map.of());
              guarded.onGradientCalculation(null);
              guarded.onBackwardPass(null);
              guarded.onEpochEnd(null);
            })
        .doesNotThrowAnyException();
    assertThat(calls).hasValue(7);
  }
}
