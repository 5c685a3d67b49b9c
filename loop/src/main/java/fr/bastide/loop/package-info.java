/// What all use cases share: identifiers, transactions, outcomes.
@NullMarked
package fr.bastide.loop;

import org.jspecify.annotations.NullMarked;
