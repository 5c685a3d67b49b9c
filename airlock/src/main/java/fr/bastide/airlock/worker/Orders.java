package fr.bastide.airlock.worker;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Orders on the wire.
final class Orders {

  private static final int DISARM = 1;
  private static final int INSPECT = 2;
  private static final int LONGEST_TEXT = 1 << 16;

  private Orders() {}

  static void send(OutputStream out, Order order) throws IOException {
    Wire.Head head = new Wire.Head();
    switch (order) {
      case Order.Disarm disarm -> {
        Content content = disarm.content();
        head.number(DISARM)
            .text(shortened(content.name()))
            .flag(content.declaredType().isPresent())
            .text(shortened(content.declaredType().orElse("")));
      }
      case Order.Inspect inspect -> head.number(INSPECT).word(inspect.type());
    }
    policy(head, order.policy());
    Wire.send(out, head, order.content().bytes());
  }

  static Order receive(InputStream in) throws IOException {
    Wire.Frame frame = Wire.receive(in, Integer.MAX_VALUE - 16);
    int kind = frame.number(INSPECT);
    if (kind == DISARM) {
      String name = frame.text(LONGEST_TEXT);
      boolean declares = frame.flag();
      String type = frame.text(LONGEST_TEXT);
      Policy policy = policy(frame);
      return new Order.Disarm(
          new Content(name, declares ? Optional.of(type) : Optional.empty(), frame.body()), policy);
    }
    ContentType type = frame.word(ContentType.class);
    return new Order.Inspect(Content.of("", frame.body()), type, policy(frame));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT / 4
        ? text.substring(text.length() - LONGEST_TEXT / 4)
        : text;
  }

  private static void policy(Wire.Head head, Policy policy) {
    Policy.Limits limits = policy.limits();
    head.text(policy.name())
        .text(policy.version())
        .word(policy.links())
        .flag(policy.metadata())
        .flag(policy.comments())
        .flag(policy.forms())
        .flag(policy.formulas())
        .word(policy.signed())
        .flag(policy.pixels())
        .word(policy.members())
        .word(policy.xml())
        .number(limits.bytes())
        .number(limits.inflated())
        .number(limits.ratio())
        .number(limits.parts())
        .number(limits.depth())
        .number(limits.pages())
        .number(limits.pixels())
        .number(limits.seconds());
  }

  private static Policy policy(Wire.Frame frame) throws IOException {
    Policy policy =
        new Policy(
            frame.text(LONGEST_TEXT),
            frame.text(LONGEST_TEXT),
            frame.word(Policy.Links.class),
            frame.flag(),
            frame.flag(),
            frame.flag(),
            frame.flag(),
            frame.word(Policy.Signed.class),
            frame.flag(),
            frame.word(Policy.Members.class),
            frame.word(Policy.Xml.class),
            new Policy.Limits(
                frame.number(),
                frame.number(),
                frame.number(Integer.MAX_VALUE),
                frame.number(Integer.MAX_VALUE),
                frame.number(Integer.MAX_VALUE),
                frame.number(Integer.MAX_VALUE),
                frame.number(),
                frame.number(Integer.MAX_VALUE)));
    frame.end();
    return policy;
  }
}
