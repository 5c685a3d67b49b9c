/// Documents made from a case: a complaint, a notification, a decree, with a visible blank for all
/// that nobody knows yet.
@NullMarked
package fr.bastide.incident.dossier;

import org.jspecify.annotations.NullMarked;
