/// What is known of an incident: questions, and answers with their source and reliability.
@NullMarked
package fr.bastide.incident;

import org.jspecify.annotations.NullMarked;
