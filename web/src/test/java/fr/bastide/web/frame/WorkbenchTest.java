package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

  private static final int AT_ONCE = 2;
  private static final int WAITING = 5;
  private static final int ASKING = 50;

  @Test
  void neverWorksOnMoreAtOnceAndAnswersEverybody() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (Workbench bench = new Workbench("test", AT_ONCE, WAITING, Duration.ofSeconds(30));
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < ASKING; i++) {
        answers.add(people.submit(() -> served(bench, release)));
      }
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (bench.refused() < ASKING - AT_ONCE - WAITING && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      release.countDown();
      int served = 0;
      for (Future<Boolean> answer : answers) {
        served += answer.get(20, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertThat(served).isEqualTo(AT_ONCE + WAITING);
      assertThat(bench.refused()).isEqualTo(ASKING - AT_ONCE - WAITING);
      assertThat(bench.mostAtOnce()).isEqualTo(AT_ONCE);
    }
  }

  @Test
  void nobodyWaitsLongerThanIsBearable() {
    CountDownLatch never = new CountDownLatch(1);
    try (Workbench bench = new Workbench("test", 1, 1, Duration.ofMillis(50))) {
      assertThatThrownBy(() -> served(bench, never, true))
          .isInstanceOfSatisfying(Busy.class, busy -> assertThat(busy.retryAfter()).isPositive());
      never.countDown();
      assertThat(bench.refused()).isEqualTo(1);
    }
  }

  @Test
  void whatFailsInTheWorkFailsForWhoeverAsked() {
    try (Workbench bench = new Workbench("test", 1, 1, Duration.ofSeconds(10))) {
      assertThatThrownBy(() ->
              bench.run(() -> {
                throw new IllegalArgumentException("wrong");
              }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("wrong");
      assertThat(bench.<String>run(() -> "still there")).isEqualTo("still there");
    }
  }

  private static boolean served(Workbench bench, CountDownLatch release) {
    try {
      return served(bench, release, true);
    } catch (Busy sentAway) {
      return false;
    }
  }

  private static boolean served(Workbench bench, CountDownLatch release, boolean answer) {
    return bench.run(() -> {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return answer;
    });
  }
}
