/// Formats of one event a line: syslog, CEF, LEEF, key=value, Suricata EVE, web access logs.
@NullMarked
package fr.bastide.telemetry.internal.line;

import org.jspecify.annotations.NullMarked;
