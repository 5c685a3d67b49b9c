/// Conditions over facts, in three-valued logic, each with its trace.
@NullMarked
package fr.bastide.incident.condition;

import org.jspecify.annotations.NullMarked;
