/// The timeline of alerts: one HTML file that an investigator attaches to a report.
@NullMarked
package fr.bastide.cli.timeline;

import org.jspecify.annotations.NullMarked;
