/// How documents are made: their texts as templates, and what fills them.
@NullMarked
package fr.bastide.incident.internal.dossier;

import org.jspecify.annotations.NullMarked;
