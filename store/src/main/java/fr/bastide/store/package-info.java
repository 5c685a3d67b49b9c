/// PostgreSQL for Bastide: the embedded server, the database with its two roles, and the backup.
@NullMarked
package fr.bastide.store;

import org.jspecify.annotations.NullMarked;
