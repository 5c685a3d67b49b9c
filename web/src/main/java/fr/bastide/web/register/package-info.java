/// The register of bodies: find one, add one, bring a file in.
@NullMarked
package fr.bastide.web.register;

import org.jspecify.annotations.NullMarked;
