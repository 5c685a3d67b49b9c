/// Messages in plain French about an incident, for the victim, the press, residents, staff and
/// partners.
@NullMarked
package fr.bastide.incident.message;

import org.jspecify.annotations.NullMarked;
