package fr.bastide.web.frame;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How much dear work is done at once: whoever is signed in has a bench of their own, which no
/// crowd of visitors can fill.
@Configuration(proxyBeanMethods = false)
public class Workbenches {

  /// The name of the bench of visitors.
  public static final String VISITORS = "visitor-bench";

  /// The name of the bench of those who are signed in, programs included.
  public static final String MEMBERS = "member-bench";

  private static final int WAITING_FOR_EACH = 4;
  private static final Duration VISITORS_PATIENCE = Duration.ofSeconds(15);
  private static final Duration MEMBERS_PATIENCE = Duration.ofSeconds(60);

  /// Half of the processors.
  @Bean(name = VISITORS, destroyMethod = "close")
  static Workbench visitors() {
    int atOnce = Math.max(1, processors() / 2);
    return new Workbench(VISITORS, atOnce, WAITING_FOR_EACH * atOnce, VISITORS_PATIENCE);
  }

  /// All of them, and one more.
  @Bean(name = MEMBERS, destroyMethod = "close")
  static Workbench members() {
    int atOnce = processors() + 1;
    return new Workbench(MEMBERS, atOnce, 2 * WAITING_FOR_EACH * atOnce, MEMBERS_PATIENCE);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
