package fr.bastide.telemetry.internal.line;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// The logs of web servers and web proxies: common and combined, W3C extended (IIS and proxies),
/// Squid's own, and the error logs of Apache and nginx. Each line tells by its beginning which it
/// is.
final class AccessDecoder implements LineDecoder {

  private static final Text REFUSED =
      new Text(
          "ce n’est une ligne d’aucun journal de serveur web connu\u00a0: elle est ignorée.",
          "this is a line of no known web server log: it is passed over.");

  private final CombinedLog combined;
  private final W3cLog extended;
  private final SquidLog squid;
  private final ErrorLog errors;

  AccessDecoder(FieldNames names, LineClock clock) {
    Stamps stamps = new Stamps(clock);
    AccessFields fields = new AccessFields(names);
    combined = new CombinedLog(fields, stamps);
    extended = new W3cLog(names, fields, stamps);
    squid = new SquidLog(names, fields, stamps);
    errors = new ErrorLog(names, fields, stamps);
  }

  @Override
  public void line(byte[] b, int from, int to, Outlet out) {
    if (b[from] == '#') {
      extended.directive(b, from, to);
      return;
    }
    EventDraft draft = out.begin(b, from, to);
    boolean read =
        extended.described()
            ? extended.fill(b, from, to, draft)
            : combined.fill(b, from, to, draft)
                || squid.fill(b, from, to, draft)
                || errors.fill(b, from, to, draft);
    if (read) {
      out.send("access");
    } else {
      out.tell(REFUSED);
    }
  }
}
