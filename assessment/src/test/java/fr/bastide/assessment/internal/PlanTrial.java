package fr.bastide.assessment.internal;

import fr.bastide.assessment.*;
import fr.bastide.assessment.plan.*;
import fr.bastide.kernel.*;
import java.util.*;

final class PlanTrial {
  public static void main(String[] a) {
    MilpSolver solver = a.length > 0 ? new MilpOjalgo() : MilpSolver.fastest();
    for (int seed = 1; seed <= 12; seed++) {
      var w = new PlanWorld(new Random(seed > 8 ? seed - 8 : seed));
      var ref = w.referential(14, 95, 74);
      var sheet = w.sheet(ref, BodySize.SMALL, 0.35);
      var limits = new Limits(Money.euros(15000), Optional.empty(), Optional.empty(), 40, 12);
      var rq = PlanRequest.of("x", sheet, limits);
      long t0 = System.nanoTime();
      var planning = new Planning(ref, () -> solver);
      var plan = planning.plan(rq);
      long t1 = System.nanoTime();
      var g = planning.greedy(rq);
      long t2 = System.nanoTime();
      var c = planning.curve(rq, 12);
      long t3 = System.nanoTime();
      System.out.printf(
          "seed %d score %.3f -> %.6f bound %.8f greedy %.4f spent %d steps %d whynot %d plan %.0f ms greedy %.0f curve %.0f %s%n",
          seed,
          plan.before().total().point(),
          plan.projected().total().point(),
          plan.proof().bound(),
          g.projected().total().point(),
          plan.spent().cents() / 100,
          plan.steps().size(),
          plan.leftOut().size(),
          (t1 - t0) / 1e6,
          (t2 - t1) / 1e6,
          (t3 - t2) / 1e6,
          plan.proof().optimal());
      if (seed == 1) {
        plan.steps().forEach(System.out::println);
        plan.leftOut().forEach(System.out::println);
        c.forEach(System.out::println);
      }
    }
  }
}
