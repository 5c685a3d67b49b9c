package fr.bastide.telemetry.internal.line;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.internal.audit.AuditTrail;
import java.util.List;
import java.util.Locale;

/// Takes the syslog envelope off a line, if it has one, and reads what is inside by its own format.
final class EnvelopeDecoder implements LineDecoder {

  private static final byte[] KERNEL = Scan.bytes("kernel");
  private static final byte[] AUDIT = Scan.bytes("audit: ");

  private final SyslogHeader header;
  private final SyslogFields fields;
  private final CiscoTag cisco;
  private final MessageForms forms;
  private final IptablesPayload iptables;
  private final List<Payload> payloads;
  private final List<Text> refusal;
  private final AuditTrail audit;
  private final int message;

  /// Reads any message when `wanted` is empty, else those of this shape only.
  EnvelopeDecoder(FieldNames names, LineClock clock, String wanted) {
    Stamps stamps = new Stamps(clock);
    NameCache cache = new NameCache(names);
    header = new SyslogHeader(stamps);
    fields = new SyslogFields(names, cache);
    cisco = new CiscoTag(names);
    forms = new MessageForms(names, cache);
    iptables = new IptablesPayload(names, cache);
    audit = new AuditTrail(names, cache);
    message = names.id("message");
    List<Payload> all =
        List.of(
            new CefPayload(names, cache, stamps),
            new LeefPayload(names, cache, stamps),
            new JsonPayload(names),
            new SnarePayload(names, stamps),
            new ColumnsPayload(names, stamps),
            new PairsPayload(names, cache, stamps));
    payloads = all.stream().filter(p -> wanted.isEmpty() || p.shape().equals(wanted)).toList();
    refusal = wanted.isEmpty() ? List.of() : List.of(refusal(wanted));
  }

  private static Text refusal(String wanted) {
    String format = wanted.equals("keyvalue") ? "nom=valeur" : wanted.toUpperCase(Locale.ROOT);
    return new Text(
        "ce n’est pas une ligne " + format + "\u00a0: elle est ignorée.",
        "this is no " + format.replace("nom=valeur", "name=value") + " line: it is passed over.");
  }

  @Override
  public void line(byte[] b, int from, int to, Outlet out) {
    header.parse(b, from, to);
    int start = header.message;
    int record = refusal.isEmpty() ? record(b, start, to) : to;
    if (AuditTrail.stands(b, record, to)
        && audit.add(b, from, to, record, header.host, header.hostEnd, out)) {
      return;
    }
    for (int i = 0; i < payloads.size(); i++) {
      Payload payload = payloads.get(i);
      if (payload.stands(b, start, to) && carried(payload, b, from, to, out)) {
        return;
      }
    }
    if (refusal.isEmpty()) {
      plain(b, from, to, out);
    } else {
      out.tell(refusal.getFirst());
    }
  }

  @Override
  public void end(Outlet out) {
    audit.end(out);
  }

  /// Where an audit record may begin: the kernel puts `audit: ` before those that no daemon takes.
  private int record(byte[] b, int from, int to) {
    if (!Scan.is(b, header.app, header.appEnd, KERNEL)) {
      return from;
    }
    int audit = Scan.find(b, from, Math.min(to, from + 64), AUDIT);
    return audit < 0 ? from : audit + AUDIT.length;
  }

  private boolean carried(Payload payload, byte[] b, int from, int to, Outlet out) {
    EventDraft draft = out.begin(b, from, to);
    fields.fill(header, b, draft, true);
    if (!payload.fill(b, header.message, to, draft)) {
      return false;
    }
    if (b[header.message] != '{' && draft.event().find(message, 0) < 0) {
      Values.text(draft, message, header.message, to);
    }
    out.send(payload.shape());
    return true;
  }

  private void plain(byte[] b, int from, int to, Outlet out) {
    EventDraft draft = out.begin(b, from, to);
    int start = header.message;
    int text = cisco.parse(b, start, to);
    if (text >= 0 && header.host == header.hostEnd && header.pid == header.pidEnd) {
      // `name: %FACILITY-..`: what looked like a program is the device.
      header.host = header.app;
      header.hostEnd = header.appEnd;
      header.appEnd = header.app;
    }
    fields.fill(header, b, draft, false);
    Values.text(draft, message, start, to);
    if (text >= 0) {
      cisco.fill(b, draft);
      forms.fill(b, cisco.name, cisco.nameEnd, text, to, draft);
    } else if (Scan.is(b, header.app, header.appEnd, KERNEL) && iptables.stands(b, start, to)) {
      iptables.fill(b, start, to, draft);
    } else {
      forms.fill(b, header.app, header.appEnd, start, to, draft);
    }
    out.send("syslog");
  }
}
