/// How the engine reads its knowledge and computes; not for other modules.
@NullMarked
package fr.bastide.assessment.internal;

import org.jspecify.annotations.NullMarked;
