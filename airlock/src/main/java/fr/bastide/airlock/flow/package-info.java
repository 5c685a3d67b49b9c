/// Flows: who may send what through the airlock under which rules, what is held and released by two
/// people, and which flows stay open under attack.
@NullMarked
package fr.bastide.airlock.flow;

import org.jspecify.annotations.NullMarked;
